import decodeQR from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { recoveryJob } from '../../../src/app/room/printRecoverySheet.ts'
import type { Scene } from '../../../src/layout/scene.ts'
import { renderPdf } from '../../../src/poster/renderPdf.ts'
import { createModeratorCapability } from '../../../src/protocol/capability.ts'
import { buildJoinLink, parseJoinLink } from '../../../src/protocol/joinLink.ts'
import { shippedFontBytes, shippedMetrics } from '../../helpers/shippedFonts.ts'

const capability = createModeratorCapability((length) => new Uint8Array(length).fill(5))
const order = {
  title: 'Familie Weber fährt mit der Bahn',
  createdAt: Date.UTC(2027, 3, 30),
  now: Date.UTC(2027, 4, 2),
  origin: 'https://relay.example',
  capability,
  locale: 'de',
} as const

const DOTS_PER_MM = 6

/** What a camera sees of the code: the black rectangles, on white paper. */
function photographed({ width, height, ops }: Scene) {
  const image = { width: width * DOTS_PER_MM, height: height * DOTS_PER_MM, data: new Uint8Array(0) }
  image.data = new Uint8Array(image.width * image.height * 4).fill(255)
  for (const op of ops) {
    if (op.kind !== 'rect' || op.fill !== '#000000') continue
    const dots = (value: number) => Math.round(value * DOTS_PER_MM)
    for (let y = dots(op.y); y < dots(op.y + op.height); y += 1) {
      for (let x = dots(op.x); x < dots(op.x + op.width); x += 1) {
        image.data.fill(0, (y * image.width + x) * 4, (y * image.width + x) * 4 + 3)
      }
    }
  }
  return image
}

function sceneOf(job: ReturnType<typeof recoveryJob>): Scene {
  const [scene] = job.scenes
  if (scene === undefined) throw new Error('there is no page')
  return scene
}

function textsOf({ ops }: Scene): readonly string[] {
  return ops.flatMap((op) => (op.kind === 'text' ? [op.text] : []))
}

describe('the recovery sheet', () => {
  const fonts = shippedFontBytes()
  const scene = sceneOf(recoveryJob(order, fonts))

  it('carries the moderator’s link as a code that a scanner reads', () => {
    expect(decodeQR(photographed(scene))).toBe(buildJoinLink(order.origin, capability))
  })

  it('carries the key in groups that can be typed', () => {
    const texts = textsOf(scene)
    const heading = texts.findIndex((text) => text.startsWith('Schlüssel zum Abtippen'))
    const link = texts.findIndex((text) => text.startsWith('Link:'))
    const typed = texts.slice(heading + 1, link).join(' ')
    expect(typed).toMatch(/^(\S{1,5}\s+)+\S{1,5}$/)
    expect(parseJoinLink(typed)).toMatchObject({ ok: true, value: { capability } })
  })

  it('says which workshop, when, where, and what it is', () => {
    const all = textsOf(scene).join(' ')
    for (const fact of [order.title, '30. April 2027', '2. Mai 2027', order.origin, 'wie einen Schlüssel']) {
      expect(all).toContain(fact)
    }
  })

  it('fits on one page, however long title and address are, and prints without a network', () => {
    const long = { ...order, title: 'Wort '.repeat(40), origin: `https://${'a'.repeat(60)}.example:65535` }
    const page = sceneOf(recoveryJob({ ...long, locale: 'en' }, fonts))
    for (const op of page.ops) if (op.kind === 'text') expect(op.baseline).toBeLessThan(page.height - 8)
    const pdf = renderPdf(recoveryJob(long, fonts), shippedMetrics())
    expect(pdf.ok && new TextDecoder('latin1').decode(pdf.value.subarray(0, 5))).toBe('%PDF-')
  })
})
