/** Whether a card may go where a command wants it: what it names must be there, and must fit together. */
import { ok } from '../shared/result.ts'
import type { Actor } from './actor.ts'
import { type CommandResult, refuse } from './commandResult.ts'
import { laneLock } from './laneLock.ts'
import { liveRecord } from './liveRecord.ts'
import type { ActivityId } from './records/activity.ts'
import type { CardPlace } from './records/card.ts'
import type { LaneId } from './records/lane.ts'
import type { PlacementId } from './records/placement.ts'
import { cardsInCell, cardsOnPlacement } from './select/cardsInCell.ts'
import { standsFor } from './select/standsFor.ts'
import type { WorkshopDocument } from './workshopDocument.ts'

/** A cell, a placement, or (all null) the parking lot. */
export interface CardTarget {
  readonly laneId: LaneId | null
  readonly activityId?: ActivityId | null
  readonly placementId?: PlacementId | null
}

export type Target = Omit<CardPlace, 'order'>

export function checkCardTarget(
  workshop: WorkshopDocument,
  actor: Actor,
  target: CardTarget,
): CommandResult<Target> {
  const snapshot = workshop.snapshot()
  const lock = laneLock(snapshot, actor, target.laneId)
  if (lock !== null) return lock
  const placementId = target.placementId ?? null
  let activityId = target.activityId ?? null
  if (placementId !== null) {
    const placement = liveRecord(workshop, 'placements', placementId)
    if (!placement.ok) return placement
    activityId = placement.value.place.activityId
  }
  if (activityId !== null) {
    activityId = standsFor(snapshot, 'activities', activityId)
    const activity = liveRecord(workshop, 'activities', activityId)
    if (!activity.ok) return activity
    const lane = target.laneId === null ? null : liveRecord(workshop, 'lanes', target.laneId)
    if (lane !== null && !lane.ok) return lane
    if (lane !== null && lane.value.journeyId !== activity.value.place.journeyId) {
      return refuse('invalid', 'cards.place', `lanes/${lane.value.id}`)
    }
  }
  return ok({ laneId: target.laneId, activityId, placementId })
}

/** The cards that are already where the target points, in order. */
export function cardsAt(workshop: WorkshopDocument, target: Target) {
  const snapshot = workshop.snapshot()
  if (target.laneId !== null && target.activityId !== null)
    return cardsInCell(snapshot, target.laneId, target.activityId)
  return target.placementId === null ? [] : cardsOnPlacement(snapshot, target.placementId)
}
