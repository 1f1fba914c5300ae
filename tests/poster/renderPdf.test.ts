import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { drawableText } from '../../src/layout/font/clusters.ts'
import type { Scene } from '../../src/layout/scene.ts'
import type { PosterJob } from '../../src/poster/posterJob.ts'
import { renderPdf } from '../../src/poster/renderPdf.ts'
import { openPdf, type PdfText, qpdfCheck, rasterise, textOf, unpacked } from '../helpers/pdfTools.ts'
import { shippedMetrics } from '../helpers/shippedFonts.ts'
import { FEATURE_LINES, featureScene } from './featureScene.ts'
import { posterScene } from './fixtureScene.ts'

// Slow machines take their time; nothing here waits for anything but work.
vi.setConfig({ testTimeout: 60_000 })

const metrics = shippedMetrics()
const jpeg = new Uint8Array(readFileSync(new URL('../fixtures/poster/quadrants.jpg', import.meta.url)))
const pictures = new Map([['photo', jpeg]])
const meta = {
  title: 'Bahnreise – Łódź 😀',
  author: 'Jana Přibyl',
  language: 'de',
  createdAt: Date.UTC(2026, 3, 1, 9),
}

function job(scene: Scene, more: Partial<PosterJob> = {}): PosterJob {
  return { scenes: [scene], pictures, meta, ...more }
}

