/**
 * Where every live card is seen: in a cell (lane × activity), on a placement, or in the parking lot with the reason.
 * A card is always in exactly one of these; only the cards of a journey that lies in the bin lie there with it.
 */
import { memoByTables } from '../memoByTables.ts'
import type { Activity, ActivityId } from '../records/activity.ts'
import type { Card } from '../records/card.ts'
import type { JourneyId } from '../records/journey.ts'
import type { LaneId } from '../records/lane.ts'
import type { PlacementId } from '../records/placement.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { byPlace } from './byOrder.ts'
import { standsFor } from './standsFor.ts'

export type ParkingReason = 'noPlace' | 'laneGone' | 'activityGone' | 'activityInPile' | 'otherJourney'

export interface ParkedCard {
  readonly card: Card
  readonly reason: ParkingReason
  /** Null when nothing tells; such cards are shown with the main journey. */
  readonly journeyId: JourneyId | null
}

export interface CardHomes {
  /** Keyed by `cellKey`. Cards on a placement that also name a lane stand here, under the placement's activity. */
  readonly cells: ReadonlyMap<string, readonly Card[]>
  /** Cards on a placement without a lane of their own. */
  readonly onPlacements: ReadonlyMap<PlacementId, readonly Card[]>
  readonly parked: readonly ParkedCard[]
  readonly inBinnedJourneys: readonly Card[]
}

export function cellKey(laneId: LaneId, activityId: ActivityId): string {
  return `${laneId}|${activityId}`
}

function append<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}

/** The activity of a card: that of its placement while the placement is there, else its own. */
function activityIdOf(snapshot: WorkshopSnapshot, card: Card): ActivityId | null {
  const { placementId, activityId } = card.place
  const placement = placementId === null ? undefined : snapshot.placements.get(placementId)
  const id = placement?.place.activityId ?? activityId
  return id === null ? null : standsFor(snapshot, 'activities', id)
}

function isColumn(snapshot: WorkshopSnapshot, activity: Activity): boolean {
  const { phaseId, journeyId } = activity.place
  return phaseId !== null && snapshot.phases.get(phaseId)?.journeyId === journeyId
}

function journeyOf(snapshot: WorkshopSnapshot, card: Card, activityId: ActivityId | null): JourneyId | null {
  const { laneId } = card.place
  const lane = laneId === null ? undefined : (snapshot.lanes.get(laneId) ?? snapshot.bin.lanes.get(laneId))
  const activity =
    activityId === null
      ? undefined
      : (snapshot.activities.get(activityId) ?? snapshot.bin.activities.get(activityId))
  return activity?.place.journeyId ?? lane?.journeyId ?? null
}

type Home =
  | { readonly kind: 'cell'; readonly key: string }
  | { readonly kind: 'placement'; readonly placementId: PlacementId }
  | { readonly kind: 'parked'; readonly reason: ParkingReason; readonly journeyId: JourneyId | null }
  | { readonly kind: 'binnedJourney' }

function homeOf(snapshot: WorkshopSnapshot, card: Card): Home {
  const activityId = activityIdOf(snapshot, card)
  const journeyId = journeyOf(snapshot, card, activityId)
  if (journeyId !== null && !snapshot.journeys.has(journeyId) && snapshot.bin.journeys.has(journeyId)) {
    return { kind: 'binnedJourney' }
  }
  const parked = (reason: ParkingReason): Home => ({ kind: 'parked', reason, journeyId })
  const { laneId, placementId } = card.place
  if (activityId === null || (laneId === null && placementId === null)) return parked('noPlace')
  const activity = snapshot.activities.get(activityId)
  if (activity === undefined || journeyId === null || !snapshot.journeys.has(journeyId))
    return parked('activityGone')
  if (!isColumn(snapshot, activity)) return parked('activityInPile')
  if (laneId === null) {
    const placement = placementId === null ? undefined : snapshot.placements.get(placementId)
    const touchpointId = placement?.touchpointId ?? null
    // A placement under no activity is nowhere on the map, and what lies on it would be nowhere with it.
    if (!placement || touchpointId === null || placement.place.activityId === null) return parked('noPlace')
    const isShown = snapshot.touchpoints.has(standsFor(snapshot, 'touchpoints', touchpointId))
    return isShown ? { kind: 'placement', placementId: placement.id } : parked('noPlace')
  }
  const lane = snapshot.lanes.get(laneId)
  if (lane === undefined) return parked('laneGone')
  if (lane.journeyId !== activity.place.journeyId) return parked('otherJourney')
  return { kind: 'cell', key: cellKey(laneId, activityId) }
}

export const cardHomes = memoByTables(
  (snapshot: WorkshopSnapshot) => [
    snapshot.cards,
    snapshot.lanes,
    snapshot.activities,
    snapshot.phases,
    snapshot.journeys,
    snapshot.placements,
    snapshot.touchpoints,
    snapshot.bin.lanes,
    snapshot.bin.activities,
    snapshot.bin.journeys,
    snapshot.bin.touchpoints,
  ],
  (snapshot): CardHomes => {
    const cells = new Map<string, Card[]>()
    const onPlacements = new Map<PlacementId, Card[]>()
    const parked: ParkedCard[] = []
    const inBinnedJourneys: Card[] = []
    for (const card of byPlace(snapshot.cards.values())) {
      const home = homeOf(snapshot, card)
      if (home.kind === 'cell') append(cells, home.key, card)
      else if (home.kind === 'placement') append(onPlacements, home.placementId, card)
      else if (home.kind === 'parked') parked.push({ card, reason: home.reason, journeyId: home.journeyId })
      else inBinnedJourneys.push(card)
    }
    return { cells, onPlacements, parked, inBinnedJourneys }
  },
)
