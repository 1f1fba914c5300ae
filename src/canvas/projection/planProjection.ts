/**
 * The difference between what is in the engine's store and what should be: which parts to mount, change and take out.
 * Mounting is cut into slices so that crossing into the near view costs no long frame; what disappears goes at once.
 */
import type { MapPart } from './MapPart.ts'

export interface ProjectionPlan {
  readonly put: readonly MapPart[]
  readonly remove: readonly string[]
  /** How many parts wait for a later slice. */
  readonly pending: number
}

/** New elements per frame; changed ones are few and come at once. */
export const MOUNT_PER_SLICE = 40

export function planProjection(
  mounted: ReadonlyMap<string, MapPart>,
  wanted: readonly MapPart[],
  mostNew: number,
): ProjectionPlan {
  const put: MapPart[] = []
  const kept = new Set<string>()
  let fresh = 0
  for (const part of wanted) {
    kept.add(part.id)
    const before = mounted.get(part.id)
    if (before === part) continue
    if (before === undefined) fresh += 1
    if (before !== undefined || fresh <= mostNew) put.push(part)
  }
  const remove = [...mounted.keys()].filter((id) => !kept.has(id))
  return { put, remove, pending: Math.max(0, fresh - mostNew) }
}
