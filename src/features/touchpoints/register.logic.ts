/** What the register lists: touchpoints that match a search, with the activities they stand under. */
import type { Activity, ActivityId } from '../../model/records/activity.ts'
import type { Placement } from '../../model/records/placement.ts'
import type { Touchpoint, TouchpointId } from '../../model/records/touchpoint.ts'
import { memoByTables } from '../../model/memoByTables.ts'
import { placementsOf } from '../../model/select/placementsOf.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

export interface TouchpointFilter {
  readonly text: string
  /** Empty: any. */
  readonly channelId: string
  readonly phaseId: string
}

/** Upper and lower case and accents do not matter to a person who searches. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}

export function matchingTouchpoints(
  touchpoints: readonly Touchpoint[],
  { text, channelId, phaseId }: TouchpointFilter,
): readonly Touchpoint[] {
  const wanted = fold(text.trim())
  return touchpoints.filter(
    (touchpoint) =>
      fold(touchpoint.name).includes(wanted) &&
      (channelId === '' || touchpoint.channelId === channelId) &&
      (phaseId === '' || touchpoint.phaseId === phaseId),
  )
}

export interface PlacedUnder {
  readonly placement: Placement
  readonly activity: Activity
}

const none: readonly PlacedUnder[] = []

const placedByTouchpoint = memoByTables(
  (snapshot: WorkshopSnapshot) => [
    snapshot.placements,
    snapshot.activities,
    snapshot.touchpoints,
    snapshot.bin,
  ],
  (snapshot): ReadonlyMap<TouchpointId, readonly PlacedUnder[]> => {
    const result = new Map<TouchpointId, PlacedUnder[]>()
    for (const activity of snapshot.activities.values()) {
      for (const placement of placementsOf(snapshot, activity.id)) {
        if (placement.touchpointId === null) continue
        const id = standsFor(snapshot, 'touchpoints', placement.touchpointId)
        result.set(id, [...(result.get(id) ?? []), { placement, activity }])
      }
    }
    return result
  },
)

export function placedUnder(snapshot: WorkshopSnapshot, id: TouchpointId): readonly PlacedUnder[] {
  return placedByTouchpoint(snapshot).get(id) ?? none
}

/** The activities a touchpoint does not stand under yet. */
export function activitiesLeft(
  activities: readonly Activity[],
  placed: readonly PlacedUnder[],
): readonly Activity[] {
  const taken = new Set<ActivityId>(placed.map(({ activity }) => activity.id))
  return activities.filter((activity) => !taken.has(activity.id))
}
