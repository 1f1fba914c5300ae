/** The cards of one cell in their order, and those that sit on one placement. */
import type { ActivityId } from '../records/activity.ts'
import type { Card } from '../records/card.ts'
import type { LaneId } from '../records/lane.ts'
import type { PlacementId } from '../records/placement.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { cardHomes, cellKey } from './cardHomes.ts'

const none: readonly Card[] = []

export function cardsInCell(
  snapshot: WorkshopSnapshot,
  laneId: LaneId,
  activityId: ActivityId,
): readonly Card[] {
  return cardHomes(snapshot).cells.get(cellKey(laneId, activityId)) ?? none
}

/** Cards on a placement that have no lane; a card with a lane is in the cell, and names its placement there. */
export function cardsOnPlacement(snapshot: WorkshopSnapshot, placementId: PlacementId): readonly Card[] {
  return cardHomes(snapshot).onPlacements.get(placementId) ?? none
}
