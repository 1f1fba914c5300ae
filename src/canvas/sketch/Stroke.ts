/**
 * A stroke while and after it is drawn, in millimetres of the layout, and the arithmetic around it: fewer points than
 * the digitizer reports, and how far a finger is from it. Engine-neutral, so that a sketch outlives the drawing engine.
 */
import type { SketchPoint } from '../../layout/placeSketches.ts'
import type { Point } from '../camera/units.ts'

export type StrokePoint = SketchPoint

export interface Stroke {
  readonly points: readonly StrokePoint[]
  readonly pen: boolean
  readonly colour: string
  /** Millimetres. */
  readonly width: number
}

/** Drops points that a straight line between their neighbours replaces within `tolerance` millimetres. */
export function simplify(points: readonly StrokePoint[], tolerance: number): readonly StrokePoint[] {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined || points.length < 3) return points
  const keep = points.map(() => false)
  keep[0] = true
  keep[points.length - 1] = true
  const pending: [number, number][] = [[0, points.length - 1]]
  for (let range = pending.pop(); range !== undefined; range = pending.pop()) {
    const farthest = farthestBetween(points, range[0], range[1])
    if (farthest.distance <= tolerance) continue
    keep[farthest.index] = true
    pending.push([range[0], farthest.index], [farthest.index, range[1]])
  }
  return points.filter((_, index) => keep[index])
}

function farthestBetween(points: readonly StrokePoint[], from: number, to: number) {
  const a = points[from]
  const b = points[to]
  let farthest = { index: from, distance: 0 }
  if (a === undefined || b === undefined) return farthest
  for (let index = from + 1; index < to; index += 1) {
    const point = points[index]
    if (point === undefined) continue
    const distance = distanceToSegment(point, a, b)
    if (distance > farthest.distance) farthest = { index, distance }
  }
  return farthest
}

export function distanceToSegment(point: Point, a: Point, b: Point): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const length = dx * dx + dy * dy
  const along =
    length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length))
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy)
}

/** How near a point is to the line of the stroke. */
export function distanceToStroke(point: Point, points: readonly Point[]): number {
  const first = points[0]
  if (first === undefined) return Infinity
  let best = Math.hypot(point.x - first.x, point.y - first.y)
  for (let index = 1; index < points.length; index += 1) {
    const a = points[index - 1]
    const b = points[index]
    if (a !== undefined && b !== undefined) best = Math.min(best, distanceToSegment(point, a, b))
  }
  return best
}
