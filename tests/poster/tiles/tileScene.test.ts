import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { tileLabels } from '../../../src/i18n/tileLabels.ts'
import type { Rect, Scene, SceneOp } from '../../../src/layout/scene.ts'
import { renderPdf } from '../../../src/poster/renderPdf.ts'
import { tileGrid } from '../../../src/poster/tiles/tileGrid.ts'
import { TILE_SHEETS, tileScene } from '../../../src/poster/tiles/tileScene.ts'
import { openPdf, qpdfCheck, type Raster, rasterise, textOf } from '../../helpers/pdfTools.ts'
import { shippedMetrics } from '../../helpers/shippedFonts.ts'
import { featureScene } from '../featureScene.ts'
import { A0_LANDSCAPE, posterScene } from '../fixtureScene.ts'

// Slow machines take their time; nothing here waits for anything but work.
vi.setConfig({ testTimeout: 60_000 })

const metrics = shippedMetrics()
const jpeg = new Uint8Array(readFileSync(new URL('../../fixtures/poster/quadrants.jpg', import.meta.url)))
const pictures = new Map([['photo', jpeg]])
const labels = {
  sheet: ({ row, column }: { row: number; column: number }) => `Reihe ${row}, Spalte ${column}`,
  ruler: '100 mm',
  plan: {
    title: 'Plan',
    steps: ['Drucken', 'Kleben'],
    place: ({ row, column }: { row: number; column: number }) => `${row}/${column}`,
    leftOut: (places: readonly string[]) => `Leer: ${places.join(', ')}`,
  },
}

function rendered(scenes: readonly Scene[]): Uint8Array {
  const result = renderPdf(
    { scenes, pictures, meta: { title: 'tiles', language: 'de', createdAt: 0 } },
    metrics,
  )
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('a poster cut for an office printer', () => {
  it('covers the poster without a gap, overlapping as much as asked, on the fewest sheets', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 50, max: 3000, noNaN: true }),
        fc.double({ min: 50, max: 1200, noNaN: true }),
        (width, height) => {
          const { tiles, columns, rows } = tileGrid({ width, height }, TILE_SHEETS.A4)
          expect(tiles).toHaveLength(columns * rows)
          for (const { row, column, part } of tiles) {
            const right = tiles.find((other) => other.row === row && other.column === column + 1)
            const below = tiles.find((other) => other.column === column && other.row === row + 1)
            if (right) expect(part.x + part.width - right.part.x).toBeCloseTo(10, 6)
            else expect(part.x + part.width).toBeCloseTo(width, 1)
            if (below) expect(part.y + part.height - below.part.y).toBeCloseTo(10, 6)
            else expect(part.y + part.height).toBeCloseTo(height, 1)
          }
        },
      ),
      { seed: 5, numRuns: 200 },
    )
    expect(tileGrid(A0_LANDSCAPE, TILE_SHEETS.A4).tiles).toHaveLength(25)
    expect(tileGrid(A0_LANDSCAPE, TILE_SHEETS.A3).tiles.length).toBeLessThanOrEqual(12)
    expect(tileGrid({ width: 180, height: 250 }, TILE_SHEETS.A4).tiles).toHaveLength(1)
  })

  it('shows on every sheet exactly what the whole poster shows there', () => {
    const scene = featureScene()
    const sheet = { width: 90, height: 120, margin: 6, overlap: 10 }
    const DOTS = 127
    const whole = rasterise(rendered([scene]), DOTS)
    const { tiles } = tileGrid(scene, sheet)
    const file = rendered(tileScene(scene, sheet, labels, metrics).pages)
    expect(tiles.length).toBeGreaterThan(3)
    for (const [index, { part }] of tiles.entries()) {
      const page = rasterise(file, DOTS, index + 2)
      expect(meanDifference(whole, page, part, sheet.margin), `sheet ${index + 1}`).toBeLessThan(0.7)
    }
  })

  it('leaves no line out at the seams', async () => {
    const scene = posterScene(metrics, 120)
    const pdf = await openPdf(rendered(tileScene(scene, TILE_SHEETS.A4, labels, metrics).pages))
    let all = ''
    for (let page = 1; page <= pdf.numPages; page += 1)
      all += (await textOf(pdf, page)).map(({ text }) => text).join('')
    for (const op of scene.ops) if (op.kind === 'text') expect(all).toContain(op.text)
  })

  it('names every sheet and has a ruler of exactly 100 mm on each', async () => {
    const [, ...scenes] = tileScene(featureScene(), TILE_SHEETS.A4, labels, metrics).pages
    const pdf = await openPdf(rendered(scenes))
    expect((await textOf(pdf, 1)).map(({ text }) => text)).toContain('Reihe 1, Spalte 1')
    const rulers = scenes.flatMap(({ ops }) =>
      ops.filter((op) => op.kind === 'text' && op.text === labels.ruler),
    )
    expect(rulers).toHaveLength(scenes.length)
    const longest = scenes[0]?.ops.flatMap((op) =>
      op.kind === 'path' && op.stroke === '#555555' ? op.segments : [],
    )
    const xs = (longest ?? []).flatMap((segment) => (segment[0] === 'L' ? [segment[1]] : []))
    expect(xs.some((x) => xs.some((other) => Math.abs(x - other - 100) < 1e-9))).toBe(true)
  })

  it('keeps the words at its foot, and on lying sheets the ruler too, clear of the crop marks', () => {
    const words = tileLabels('de')
    const poster = posterScene(metrics)
    const [, ...sheets] = tileScene(poster, TILE_SHEETS.A4, words, metrics).pages
    expect(sheets.length).toBeGreaterThan(20)
    expect(sheets.every(({ width, height }) => width > height)).toBe(true)
    for (const [index, { ops }] of sheets.entries()) {
      const foot = ops.slice(ops.findLastIndex(({ kind }) => kind === 'restore') + 1)
      const [marks, name, ruler, label] = foot
      if (!marks || !name || !ruler || !label) throw new Error('the foot of a sheet is not complete')
      const lines = linesOf(marks)
      for (const piece of [name, ruler, label]) {
        const { x, y, width, height } = boxOf(piece)
        const touched = lines.filter(
          (one) =>
            one.x + one.width > x - 1 &&
            one.x < x + width + 1 &&
            one.y + one.height > y &&
            one.y < y + height,
        )
        expect(touched, `sheet ${index + 1}, ${piece.kind === 'text' ? piece.text : 'ruler'}`).toEqual([])
        expect(x + width).toBeLessThan(297 - 4)
      }
    }
  })

  it('stays small: 25 sheets of an A0 hold fonts and photos once', () => {
    const file = rendered(tileScene(posterScene(metrics), TILE_SHEETS.A4, labels, metrics).pages)
    expect(qpdfCheck(file)).toContain('No syntax or stream encoding errors found')
    expect(file.length).toBeLessThan(160_000)
  })

  it('leaves out sheets with nothing on them, and says on a plan which there are and where they go', async () => {
    const ink = { kind: 'rect', width: 30, height: 30, fill: '#123456' } as const
    const paper = { kind: 'rect', x: 0, y: 0, width: 700, height: 500, fill: '#ffffff' } as const
    const scene: Scene = {
      width: 700,
      height: 500,
      ops: [paper, { ...ink, x: 5, y: 5 }, { ...ink, x: 650, y: 460 }],
    }
    const { pages, parts } = tileScene(scene, TILE_SHEETS.A4, labels, metrics)
    const grid = tileGrid(scene, TILE_SHEETS.A4)
    expect(grid.tiles.length).toBeGreaterThan(4)
    expect(parts).toEqual([grid.tiles[0]?.part, grid.tiles.at(-1)?.part])
    expect(pages).toHaveLength(3)
    const pdf = await openPdf(rendered(pages))
    const plan = (await textOf(pdf, 1)).map(({ text }) => text)
    expect(plan).toEqual(
      expect.arrayContaining([
        'Plan',
        '1.',
        'Drucken',
        '2.',
        'Kleben',
        '1/1',
        `${grid.rows}/${grid.columns}`,
      ]),
    )
    expect(plan).not.toContain('1/2')
    expect(plan.filter((text) => /Leer: .*1\/2/.test(text))).toHaveLength(1)
  })

  it('refuses a sheet that has no room beside its margins', () => {
    expect(() => tileGrid(A0_LANDSCAPE, { width: 20, height: 20, margin: 8, overlap: 10 })).toThrow(
      'smaller than',
    )
  })
})

