/**
 * The poster as poppler prints it against the same scene on Chromium's canvas: two programs, two renderers of ours, one
 * picture. What text extraction cannot see (missing outlines, wrong places, wrong colours) shows here.
 */
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Scene, SceneOp } from '../../src/layout/scene.ts'
import { renderPdf } from '../../src/poster/renderPdf.ts'
import { CHROMIUM, openPageWithFonts } from '../helpers/chromiumWithFonts.ts'
import { drawOnCanvas } from '../helpers/drawOnCanvas.ts'
import { type Raster, rasterise } from '../helpers/pdfTools.ts'
import { shippedMetrics } from '../helpers/shippedFonts.ts'
import { FEATURE_LINES, featureScene } from './featureScene.ts'
import { posterScene } from './fixtureScene.ts'

// Slow machines take their time; nothing here waits for anything but work.
vi.setConfig({ testTimeout: 60_000 })

const metrics = shippedMetrics()
const DOTS_PER_INCH = 127
/** Blocks of pixels are compared, because the two programs smooth edges differently. */
const BLOCK = 10

function drawn(scene: Scene): Raster {
  const meta = { title: 'pixels', language: 'en', createdAt: 0 }
  const result = renderPdf({ scenes: [scene], pictures: new Map(), meta }, metrics)
  if (!result.ok) throw new Error(result.error.code)
  return rasterise(result.value, DOTS_PER_INCH)
}

/** Mean of all channels over an area in pixels, 0 to 255. */
function brightness(raster: Raster, left: number, top: number, right: number, bottom: number): number {
  let sum = 0
  for (let y = top; y < bottom; y += 1)
    for (let at = 3 * (y * raster.width + left); at < 3 * (y * raster.width + right); at += 1)
      sum += raster.rgb[at] ?? 0
  return sum / (3 * (right - left) * (bottom - top))
}

interface Difference {
  readonly size: number
  readonly place: string
}

function largestBlockDifference(one: Raster, other: Raster): Difference {
  let worst: Difference = { size: 0, place: 'nowhere' }
  for (let y = 0; y + BLOCK <= one.height; y += BLOCK)
    for (let x = 0; x + BLOCK <= one.width; x += BLOCK) {
      const area = [x, y, x + BLOCK, y + BLOCK] as const
      const size = Math.abs(brightness(one, ...area) - brightness(other, ...area))
      if (size > worst.size) worst = { size, place: `at pixel ${x}, ${y}` }
    }
  return worst
}

/** How much ink a line has in one picture and not in the other. */
function largestInkDifference(scene: Scene, one: Raster, other: Raster): Difference {
  const pixels = (millimetres: number) => Math.max(0, Math.round((millimetres * DOTS_PER_INCH) / 25.4))
  let worst: Difference = { size: 0, place: 'no line' }
  for (const op of scene.ops) {
    if (op.kind !== 'text') continue
    const top = pixels(op.baseline - metrics.capHeight(op.font, op.size))
    const right = Math.min(one.width, pixels(op.x + metrics.measure(op.text, op.font, op.size)))
    const bottom = Math.min(one.height, pixels(op.baseline))
    if (right <= pixels(op.x) || bottom <= top) continue
    const area = [pixels(op.x), top, right, bottom] as const
    const size = Math.abs(brightness(one, ...area) - brightness(other, ...area))
    if (size > worst.size) worst = { size, place: op.text }
  }
  return worst
}

const hebrew: SceneOp = {
  kind: 'text',
  text: 'שלום (רחל) 12 Haus',
  x: 10,
  baseline: 82,
  font: 'regular',
  size: 6,
  colour: '#000000',
}

/** Photos are compared elsewhere, and a browser has its own way with characters that no shipped font has. */
function comparable(scene: Scene): Scene {
  const ops = scene.ops.filter(
    (op) => op.kind !== 'picture' && !(op.kind === 'text' && metrics.missing(op.text).length > 0),
  )
  return { ...scene, ops }
}

function cropped(scene: Scene, width: number, height: number): Scene {
  const ops = scene.ops.filter(
    (op) => !('y' in op && op.y > height) && !('baseline' in op && op.baseline > height),
  )
  return { width, height, ops }
}

describe('a printed poster looks like the same scene on a canvas', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch(CHROMIUM)
  }, 60_000)
  afterAll(async () => {
    await browser.close()
  })

  const scenes: readonly (readonly [string, () => Scene])[] = [
    [
      'one of everything, with Hebrew',
      () => comparable({ ...featureScene(), ops: [...featureScene().ops, hebrew] }),
    ],
    ['a corner of 538 cards', () => cropped(posterScene(metrics), 300, 200)],
  ]
  it.each(scenes)('%s', async (_name, make) => {
    const scene = make()
    const poster = drawn(scene)
    const page = await browser.newPage()
    await openPageWithFonts(page)
    const order = { scene, scale: DOTS_PER_INCH / 25.4, width: poster.width, height: poster.height }
    const rgb = new Uint8Array(Buffer.from(await page.evaluate(drawOnCanvas, order), 'base64'))
    await page.close()
    const canvas = { ...poster, rgb }
    const block = largestBlockDifference(poster, canvas)
    expect(block.size, block.place).toBeLessThan(40)
    const line = largestInkDifference(scene, poster, canvas)
    expect(line.size, line.place).toBeLessThan(16)
  })

  it('would notice a line that is missing', async () => {
    const scene = comparable(featureScene())
    const without = {
      ...scene,
      ops: scene.ops.filter((op) => op.kind !== 'text' || !op.text.startsWith('Ł')),
    }
    const [whole, partial] = [drawn(scene), drawn(without)]
    expect(largestBlockDifference(whole, partial).size).toBeGreaterThan(60)
    expect(largestInkDifference(scene, whole, partial)).toMatchObject({ place: FEATURE_LINES[0] })
    expect(largestInkDifference(scene, whole, partial).size).toBeGreaterThan(40)
  })
})
