/**
 * Where free drawings are on this map. A drawing is stored relative to what it was drawn on (a field, an activity's
 * arrow card, or the map), in millimetres of the map as the canvas lays it out, so that it travels with its column and
 * grows and shrinks with a poster. Canvas, wall and poster place and draw it with this file.
 */
import type { MediaId } from '../model/records/media.ts'
import type { Sketch, SketchId, SketchPlace } from '../model/records/sketch.ts'
import type { MapLayout } from './mapLayout.ts'
import type { Rect, Segment } from './scene.ts'
import { sketchScale } from './sketchScale.ts'
import { setText, type TextBlock } from './textBlock.ts'
import type { TextMetrics } from './textMetrics.ts'

export interface SketchPoint {
  readonly x: number
  readonly y: number
  /** 0 to 1; 0.5 where nothing measured it. */
  readonly pressure: number
}

export interface PlacedSketch {
  readonly sketchId: SketchId
  readonly rect: Rect
  /** In millimetres of this map. */
  readonly points: readonly SketchPoint[]
  readonly segments: readonly Segment[]
  readonly strokeWidth: number
  readonly colour: string
  readonly fill: string | null
  /** Around the points, without the thickness of a line. */
  readonly box: Rect
  /** Words instead of a line. */
  readonly text: TextBlock | null
  /** A picture instead of a line. */
  readonly mediaId: MediaId | null
}

interface Anchor {
  readonly x: number
  readonly y: number
  readonly scaleX: number
  readonly scaleY: number
}

type AnchorPlace = Pick<SketchPlace, 'journeyId' | 'activityId' | 'laneId'>

export const SKETCH_INK = '#26323a'

function anchorOf(layout: MapLayout, place: AnchorPlace): Anchor {
  const { across, down, even } = sketchScale(layout.measures)
  const cell = layout.cells.find(
    (each) => each.activityId === place.activityId && each.laneId === place.laneId,
  )
  if (cell !== undefined) return { x: cell.x, y: cell.y, scaleX: even, scaleY: even }
  const column = layout.columns.find((each) => each.activityId === place.activityId)
  if (column !== undefined && place.activityId !== null) {
    return { x: column.x, y: column.card.y, scaleX: even, scaleY: even }
  }
  return { x: layout.grid.x, y: layout.grid.y, scaleX: across, scaleY: down }
}

/** Drawings of this journey, in the order given. */
export function placeSketches(
  sketches: readonly Sketch[],
  layout: MapLayout,
  metrics: TextMetrics,
): readonly PlacedSketch[] {
  return sketches.flatMap((sketch) =>
    sketch.place.journeyId === layout.journeyId ? [placeSketch(sketch, layout, metrics)] : [],
  )
}

function placeSketch(sketch: Sketch, layout: MapLayout, metrics: TextMetrics): PlacedSketch {
  const { place } = sketch
  const anchor = anchorOf(layout, place)
  const points = pointsOf(sketch).map((point) => ({
    x: anchor.x + (place.x + point.x) * anchor.scaleX,
    y: anchor.y + (place.y + point.y) * anchor.scaleY,
    pressure: point.pressure,
  }))
  const strokeWidth = Math.max(0.25, sketch.strokeWidth * Math.min(anchor.scaleX, anchor.scaleY))
  const box = boundsOf(points, 0)
  const text = sketch.kind === 'text' && sketch.text !== '' ? words(sketch, layout, box, metrics) : null
  return {
    sketchId: sketch.id,
    rect: text === null ? boundsOf(points, strokeWidth) : aroundText(box, text),
    points,
    box,
    text,
    mediaId: sketch.kind === 'picture' ? sketch.mediaId : null,
    segments: segmentsOf(sketch, points, box),
    strokeWidth,
    colour: sketch.colour === '' ? SKETCH_INK : sketch.colour,
    fill: /^#[0-9a-f]{6}$/i.test(sketch.fill) ? sketch.fill : null,
  }
}

/** The stored numbers as points; a rectangle or ellipse without points is its box. */
function pointsOf(sketch: Sketch): readonly SketchPoint[] {
  const points: SketchPoint[] = []
  for (let index = 0; index + 1 < sketch.points.length; index += 3) {
    const x = sketch.points[index] ?? 0
    const y = sketch.points[index + 1] ?? 0
    points.push({ x, y, pressure: sketch.points[index + 2] ?? 0.5 })
  }
  if (points.length > 0) return points
  const { width, height } = sketch
  return [
    { x: 0, y: 0, pressure: 0.5 },
    { x: width, y: 0, pressure: 0.5 },
    { x: width, y: height, pressure: 0.5 },
    { x: 0, y: height, pressure: 0.5 },
  ]
}

function segmentsOf(sketch: Sketch, points: readonly SketchPoint[], box: Rect): readonly Segment[] {
  if (sketch.kind === 'draw' || sketch.kind === 'highlight') return smoothPath(points)
  if (sketch.kind === 'ellipse' && sketch.points.length === 0) return ellipse(box)
  return straightPath(points, sketch)
}

