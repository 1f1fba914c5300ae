/** The outlines of a TrueType face in em, y down, taken from its own tables; composite glyphs are put together. */
import { requireTable } from '../../layout/font/readSfnt.ts'
import type { TrueTypeFont } from '../../layout/font/trueTypeFont.ts'
import type { Polygon } from './polygon.ts'

const ON_CURVE = 0x01
const SHORT_X = 0x02
const SHORT_Y = 0x04
const REPEATS = 0x08
const SAME_X = 0x10
const SAME_Y = 0x20

const ARGS_ARE_WORDS = 0x0001
const ARGS_ARE_XY = 0x0002
const HAS_SCALE = 0x0008
const MORE_COMPONENTS = 0x0020
const HAS_XY_SCALE = 0x0040
const HAS_2X2 = 0x0080
const DEEPEST = 6
/** Straight pieces for each curve of a letter. */
const CURVE_STEPS = 5

interface Point {
  readonly x: number
  readonly y: number
  readonly isOn: boolean
}

type Contour = readonly Point[]

export class GlyphOutlines {
  private readonly known = new Map<number, readonly Polygon[]>()
  private readonly font: TrueTypeFont
  private readonly glyf: DataView
  private readonly offset: (glyph: number) => number

  constructor(font: TrueTypeFont) {
    this.font = font
    this.glyf = requireTable(font.tables, 'glyf', 'raster')
    const loca = requireTable(font.tables, 'loca', 'raster')
    const isLong = requireTable(font.tables, 'head', 'raster').getInt16(50) === 1
    this.offset = (glyph) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  }

  of(glyph: number): readonly Polygon[] {
    const known = this.known.get(glyph)
    if (known !== undefined) return known
    const polygons = this.contours(glyph, 0).map((contour) => flatten(contour, this.font.unitsPerEm))
    this.known.set(glyph, polygons)
    return polygons
  }

  private contours(glyph: number, depth: number): Contour[] {
    const start = this.offset(glyph)
    if (depth > DEEPEST || this.offset(glyph + 1) - start < 10) return []
    const count = this.glyf.getInt16(start)
    return count >= 0 ? this.simple(start, count) : this.composite(start + 10, depth)
  }

  private simple(start: number, count: number): Contour[] {
    const { glyf } = this
    const ends = Array.from({ length: count }, (_, index) => glyf.getUint16(start + 10 + 2 * index))
    const total = (ends.at(-1) ?? -1) + 1
    let at = start + 10 + 2 * count
    at += 2 + glyf.getUint16(at)
    const flags: number[] = []
    while (flags.length < total) {
      const flag = glyf.getUint8(at++)
      const times = flag & REPEATS ? glyf.getUint8(at++) + 1 : 1
      for (let time = 0; time < times; time += 1) flags.push(flag)
    }
    const read = (short: number, same: number): number[] => {
      let value = 0
      return flags.slice(0, total).map((flag) => {
        if (flag & short) value += flag & same ? glyf.getUint8(at++) : -glyf.getUint8(at++)
        else if (!(flag & same)) {
          value += glyf.getInt16(at)
          at += 2
        }
        return value
      })
    }
    const xs = read(SHORT_X, SAME_X)
    const ys = read(SHORT_Y, SAME_Y)
    let from = 0
    return ends.map((end) => {
      const contour = Array.from({ length: end + 1 - from }, (_, index) => ({
        x: xs[from + index] ?? 0,
        y: ys[from + index] ?? 0,
        isOn: ((flags[from + index] ?? 0) & ON_CURVE) !== 0,
      }))
      from = end + 1
      return contour
    })
  }

  private composite(start: number, depth: number): Contour[] {
    const { glyf } = this
    const contours: Contour[] = []
    let at = start
    let flags = MORE_COMPONENTS
    while (flags & MORE_COMPONENTS) {
      flags = glyf.getUint16(at)
      const part = glyf.getUint16(at + 2)
      const isWide = (flags & ARGS_ARE_WORDS) !== 0
      const isOffset = (flags & ARGS_ARE_XY) !== 0
      const dx = isOffset ? (isWide ? glyf.getInt16(at + 4) : glyf.getInt8(at + 4)) : 0
      const dy = isOffset ? (isWide ? glyf.getInt16(at + 6) : glyf.getInt8(at + 5)) : 0
      at += isWide ? 8 : 6
      const f2dot14 = () => glyf.getInt16((at += 2) - 2) / 16_384
      let [a, b, c, d] = [1, 0, 0, 1]
      if (flags & HAS_SCALE) a = d = f2dot14()
      else if (flags & HAS_XY_SCALE) [a, d] = [f2dot14(), f2dot14()]
      else if (flags & HAS_2X2) [a, b, c, d] = [f2dot14(), f2dot14(), f2dot14(), f2dot14()]
      const move = ({ x, y, isOn }: Point): Point => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, isOn })
      for (const contour of this.contours(part, depth + 1)) contours.push(contour.map(move))
    }
    return contours
  }
}

/** Between two points beside the curve lies one on it, in the middle. */
function flatten(contour: Contour, unitsPerEm: number): Polygon {
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, isOn: true })
  const all = contour.flatMap((point, index) => {
    const next = contour[(index + 1) % contour.length] ?? point
    return point.isOn || next.isOn ? [point] : [point, middle(point, next)]
  })
  const begin = Math.max(
    0,
    all.findIndex(({ isOn }) => isOn),
  )
  const round = [...all.slice(begin), ...all.slice(0, begin)]
  const points: number[] = []
  const add = (x: number, y: number) => points.push(x / unitsPerEm, -y / unitsPerEm)
  for (const [index, point] of round.entries()) {
    if (point.isOn) {
      add(point.x, point.y)
      continue
    }
    const [from, to] = [round[index - 1] ?? point, round[(index + 1) % round.length] ?? point]
    for (let step = 1; step < CURVE_STEPS; step += 1) {
      const t = step / CURVE_STEPS
      const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t]
      add(a * from.x + b * point.x + c * to.x, a * from.y + b * point.y + c * to.y)
    }
  }
  return points
}
