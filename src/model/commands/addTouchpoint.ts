/** A new entry of the register, and with an activity its first placement. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { liveRecord } from '../liveRecord.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import { orderAt, placedSiblings } from '../position.ts'
import type { ActivityId } from '../records/activity.ts'
import type { PlacementId } from '../records/placement.ts'
import type { TouchpointId } from '../records/touchpoint.ts'
import { byOrder } from '../select/byOrder.ts'
import { placementsOf } from '../select/placementsOf.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface AddTouchpointArgs {
  readonly fields: Omit<Patch<'touchpoints'>, 'order'>
  readonly activityId?: ActivityId
}

export interface AddedTouchpoint {
  readonly touchpointId: TouchpointId
  readonly placementId: PlacementId | null
}

export function addTouchpoint(
  workshop: WorkshopDocument,
  actor: Actor,
  { fields, activityId }: AddTouchpointArgs,
): CommandResult<AddedTouchpoint> {
  const activity = activityId === undefined ? null : liveRecord(workshop, 'activities', activityId)
  if (activity !== null && !activity.ok) return activity
  const wrong = checkPatchOf('touchpoints', fields)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  const snapshot = workshop.snapshot()
  const { randomBytes } = workshop
  return commit(workshop, actor, (writer) => {
    const order = orderAt(byOrder(snapshot.touchpoints.values()), 'last', randomBytes)
    const touchpointId = writer.create('touchpoints', { ...fields, order })
    if (activity === null) return { touchpointId, placementId: null }
    const place = {
      activityId: activity.value.id,
      order: orderAt(placedSiblings(placementsOf(snapshot, activity.value.id)), 'last', randomBytes),
    }
    return { touchpointId, placementId: writer.create('placements', { touchpointId, place }) }
  })
}
