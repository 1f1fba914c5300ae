import { beforeAll, describe, expect, it } from 'vitest'
import { loadFonts } from '../../../src/cli/loadFonts.ts'
import { StripPainter } from '../../../src/cli/raster/StripPainter.ts'
import { createFontMetrics, type FontMetrics } from '../../../src/layout/font/fontMetrics.ts'
import type { SceneOp } from '../../../src/layout/scene.ts'
import type { Pixels } from '../../../src/poster/pictures/jpegCodec.ts'

const SIDE = 40
let metrics: FontMetrics

beforeAll(async () => {
  const fonts = await loadFonts()
  if (fonts === undefined) throw new Error('no fonts')
  metrics = createFontMetrics(fonts)
})

/** One pixel per millimetre, drawn in strips of so many rows. */
function drawn(
  ops: readonly SceneOp[],
  rows = SIDE,
  pictures = new Map<string, Pixels>(),
): Uint8ClampedArray {
  const painter = new StripPainter({
    metrics,
    scale: 1,
    width: SIDE,
    rows,
    picture: (id) => pictures.get(id),
  })
  const all = new Uint8ClampedArray(SIDE * SIDE * 4)
  for (let top = 0; top < SIDE; top += rows) {
    const strip = painter.paint(ops, top, Math.min(rows, SIDE - top))
    all.set(strip, top * SIDE * 4)
  }
  return all
}

const at = (pixels: Uint8ClampedArray, x: number, y: number) => [
  ...pixels.subarray((y * SIDE + x) * 4, (y * SIDE + x) * 4 + 3),
]
const isInk = (pixels: Uint8ClampedArray, x: number, y: number) => (at(pixels, x, y)[0] ?? 255) < 128
const RED = '#ff0000'
const text = (value: string, x: number, baseline: number, size: number): SceneOp => ({
  kind: 'text',
  text: value,
  x,
  baseline,
  font: 'bold',
  size,
  colour: '#000000',
})

describe('drawing without a canvas', { timeout: 60_000 }, () => {
  it('fills exactly what a shape covers, and half a pixel by half', () => {
    const pixels = drawn([{ kind: 'rect', x: 2, y: 3, width: 4.5, height: 2, fill: RED }])
    expect([at(pixels, 2, 3), at(pixels, 5, 4), at(pixels, 1, 3), at(pixels, 2, 5)]).toEqual([
      [255, 0, 0],
      [255, 0, 0],
      [255, 255, 255],
      [255, 255, 255],
    ])
    expect(at(pixels, 6, 3)[1]).toBeGreaterThan(120)
    expect(at(pixels, 6, 3)[1]).toBeLessThan(135)
  })

  it('leaves a hole where an outline turns the other way, and counts an overlap once', () => {
    const box = (x: number, size: number) => [
      ['M', x, x] as const,
      ['L', x + size, x] as const,
      ['L', x + size, x + size] as const,
      ['L', x, x + size] as const,
      ['Z'] as const,
    ]
    const hole = [['M', 8, 8], ['L', 8, 12], ['L', 12, 12], ['L', 12, 8], ['Z']] as const
    const pixels = drawn([{ kind: 'path', segments: [...box(4, 12), ...hole, ...box(14, 10)], fill: RED }])
    expect([at(pixels, 5, 5), at(pixels, 10, 10), at(pixels, 15, 15)]).toEqual([
      [255, 0, 0],
      [255, 255, 255],
      [255, 0, 0],
    ])
  })

  it('draws nothing outside a clip, and goes on behind its end', () => {
    const pixels = drawn([
      { kind: 'clip', x: 0, y: 0, width: 10, height: 10 },
      { kind: 'rect', x: 0, y: 0, width: 30, height: 30, fill: RED },
      { kind: 'restore' },
      { kind: 'rect', x: 35, y: 35, width: 2, height: 2, fill: RED },
    ])
    expect([at(pixels, 9, 9), at(pixels, 10, 9), at(pixels, 36, 36)]).toEqual([
      [255, 0, 0],
      [255, 255, 255],
      [255, 0, 0],
    ])
  })

  it('draws letters with their holes, composed letters with their marks, and a box where no font has one', () => {
    const o = drawn([text('O', 4, 32, 40)])
    const width = metrics.measure('O', 'bold', 40)
    expect([
      isInk(o, 4 + Math.round(width / 2), 19),
      isInk(o, 7, 19),
      isInk(o, 4 + Math.round(width / 2), 6),
    ]).toEqual([false, true, true])
    const inkOf = (value: string) =>
      drawn([text(value, 4, 34, 30)]).reduce((sum, value_) => sum + (255 - value_), 0)
    expect(inkOf('Ö')).toBeGreaterThan(inkOf('O') * 1.05)
    expect(inkOf('\u{10450}')).toBeGreaterThan(1000)
  })

  it('dashes and rounds lines', () => {
    const line = {
      kind: 'path',
      segments: [
        ['M', 0, 10],
        ['L', 40, 10],
      ],
      stroke: '#000000',
      strokeWidth: 4,
    } as const
    const pixels = drawn([{ ...line, dash: [6, 14] }])
    const row = Array.from({ length: SIDE }, (_, x) => (isInk(pixels, x, 10) ? '#' : '.')).join('')
    expect(row).toMatch(/^#{6,9}\.{8,12}#{8,11}\.+#*$/)
  })

  it('shows a photo upright in its frame, cut evenly, and an empty frame without one', () => {
    const data = new Uint8Array(4 * 2 * 4).fill(255)
    for (const pixel of [0, 1, 2, 3]) data.set([0, 0, 255, 255], pixel * 4)
    const photo = { width: 4, height: 2, data }
    const frame = { kind: 'picture', mediaId: 'p', x: 0, y: 0, width: 10, height: 10 } as const
    const shown = drawn([frame], SIDE, new Map([['p', photo]]))
    expect([at(shown, 1, 2), at(shown, 9, 8), at(shown, 11, 2)]).toEqual([
      [0, 0, 255],
      [255, 255, 255],
      [255, 255, 255],
    ])
    expect(at(drawn([frame]), 5, 5)).toEqual([232, 228, 218])
  })

  it('gives the same pixels in whatever strips it is drawn', () => {
    const ops: SceneOp[] = [
      {
        kind: 'rect',
        x: 3,
        y: 3,
        width: 30,
        height: 30,
        radius: 8,
        fill: '#8257b4',
        stroke: '#000000',
        strokeWidth: 1.5,
      },
      text('Straße 8', 2, 24, 9),
      {
        kind: 'path',
        segments: [
          ['M', 2, 2],
          ['C', 30, 2, 2, 38, 38, 38],
        ],
        stroke: RED,
        strokeWidth: 2,
      },
    ]
    const whole = drawn(ops)
    for (const rows of [7, 16]) {
      const parts = drawn(ops, rows)
      const most = whole.reduce(
        (worst, value, index) => Math.max(worst, Math.abs(value - (parts[index] ?? 0))),
        0,
      )
      expect(most).toBeLessThanOrEqual(2)
    }
  })
})
