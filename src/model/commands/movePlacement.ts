/** A touchpoint's placement under another activity, or to another place under the same one; its cards come along. */
import type { Actor } from '../actor.ts'
import type { CommandResult } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { liveRecord } from '../liveRecord.ts'
import { orderAt, placedSiblings, type Position } from '../position.ts'
import type { ActivityId } from '../records/activity.ts'
import type { PlacementId } from '../records/placement.ts'
import { placementsOf } from '../select/placementsOf.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface MovePlacementArgs {
  readonly placementId: PlacementId
  readonly activityId: ActivityId
  readonly position?: Position
}

export function movePlacement(
  workshop: WorkshopDocument,
  actor: Actor,
  args: MovePlacementArgs,
): CommandResult<PlacementId> {
  const { placementId, activityId } = args
  const placement = liveRecord(workshop, 'placements', placementId)
  if (!placement.ok) return placement
  const activity = liveRecord(workshop, 'activities', activityId)
  if (!activity.ok) return activity
  const siblings = placedSiblings(placementsOf(workshop.snapshot(), activityId))
  const order = orderAt(siblings, args.position ?? 'last', workshop.randomBytes, placementId)
  return commit(workshop, actor, (writer) => {
    writer.patch('placements', placementId, { place: { activityId, order } })
    return placementId
  })
}
