/** The touchpoints under one activity, in their order. A placement whose touchpoint is gone is not shown. */
import { memoByTables } from '../memoByTables.ts'
import type { ActivityId } from '../records/activity.ts'
import type { Placement } from '../records/placement.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { byPlace } from './byOrder.ts'
import { standsFor } from './standsFor.ts'

const placementsByActivity = memoByTables(
  (snapshot: WorkshopSnapshot) => [
    snapshot.placements,
    snapshot.activities,
    snapshot.bin.activities,
    snapshot.touchpoints,
    snapshot.bin.touchpoints,
  ],
  (snapshot): ReadonlyMap<ActivityId, readonly Placement[]> => {
    const result = new Map<ActivityId, Placement[]>()
    for (const placement of byPlace(snapshot.placements.values())) {
      const { activityId } = placement.place
      if (activityId === null || placement.touchpointId === null) continue
      if (!snapshot.touchpoints.has(standsFor(snapshot, 'touchpoints', placement.touchpointId))) continue
      const home = standsFor(snapshot, 'activities', activityId)
      const list = result.get(home)
      if (list === undefined) result.set(home, [placement])
      else list.push(placement)
    }
    return result
  },
)

const none: readonly Placement[] = []

export function placementsOf(snapshot: WorkshopSnapshot, activityId: ActivityId): readonly Placement[] {
  return placementsByActivity(snapshot).get(activityId) ?? none
}
