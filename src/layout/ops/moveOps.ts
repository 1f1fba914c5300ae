/** The same ops elsewhere on a sheet. */
import type { SceneOp } from '../scene.ts'
import { placeSegments } from '../symbols/drawing.ts'

function moveOp(op: SceneOp, dx: number, dy: number): SceneOp {
  switch (op.kind) {
    case 'path':
      return { ...op, segments: placeSegments(op.segments, dx, dy, 1) }
    case 'text':
      return { ...op, x: op.x + dx, baseline: op.baseline + dy }
    case 'bookmark':
      return { ...op, y: op.y + dy, ...(op.x === undefined ? {} : { x: op.x + dx }) }
    case 'restore':
      return op
    default:
      return { ...op, x: op.x + dx, y: op.y + dy }
  }
}

export function moveOps(ops: readonly SceneOp[], dx: number, dy: number): readonly SceneOp[] {
  return dx === 0 && dy === 0 ? ops : ops.map((op) => moveOp(op, dx, dy))
}
