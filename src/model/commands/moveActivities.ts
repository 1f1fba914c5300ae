/** Activities under another phase, to another place in the same one, or back into the pile. */
import type { Actor } from '../actor.ts'
import { activitiesAt, checkActivityTarget } from '../activityTarget.ts'
import type { CommandResult } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { allLive } from '../liveRecord.ts'
import { ordersBetween } from '../order.ts'
import { neighboursAt, placedSiblings, type Position } from '../position.ts'
import type { ActivityId } from '../records/activity.ts'
import type { JourneyId } from '../records/journey.ts'
import type { PhaseId } from '../records/phase.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface MoveActivitiesArgs {
  readonly activityIds: readonly ActivityId[]
  readonly journeyId: JourneyId
  readonly phaseId: PhaseId | null
  readonly position?: Position
}

export function moveActivities(
  workshop: WorkshopDocument,
  actor: Actor,
  args: MoveActivitiesArgs,
): CommandResult<readonly ActivityId[]> {
  const target = checkActivityTarget(workshop, args)
  if (!target.ok) return target
  const live = allLive(workshop, 'activities', args.activityIds)
  if (!live.ok) return live
  const siblings = placedSiblings(activitiesAt(workshop, target.value))
  const { before, after } = neighboursAt(siblings, args.position ?? 'last', args.activityIds)
  const orders = ordersBetween(before, after, args.activityIds.length, workshop.randomBytes)
  return commit(workshop, actor, (writer) => {
    args.activityIds.forEach((id, index) => {
      writer.patch('activities', id, { place: { ...target.value, order: orders[index] ?? '' } })
    })
    return args.activityIds
  })
}
