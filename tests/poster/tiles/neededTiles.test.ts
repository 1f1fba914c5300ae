import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { tileLabels } from '../../../src/i18n/tileLabels.ts'
import type { Rect, Scene, SceneOp } from '../../../src/layout/scene.ts'
import { renderPdf } from '../../../src/poster/renderPdf.ts'
import { tileGrid } from '../../../src/poster/tiles/tileGrid.ts'
import { TILE_SHEETS, tileScene } from '../../../src/poster/tiles/tileScene.ts'
import { openPdf, type Raster, rasterise, textOf } from '../../helpers/pdfTools.ts'
import { shippedMetrics } from '../../helpers/shippedFonts.ts'
import { posterScene } from '../fixtureScene.ts'

// Slow machines take their time; nothing here waits for anything but work.
vi.setConfig({ testTimeout: 60_000 })

const metrics = shippedMetrics()
const LABELS = tileLabels('de')

function pdfOf(scenes: readonly Scene[]): Uint8Array {
  const meta = { title: 'tiles', language: 'de', createdAt: 0 }
  const result = renderPdf({ scenes, pictures: new Map(), meta }, metrics)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('a sheet of a poster that would come out blank', () => {
  it('says nothing of blank sheets on the plan when there are none', async () => {
    const { pages } = tileScene(posterScene(metrics), TILE_SHEETS.A4, LABELS, metrics)
    const pdf = await openPdf(pdfOf(pages.slice(0, 1)))
    expect((await textOf(pdf, 1)).filter(({ text }) => text.includes('leer'))).toEqual([])
  })

  it('prints no sheet for the room that a line keeps below its letters, nor for what the sheet before shows', () => {
    const rows = (baseline: number) => {
      const scene: Scene = { width: 281, height: 300, ops: lastLineAt(baseline) }
      return tileScene(scene, TILE_SHEETS.A4, LABELS, metrics).parts.map(({ y }) => y)
    }
    expect(rows(182)).toEqual([0])
    expect(rows(193)).toEqual([0])
    expect(rows(195)).toEqual([0, 184])
  })

  it('prints no sheet for the empty middle of a frame', () => {
    const scene: Scene = {
      width: 800,
      height: 560,
      ops: [{ kind: 'rect', x: 2, y: 2, width: 796, height: 556, stroke: '#123456', fill: '#ffffff' }],
    }
    const { tiles } = tileGrid(scene, TILE_SHEETS.A4)
    expect(tiles).toHaveLength(9)
    expect(tileScene(scene, TILE_SHEETS.A4, LABELS, metrics).parts).not.toContainEqual(tiles[4]?.part)
  })

  it('never loses anything: whatever is inked lies on a printed sheet, and every sheet brings something of its own', () => {
    const DOTS = 50.8
    let blank = 0
    for (let seed = 1; seed <= 12; seed += 1) {
      const scene = scatteredScene(seed)
      const { parts } = tileScene(scene, SMALL_SHEET, LABELS, metrics)
      blank += tileGrid(scene, SMALL_SHEET).tiles.length - parts.length
      const own = parts.map(() => 0)
      const lost: string[] = []
      for (const at of inkedPlaces(rasterise(pdfOf([scene]), DOTS), 2)) {
        // A dot has a width: it is shown where any of it is, and by one sheet alone where others miss some of it.
        const on = parts.flatMap((part, index) => (isOn(part, at, 0.25) ? [index] : []))
        if (on.length === 0) lost.push(`${at.x},${at.y}`)
        for (const index of on)
          if (!on.some((other) => other !== index && isOn(parts[other] as Rect, at, -0.75))) own[index] = 1
      }
      expect(lost, `seed ${seed}`).toEqual([])
      expect(own, `seed ${seed}`).not.toContain(0)
    }
    expect(blank).toBeGreaterThan(20)
  })
})

/** A large line of words without anything below the baseline, under another. */
function lastLineAt(baseline: number): readonly SceneOp[] {
  const words = { text: 'Noch offline', font: 'regular', size: 12.7, colour: '#111111' } as const
  return [50, baseline].map((at) => ({ kind: 'text', x: 20, baseline: at, ...words }))
}

const SMALL_SHEET = { width: 90, height: 120, margin: 6, overlap: 10 }

/** A few things anywhere on a large empty sheet: areas, frames, words, curves, and some of them behind a clip. */
function scatteredScene(seed: number): Scene {
  const { width, height } = { width: 420, height: 297 }
  const things = fc.array(
    fc.record({
      kind: fc.constantFrom('area', 'frame', 'words', 'curve', 'clipped'),
      x: fc.integer({ min: 0, max: width - 60 }),
      y: fc.integer({ min: 12, max: height - 40 }),
      size: fc.integer({ min: 3, max: 40 }),
    }),
    { minLength: 3, maxLength: 7 },
  )
  const ops = fc.sample(things, { seed, numRuns: 1 })[0]?.flatMap(({ kind, x, y, size }): SceneOp[] => {
    const box = { kind: 'rect', x, y, width: size * 1.4, height: size * 0.9 } as const
    switch (kind) {
      case 'area':
        return [{ ...box, fill: '#334455' }]
      case 'frame':
        return [{ ...box, radius: 2, stroke: '#334455', strokeWidth: 0.4, fill: '#ffffff' }]
      case 'words':
        return [
          { kind: 'text', text: 'Żüg 😀 fährt', x, baseline: y, font: 'bold', size: 10, colour: '#111111' },
        ]
      case 'curve':
        return [
          {
            kind: 'path',
            segments: [
              ['M', x, y],
              ['C', x + size, y - 9, x + size, y + 30, x + 55, y + 20],
              ['L', x + 58, y + 38],
            ],
            stroke: '#aa2200',
            strokeWidth: 0.8,
          },
        ]
      case 'clipped':
        return [
          { kind: 'clip', x, y, width: 5, height: 5 },
          { ...box, width: 300, fill: '#118844' },
          { kind: 'restore' },
        ]
    }
  })
  return { width, height, ops: ops ?? [] }
}

interface Place {
  readonly x: number
  readonly y: number
}

/** Where a dot is not white, in millimetres, at the middle of the dot. */
function inkedPlaces({ width, height, rgb }: Raster, dotsPerMm: number): readonly Place[] {
  const places: Place[] = []
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const at = 3 * (row * width + column)
      // What is lighter is the smoothed edge of something whose dots are counted beside it.
      if (Math.min(rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0) < 200)
        places.push({ x: (column + 0.5) / dotsPerMm, y: (row + 0.5) / dotsPerMm })
    }
  return places
}

function isOn({ x, y, width, height }: Rect, at: Place, slack: number): boolean {
  return at.x > x - slack && at.x < x + width + slack && at.y > y - slack && at.y < y + height + slack
}
