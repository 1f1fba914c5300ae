/** The area that an operation inks, generously: control points and line widths count, so nothing visible is left out. */
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import type { Paint, Rect, SceneOp } from '../../layout/scene.ts'

type Inked = Exclude<SceneOp, { kind: 'restore' | 'bookmark' }>

export function boundsOfOp(op: Inked, metrics: FontMetrics): Rect {
  if (op.kind === 'text') {
    // Emoji and stacked accents are taller than the text face.
    const [above, below] = [1.2 * op.size, 0.5 * op.size]
    const width = metrics.measure(op.text, op.font, op.size)
    return grown({ x: op.x, y: op.baseline - above, width, height: above + below }, 0.3 * op.size)
  }
  if (op.kind === 'path') return grown(boundsOfPoints(op.segments.flatMap(([, ...at]) => at)), strokeOf(op))
  return grown(op, op.kind === 'rect' ? strokeOf(op) : 0)
}

export function overlaps(one: Rect, other: Rect): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

function strokeOf({ stroke, strokeWidth = 0 }: Paint): number {
  return stroke ? Math.max(strokeWidth, 0.25) : 0
}

/** Degenerate outlines (a horizontal line) still take room. */
function grown({ x, y, width, height }: Rect, by: number): Rect {
  const more = Math.max(by, 0.01)
  return { x: x - more, y: y - more, width: width + 2 * more, height: height + 2 * more }
}

function boundsOfPoints(coordinates: readonly number[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = 0; index + 1 < coordinates.length; index += 2) {
    const [x = 0, y = 0] = [coordinates[index], coordinates[index + 1]]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