/** In the size of the cards' text; as wide as its box, or as a column where it has none. */
function words({ text, width }: Sketch, layout: MapLayout, box: Rect, metrics: TextMetrics): TextBlock {
  const { columnWidth, text: styles } = layout.measures
  return setText(text, styles.card, { ...box, width: width > 0 ? box.width : columnWidth }, metrics)
}

function aroundText({ x, y, height }: Rect, text: TextBlock): Rect {
  return { x, y, width: text.width, height: Math.max(height, text.height) }
}

/** The part of a quarter that the control points of a circle lie out. */
const ROUND = 0.5523

function ellipse({ x, y, width, height }: Rect): readonly Segment[] {
  const [rx, ry] = [width / 2, height / 2]
  const [cx, cy] = [x + rx, y + ry]
  const [kx, ky] = [rx * ROUND, ry * ROUND]
  return [
    ['M', cx + rx, cy],
    ['C', cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry],
    ['C', cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy],
    ['C', cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry],
    ['C', cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy],
    ['Z'],
  ]
}

function straightPath(points: readonly SketchPoint[], sketch: Sketch): readonly Segment[] {
  const lines = points.map((point, index): Segment => [index === 0 ? 'M' : 'L', point.x, point.y])
  return sketch.closed || sketch.points.length === 0 ? [...lines, ['Z']] : lines
}

/** Curves through the middles between points: smooth, and never far from where the hand was. */
export function smoothPath(
  points: readonly { readonly x: number; readonly y: number }[],
): readonly Segment[] {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return []
  const segments: Segment[] = [['M', first.x, first.y]]
  if (points.length < 3) return [...segments, ['L', last.x + (points.length === 1 ? 0.01 : 0), last.y]]
  let from = first
  for (let index = 1; index < points.length - 1; index += 1) {
    const via = points[index] ?? last
    const next = points[index + 1] ?? last
    const to = index === points.length - 2 ? last : { x: (via.x + next.x) / 2, y: (via.y + next.y) / 2 }
    segments.push(['C', ...towards(from, via), ...towards(to, via), to.x, to.y])
    from = to
  }
  return segments
}

/** A quadratic control point as that of a cubic curve. */
function towards(
  end: { readonly x: number; readonly y: number },
  via: { readonly x: number; readonly y: number },
): [number, number] {
  return [end.x + (2 / 3) * (via.x - end.x), end.y + (2 / 3) * (via.y - end.y)]
}

export function boundsOf(
  points: readonly { readonly x: number; readonly y: number }[],
  margin: number,
): Rect {
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const point of points) {
    left = Math.min(left, point.x)
    top = Math.min(top, point.y)
    right = Math.max(right, point.x)
    bottom = Math.max(bottom, point.y)
  }
  const width = right - left + 2 * margin
  return { x: left - margin, y: top - margin, width, height: bottom - top + 2 * margin }
}

/** What a stroke drawn on this map belongs to, and its points as they are stored. Inverse of `placeSketches`. */
export function sketchPlaceFor(
  points: readonly SketchPoint[],
  layout: MapLayout,
): { readonly place: Omit<SketchPlace, 'order'>; readonly points: readonly number[] } {
  const bounds = boundsOf(points, 0)
  const home = layout.cells.find((cell) => holds(cell, bounds))
  const column =
    home === undefined
      ? layout.columns.find((each) => holds({ ...each.card, x: each.x, width: each.width }, bounds))
      : undefined
  const ids: AnchorPlace = {
    journeyId: layout.journeyId,
    activityId: home?.activityId ?? column?.activityId ?? null,
    laneId: home?.laneId ?? null,
  }
  const anchor = anchorOf(layout, ids)
  const x = (bounds.x - anchor.x) / anchor.scaleX
  const y = (bounds.y - anchor.y) / anchor.scaleY
  const stored = points.flatMap((point) => [
    tidy((point.x - bounds.x) / anchor.scaleX),
    tidy((point.y - bounds.y) / anchor.scaleY),
    tidy(point.pressure),
  ])
  return { place: { ...ids, x: tidy(x), y: tidy(y), rotation: 0 }, points: stored }
}

/** A drawing belongs to a field when most of it is there; hands do not stop at lines. */
function holds(cell: Rect, bounds: Rect): boolean {
  const slackX = cell.width * 0.2
  const slackY = Math.max(cell.height * 0.2, cell.width * 0.1)
  return (
    bounds.x >= cell.x - slackX &&
    bounds.y >= cell.y - slackY &&
    bounds.x + bounds.width <= cell.x + cell.width + slackX &&
    bounds.y + bounds.height <= cell.y + cell.height + slackY
  )
}

function tidy(value: number): number {
  return Math.round(value * 100) / 100
}