function rendered(order: PosterJob): Uint8Array {
  const result = renderPdf(order, metrics)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** What stands at the place of a line: items on its baseline, from its start to its end. */
function textAt(items: readonly PdfText[], x: number, baseline: number, width: number): string {
  return items
    .filter((item) => Math.abs(item.y - baseline) < 0.1 && item.x > x - 0.1 && item.x < x + width - 0.1)
    .toSorted((a, b) => a.x - b.x)
    .map((item) => item.text)
    .join('')
}

async function expectEveryLineAtItsPlace(scene: Scene): Promise<number> {
  const items = await textOf(await openPdf(rendered(job(scene))))
  let found = 0
  for (const op of scene.ops) {
    if (op.kind !== 'text') continue
    const width = metrics.measure(op.text, op.font, op.size)
    expect(textAt(items, op.x, op.baseline, width)).toBe(drawableText(op.text))
    found += 1
  }
  return found
}

describe('a poster as PDF', () => {
  let complaints: unknown[][] = []
  beforeEach(() => {
    complaints = []
    for (const level of ['error', 'warn'] as const)
      vi.spyOn(console, level).mockImplementation((...args: unknown[]) => void complaints.push(args))
  })
  afterEach(() => {
    vi.restoreAllMocks()
    expect(complaints).toEqual([])
  })

  it('holds every line of a small page at its place, copyable with umlauts, Polish, Czech, Turkish and emoji', async () => {
    expect(await expectEveryLineAtItsPlace(featureScene())).toBe(FEATURE_LINES.length + 2)
  })

  it('holds every line of 538 cards at its place', async () => {
    expect(await expectEveryLineAtItsPlace(posterScene(metrics))).toBeGreaterThan(2500)
  })

  it('holds more different characters of one face than a byte can tell apart, each copyable and drawn', async () => {
    const characters = [...metrics.fonts.regular.characters.keys()]
      .map((code) => String.fromCodePoint(code))
      .filter(
        (character) => /^[\p{Letter}\p{Number}]$/u.test(character) && character.normalize() === character,
      )
    expect(characters.length).toBeGreaterThan(400)
    const ops = Array.from({ length: Math.ceil(characters.length / 40) }, (_, row) => ({
      kind: 'text' as const,
      text: characters.slice(40 * row, 40 * row + 40).join(''),
      x: 5,
      baseline: 10 + 8 * row,
      font: 'regular' as const,
      size: 5,
      colour: '#000000',
    }))
    const scene = { width: 250, height: 20 + 8 * ops.length, ops }
    expect(await expectEveryLineAtItsPlace(scene)).toBe(ops.length)
    const { width, rgb } = rasterise(rendered(job(scene)), 72)
    for (const { x, baseline, text } of ops) {
      const [left, right] = [x, x + metrics.measure(text, 'regular', 5)].map((mm) =>
        Math.round((mm * 72) / 25.4),
      )
      let dark = 0
      const row = Math.round(((baseline - 1) * 72) / 25.4)
      for (let at = left ?? 0; at < (right ?? 0); at += 1)
        if ((rgb[3 * (row * width + at)] ?? 255) < 160) dark += 1
      expect(dark, text).toBeGreaterThan(20)
    }
  })

  it('keeps colour and place of hundreds of shapes, though each is placed from the one before', () => {
    const ops = Array.from({ length: 200 }, (_, index) => ({
      kind: 'rect' as const,
      x: 2 + (index % 20) * 10,
      y: 2 + Math.floor(index / 20) * 10,
      width: 6,
      height: 6,
      radius: 1,
      fill: index < 150 ? '#c01020' : '#1020c0',
    }))
    const { width, rgb } = rasterise(rendered(job({ width: 204, height: 104, ops })), 127)
    for (const { x, y, fill } of ops)
      for (const [dx, dy] of [
        [0.6, 3],
        [5.4, 3],
        [3, 0.6],
        [3, 5.4],
      ] as const) {
        const at = 3 * (Math.floor((y + dy) * 5) * width + Math.floor((x + dx) * 5))
        const colour = Buffer.from(rgb.subarray(at, at + 3)).toString('hex')
        expect(`#${colour}`, `${x}, ${y}`).toBe(fill)
      }
  })

  it('is well formed', () => {
    for (const scene of [featureScene(), posterScene(metrics, 60)])
      expect(qpdfCheck(rendered(job(scene)))).toContain('No syntax or stream encoding errors found')
  })

  it('is the same file, byte for byte, when made twice', () => {
    expect(rendered(job(featureScene()))).toEqual(rendered(job(featureScene())))
  })

  it('stays small: 538 cards without photos in at most 120 kB', () => {
    expect(rendered(job(posterScene(metrics))).length).toBeLessThan(120_000)
  })

  it('has the exact size of the scene, whichever side is longer', async () => {
    for (const [width, height] of [
      [1189, 841],
      [841, 1189],
      [3000, 914],
      [300, 300],
    ] as const) {
      const page = await (await openPdf(rendered(job({ width, height, ops: [] })))).getPage(1)
      const view = page.getViewport({ scale: 25.4 / 72 })
      expect(view.width).toBeCloseTo(width, 2)
      expect(view.height).toBeCloseTo(height, 2)
    }
  })

  it('puts every scene on its own page', async () => {
    const pdf = await openPdf(
      rendered(job(featureScene(), { scenes: [featureScene(), posterScene(metrics, 20)] })),
    )
    expect(pdf.numPages).toBe(2)
    expect((await textOf(pdf, 2)).map(({ text }) => text)).toContain('Bahnreise der Familie')
  })

  it('tells title, author, language and the date of the job, in universal time', async () => {
    const pdf = await openPdf(rendered(job(featureScene())))
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({
      Title: meta.title,
      Author: meta.author,
      Creator: 'Etappe',
      CreationDate: "D:20260401090000+00'00'",
      Language: 'de',
      PDFFormatVersion: '1.7',
    })
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true })
  })

  it('has an outline that leads to the places on the page', async () => {
    const pdf = await openPdf(rendered(job(featureScene())))
    const outline = await pdf.getOutline()
    expect(
      outline.map(({ title, items }) => [title, items.map((item: { title: string }) => item.title)]),
    ).toEqual([
      ['Reise (Łódź) 😀', ['Phase 1']],
      ['Legende', []],
    ])
    const target = outline[1]?.dest
    expect(Array.isArray(target) && Number(target[3]) * (25.4 / 72)).toBeCloseTo(20, 0)
  })

  it('links to web pages only, whatever the text of the link says', async () => {
    const page = await (await openPdf(rendered(job(featureScene())))).getPage(1)
    const links = await page.getAnnotations()
    expect(links.map(({ url }: { url: string }) => url)).toEqual(['https://example.org/reise?a=(1)&b=%C3%BC'])
    const [left, bottom, right, top] = links[0].rect.map((points: number) => points * (25.4 / 72))
    expect([left, 140 - top, right - left, top - bottom].map(Math.round)).toEqual([140, 116, 40, 5])
  })

  it('stores a photo once, however often it is shown, and none of its camera data', () => {
    const exif = [0xff, 0xe1, 0, 16, ...Buffer.from('Exif\0\0GPS-here')]
    const tagged = new Uint8Array([...jpeg.subarray(0, 2), ...exif.slice(0, 18), ...jpeg.subarray(2)])
    const file = rendered(job(featureScene(), { pictures: new Map([['photo', tagged]]) }))
    const content = Buffer.from(file).toString('latin1')
    expect(content.match(/\/Subtype\/Image/g)).toHaveLength(1)
    expect(content).not.toContain('Exif')
    expect(content).not.toContain('GPS')
  })

  it('shows a photo as it is, also when its Huffman tables come before its frame header', () => {
    const table = [0xff, 0xc4, 0, 19, ...Array.from({ length: 17 }, () => 0)]
    const reordered = new Uint8Array([...jpeg.subarray(0, 2), ...table, ...jpeg.subarray(2)])
    for (const photo of [jpeg, reordered]) {
      const { width, rgb } = rasterise(
        rendered(job(featureScene(), { pictures: new Map([['photo', photo]]) })),
        127,
      )
      const colourAt = (x: number, y: number) => [
        ...rgb.subarray(3 * (y * 5 * width + x * 5), 3 * (y * 5 * width + x * 5) + 3),
      ]
      const colours = [colourAt(28, 114), colourAt(48, 114), colourAt(28, 126), colourAt(48, 126)]
      const expected = [
        [208, 32, 32],
        [32, 160, 64],
        [32, 64, 192],
        [224, 192, 32],
      ]
      for (const [index, colour] of colours.entries())
        for (const [channel, value] of colour.entries())
          expect(Math.abs(value - (expected[index]?.[channel] ?? 0))).toBeLessThan(12)
    }
  })

  it('draws no line thinner than a plotter can', () => {
    const thin: Scene = {
      width: 100,
      height: 100,
      ops: [{ kind: 'rect', x: 1, y: 1, width: 9, height: 9, stroke: '#000000', strokeWidth: 0.01 }],
    }
    const widths = [...unpacked(rendered(job(thin))).matchAll(/^([\d.]+) w$/gm)].map((match) =>
      Number(match[1]),
    )
    expect(Math.min(...widths.slice(1))).toBeCloseTo(0.25 / (25.4 / 72), 2)
  })

  it('refuses a page longer than viewers can show and says which and how long it may be', () => {
    const long = { width: 914, height: 5081, ops: [] }
    expect(renderPdf(job(long, { scenes: [featureScene(), long] }), metrics)).toEqual({
      ok: false,
      error: { code: 'page-too-long', page: 2, width: 914, height: 5081, longest: 5080 },
    })
    expect(renderPdf(job(long, { scenes: [] }), metrics)).toEqual({ ok: false, error: { code: 'no-pages' } })
  })

  it('reports progress from 0 to 1 and never backwards', () => {
    const seen: number[] = []
    renderPdf(job(posterScene(metrics)), metrics, (fraction) => seen.push(fraction))
    expect(seen[0]).toBe(0)
    expect(seen.at(-1)).toBe(1)
    expect(seen.length).toBeGreaterThan(20)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })

  it('fails loudly on a scene whose clips do not match', () => {
    const open: Scene = { width: 10, height: 10, ops: [{ kind: 'clip', x: 0, y: 0, width: 5, height: 5 }] }
    expect(() => renderPdf(job(open), metrics)).toThrow('clips more often than it restores')
    expect(() => renderPdf(job({ ...open, ops: [{ kind: 'restore' }] }), metrics)).toThrow(
      'restores more often',
    )
  })
})
