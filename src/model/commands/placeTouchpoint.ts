/** A touchpoint under an activity, once more or for the first time. */
import type { Actor } from '../actor.ts'
import type { CommandResult } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { liveRecord } from '../liveRecord.ts'
import { orderAt, placedSiblings, type Position } from '../position.ts'
import type { ActivityId } from '../records/activity.ts'
import type { PlacementId } from '../records/placement.ts'
import type { TouchpointId } from '../records/touchpoint.ts'
import { placementsOf } from '../select/placementsOf.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface PlaceTouchpointArgs {
  readonly touchpointId: TouchpointId
  readonly activityId: ActivityId
  readonly position?: Position
}

export function placeTouchpoint(
  workshop: WorkshopDocument,
  actor: Actor,
  args: PlaceTouchpointArgs,
): CommandResult<PlacementId> {
  const { touchpointId, activityId } = args
  const touchpoint = liveRecord(workshop, 'touchpoints', touchpointId)
  if (!touchpoint.ok) return touchpoint
  const activity = liveRecord(workshop, 'activities', activityId)
  if (!activity.ok) return activity
  const siblings = placedSiblings(placementsOf(workshop.snapshot(), activityId))
  const order = orderAt(siblings, args.position ?? 'last', workshop.randomBytes)
  return commit(workshop, actor, (writer) =>
    writer.create('placements', { touchpointId, place: { activityId, order } }),
  )
}