/** Each stroke of a path as the box around it. */
function linesOf(op: SceneOp): readonly Rect[] {
  const segments = op.kind === 'path' ? op.segments : []
  return segments.flatMap((segment, index) => {
    const before = segments[index - 1]
    if (segment[0] !== 'L' || before === undefined || before[0] === 'Z') return []
    const [x, y] = [before.at(-2) as number, before.at(-1) as number]
    return [
      {
        x: Math.min(x, segment[1]),
        y: Math.min(y, segment[2]),
        width: Math.abs(segment[1] - x),
        height: Math.abs(segment[2] - y),
      },
    ]
  })
}

/** What a text or a path inks at least. */
function boxOf(op: SceneOp): Rect {
  if (op.kind === 'text') {
    const width = metrics.measure(op.text, op.font, op.size)
    return { x: op.x, y: op.baseline - 0.7 * op.size, width, height: 0.9 * op.size }
  }
  const lines = linesOf(op)
  const x = Math.min(...lines.map((one) => one.x))
  const y = Math.min(...lines.map((one) => one.y))
  return {
    x,
    y,
    width: Math.max(...lines.map((one) => one.x + one.width)) - x,
    height: Math.max(...lines.map((one) => one.y + one.height)) - y,
  }
}

/** Over the part of the poster that a sheet shows, a millimetre in from the cut. */
function meanDifference(
  whole: Raster,
  page: Raster,
  part: { x: number; y: number; width: number; height: number },
  margin: number,
): number {
  const PIXELS_PER_MM = 5
  let sum = 0
  let count = 0
  for (let y = 1; y < part.height - 1; y += 1 / PIXELS_PER_MM)
    for (let x = 1; x < part.width - 1; x += 1 / PIXELS_PER_MM) {
      const there =
        3 *
        (Math.round((part.y + y) * PIXELS_PER_MM) * whole.width + Math.round((part.x + x) * PIXELS_PER_MM))
      const here =
        3 * (Math.round((margin + y) * PIXELS_PER_MM) * page.width + Math.round((margin + x) * PIXELS_PER_MM))
      sum += Math.abs((whole.rgb[there] ?? 0) - (page.rgb[here] ?? 0))
      count += 1
    }
  return sum / count
}
