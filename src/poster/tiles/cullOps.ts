/**
 * The operations that show in one part of a scene, in their order. Clips that show nothing are left out with all that
 * they hold; the others keep their partner, so that what remains is a scene again.
 */
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import type { Rect, SceneOp } from '../../layout/scene.ts'
import { boundsOfOp, overlaps } from './boundsOfOp.ts'

/** An operation with its area, computed once for all parts; null for operations without one. */
export interface BoundedOp {
  readonly op: SceneOp
  readonly bounds: Rect | null
}

export function boundOps(ops: readonly SceneOp[], metrics: FontMetrics): readonly BoundedOp[] {
  return ops.map((op) => ({
    op,
    bounds: op.kind === 'restore' || op.kind === 'bookmark' ? null : boundsOfOp(op, metrics),
  }))
}

export function cullOps(ops: readonly BoundedOp[], part: Rect): readonly SceneOp[] {
  const shown: SceneOp[] = []
  let depth = 0
  /** How deep the clip lies that shows nothing here; 0 when there is none. */
  let hiddenFrom = 0
  for (const { op, bounds } of ops) {
    if (op.kind === 'restore') {
      if (hiddenFrom === 0) shown.push(op)
      if (hiddenFrom === depth) hiddenFrom = 0
      depth -= 1
      continue
    }
    if (op.kind === 'clip') depth += 1
    if (hiddenFrom > 0) continue
    if (op.kind === 'bookmark') {
      if (holds(part, op.x ?? 0, op.y)) shown.push(op)
    } else if (bounds && overlaps(bounds, part)) shown.push(op)
    else if (op.kind === 'clip') hiddenFrom = depth
  }
  return shown
}

function holds({ x, y, width, height }: Rect, left: number, top: number): boolean {
  return left >= x && left < x + width && top >= y && top < y + height
}
