/** Where two lists of parts differ: the old and new places of what changed, came, went or was restacked. */
import type { Rect } from '../../layout/scene.ts'

interface Placed {
  readonly id: string
  readonly rect: Rect
}

export function changedAreas(before: readonly Placed[], after: readonly Placed[]): readonly Rect[] {
  // Nearly always a few parts changed in place; only when some came or went the ids have to be matched.
  const areas: Rect[] = []
  const isSameOrder =
    before.length === after.length && after.every((part, index) => part.id === before[index]?.id)
  if (isSameOrder) {
    for (const [index, part] of after.entries()) {
      const old = before[index]
      if (old !== part && old !== undefined) areas.push(old.rect, part.rect)
    }
    return areas
  }
  const gone = new Map(before.map((part) => [part.id, part]))
  for (const part of after) {
    const old = gone.get(part.id)
    gone.delete(part.id)
    if (old === part) continue
    areas.push(part.rect)
    if (old !== undefined) areas.push(old.rect)
  }
  for (const part of gone.values()) areas.push(part.rect)
  return areas
}
