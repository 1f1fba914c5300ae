/**
 * Where an operation leaves ink on white paper, as boxes that hug it: the outline of a frame without its empty middle,
 * a letter without the room that a line keeps for others. Tells whether a sheet would come out of the printer blank;
 * what is drawn is decided by the generous `boundsOfOp`.
 */
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import type { Glyph, TextRun } from '../../layout/font/textRuns.ts'
import type { Rect, SceneOp, Segment } from '../../layout/scene.ts'
import { visualOrder } from '../pdf/visualOrder.ts'
import { boxOfOutline, glyphReader } from '../subset/glyphReader.ts'
import { missingGlyph } from '../subset/missingGlyph.ts'
import { boundsOfOp } from './boundsOfOp.ts'

/** Paper is white already. */
const isInk = (colour: string | undefined) => colour !== undefined && colour.toLowerCase() !== '#ffffff'

export function inkOfOp(op: SceneOp, metrics: FontMetrics): readonly Rect[] {
  switch (op.kind) {
    case 'text':
      return inkOfText(op, metrics)
    case 'picture':
      return [boundsOfOp(op, metrics)]
    case 'rect':
      if (isInk(op.fill)) return [boundsOfOp(op, metrics)]
      return isInk(op.stroke) ? edgesOf(op, lineOf(op.strokeWidth)) : []
    case 'path':
      if (isInk(op.fill)) return [boundsOfOp(op, metrics)]
      return isInk(op.stroke) ? linesOf(op.segments, lineOf(op.strokeWidth)) : []
    case 'clip':
    case 'restore':
    case 'link':
    case 'bookmark':
      return []
  }
}

/** Half of a line would do; corners and thin lines reach a little further. */
const lineOf = (strokeWidth = 0) => Math.max(strokeWidth, 0.25)

/** Rounded corners lie inside. */
function edgesOf({ x, y, width, height, radius = 0 }: Rect & { readonly radius?: number }, line: number) {
  const deep = Math.min(line + radius, width / 2, height / 2) + line
  const outer = { x: x - line, y: y - line, width: width + 2 * line, height: height + 2 * line }
  return [
    { ...outer, height: deep },
    { ...outer, y: y + height + line - deep, height: deep },
    { ...outer, width: deep },
    { ...outer, x: x + width + line - deep, width: deep },
  ]
}

/** Piece by piece: the box of a whole slope or bow would be empty for the most part. */
function linesOf(segments: readonly Segment[], line: number): readonly Rect[] {
  const boxes: Rect[] = []
  let [at, start]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ]
  for (const segment of segments) {
    const end: Point = segment[0] === 'Z' ? start : [segment.at(-2) as number, segment.at(-1) as number]
    if (segment[0] === 'M') start = end
    else if (segment[0] === 'C') boxes.push(...bowOf([at, ...controlsOf(segment), end], line))
    else boxes.push(...slopeOf(at, end, line))
    at = end
  }
  return boxes
}

type Point = readonly [number, number]
type Bow = readonly [Point, Point, Point, Point]

const controlsOf = ([, ax, ay, bx, by]: Extract<Segment, readonly ['C', ...number[]]>) =>
  [
    [ax, ay],
    [bx, by],
  ] as const

/** Millimetres. */
const PIECE = 10

function slopeOf(from: Point, to: Point, line: number): readonly Rect[] {
  const count = Math.max(1, Math.ceil(Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])) / PIECE))
  const at = (index: number) => between(from, to, index / count)
  return Array.from({ length: count }, (_, index) => boxAround([at(index), at(index + 1)], line))
}

/** A bow lies within its four points; halved until these are close together. */
function bowOf(bow: Bow, line: number): readonly Rect[] {
  const box = boxAround(bow, line)
  if (Math.max(box.width, box.height) <= PIECE + 2 * line) return [box]
  const [a, b, c, d] = bow
  const [ab, bc, cd] = [between(a, b), between(b, c), between(c, d)]
  const [abc, bcd] = [between(ab, bc), between(bc, cd)]
  const middle = between(abc, bcd)
  return [...bowOf([a, ab, abc, middle], line), ...bowOf([middle, bcd, cd, d], line)]
}

function between(one: Point, other: Point, share = 0.5): Point {
  return [one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share]
}

function boxAround(points: readonly Point[], by: number): Rect {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [x, y] = [Math.min(...xs) - by, Math.min(...ys) - by]
  return { x, y, width: Math.max(...xs) + by - x, height: Math.max(...ys) + by - y }
}

type TextOp = Extract<SceneOp, { kind: 'text' }>

function inkOfText(op: TextOp, metrics: FontMetrics): readonly Rect[] {
  const boxes: Rect[] = []
  let pen = op.x
  for (const run of metrics.runs(visualOrder(op.text), op.font)) {
    const boxOf = glyphBoxes(run, op, metrics)
    for (const glyph of run.glyphs) {
      const box = boxOf(glyph)
      if (box) boxes.push({ ...box, x: pen + box.x, y: op.baseline + box.y })
      pen += glyph.advance * op.size
    }
  }
  return boxes
}

/** From the pen on the baseline. Edges that a printer smooths reach into the next dot. */
function glyphBoxes(run: TextRun, { font: face, size }: TextOp, { fonts }: FontMetrics) {
  const HAIR = 0.1
  const font = (run.font === 'missing' ? undefined : fonts[run.font]) ?? fonts[face]
  const read = glyphReader(font)
  const scale = size / font.unitsPerEm
  return ({ id }: Glyph): Rect | null => {
    const box = boxOfOutline(run.font === 'missing' ? missingGlyph(font.unitsPerEm) : read(id))
    if (box === null) return null
    return {
      x: box.left * scale - HAIR,
      y: -box.top * scale - HAIR,
      width: (box.right - box.left) * scale + 2 * HAIR,
      height: (box.top - box.bottom) * scale + 2 * HAIR,
    }
  }
}
