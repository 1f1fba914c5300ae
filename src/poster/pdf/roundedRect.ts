/** A rectangle with round corners as path segments, which is all that PDF knows. */
import type { Rect, Segment } from '../../layout/scene.ts'

/** How far the control points of a quarter circle lie from its ends, as a share of the radius. */
const CONTROL = 0.5523

export function roundedRect({ x, y, width, height }: Rect, radius: number): readonly Segment[] {
  const r = Math.min(radius, width / 2, height / 2)
  const c = r * (1 - CONTROL)
  const [right, bottom] = [x + width, y + height]
  return [
    ['M', x + r, y],
    ['L', right - r, y],
    ['C', right - c, y, right, y + c, right, y + r],
    ['L', right, bottom - r],
    ['C', right, bottom - c, right - c, bottom, right - r, bottom],
    ['L', x + r, bottom],
    ['C', x + c, bottom, x, bottom - c, x, bottom - r],
    ['L', x, y + r],
    ['C', x, y + c, x + c, y, x + r, y],
    ['Z'],
  ]
}
