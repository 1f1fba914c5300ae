/** What stands below an activity: its touchpoints, and the lanes that hold cards, each with them. */
import { memoByTables } from '../../model/memoByTables.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { Card } from '../../model/records/card.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { Lane } from '../../model/records/lane.ts'
import type { Placement } from '../../model/records/placement.ts'
import { cardHomes } from '../../model/select/cardHomes.ts'
import { cardsInCell, cardsOnPlacement } from '../../model/select/cardsInCell.ts'
import { allLanes, orderedLanes } from '../../model/select/orderedLanes.ts'
import { placementsOf } from '../../model/select/placementsOf.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

export interface LaneGroup {
  readonly lane: Lane
  readonly cards: readonly Card[]
}

export const laneGroups = memoByTables(
  (snapshot: WorkshopSnapshot) => [cardHomes(snapshot), snapshot.lanes, snapshot.placements],
  (snapshot, journeyId: JourneyId, activityId: ActivityId): readonly LaneGroup[] =>
    orderedLanes(snapshot, journeyId)
      .map((lane) => ({ lane, cards: cardsInCell(snapshot, lane.id, activityId) }))
      .filter(({ cards }) => cards.length > 0),
)

export interface PlacedTouchpoint {
  readonly placement: Placement
  readonly name: string
  /** Cards about this touchpoint that name no lane. */
  readonly cards: readonly Card[]
}

export const touchpointsUnder = memoByTables(
  (snapshot: WorkshopSnapshot) => [cardHomes(snapshot)],
  (snapshot, activityId: ActivityId): readonly PlacedTouchpoint[] =>
    placementsOf(snapshot, activityId).map((placement) => {
      const id = placement.touchpointId
      const touchpoint =
        id === null ? undefined : snapshot.touchpoints.get(standsFor(snapshot, 'touchpoints', id))
      return { placement, name: touchpoint?.name ?? '', cards: cardsOnPlacement(snapshot, placement.id) }
    }),
)

/** Lanes that cards can be written into; the curve holds pins instead. */
export function writableLanes(snapshot: WorkshopSnapshot, journeyId: JourneyId): readonly Lane[] {
  return allLanes(snapshot, journeyId).filter(
    (lane) => lane.kind !== 'curve' && lane.kind !== 'lineOfVisibility',
  )
}

export function namesOf(snapshot: WorkshopSnapshot, card: Pick<Card, 'authorIds'>): readonly string[] {
  return card.authorIds.flatMap((id) => snapshot.persons.get(standsFor(snapshot, 'persons', id))?.name ?? [])
}
