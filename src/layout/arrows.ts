/** The arrow that phases and activities are cut to: a notch at the left, a tip that reaches into the next one's. */
import type { Rect, Segment } from './scene.ts'

/** `tip` is how far the point stands out to the right of the rectangle, and how deep the notch at the left is. */
export function arrowOutline(rect: Rect, tip: number, notched: boolean): readonly Segment[] {
  const { x, y, width, height } = rect
  const right = x + width
  const middle = y + height / 2
  return [
    ['M', x, y],
    ['L', right, y],
    ['L', right + tip, middle],
    ['L', right, y + height],
    ['L', x, y + height],
    ...(notched ? ([['L', x + tip, middle]] as const) : []),
    ['Z'],
  ]
}
