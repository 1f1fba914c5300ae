/**
 * What goes into the bin together with a record, because without it it would only fill the parking lot: the cards of
 * a lane, the cards and placements of an activity. A phase takes nothing along: its activities fall into the pile.
 * The row of the curve takes the empty ones along that it stood for: else one of them would be there in its place.
 */
import type { PlacementId } from './records/placement.ts'
import type { IdIn, TableName } from './schema.ts'
import { standsFor } from './select/standsFor.ts'
import type { WorkshopSnapshot } from './snapshot.ts'

export interface RecordRef {
  readonly table: TableName
  readonly id: string
}

function refs(table: TableName, records: Iterable<{ readonly id: string }>): RecordRef[] {
  return [...records].map((record) => ({ table, id: record.id }))
}

/** Cards that are only on these placements; a card that names a lane falls back to its cell. */
function cardsOnlyOn(snapshot: WorkshopSnapshot, placements: ReadonlySet<PlacementId>): RecordRef[] {
  const cards = [...snapshot.cards.values()].filter(
    ({ place }) => place.laneId === null && place.placementId !== null && placements.has(place.placementId),
  )
  return refs('cards', cards)
}

function ofActivity(snapshot: WorkshopSnapshot, activityId: IdIn<'activities'>): RecordRef[] {
  const isAt = (id: IdIn<'activities'> | null) =>
    id !== null && standsFor(snapshot, 'activities', id) === activityId
  const placements = [...snapshot.placements.values()].filter((placement) => isAt(placement.place.activityId))
  const placementIds = new Set(placements.map((placement) => placement.id))
  const cards = [...snapshot.cards.values()].filter(
    ({ place }) =>
      isAt(place.activityId) || (place.placementId !== null && placementIds.has(place.placementId)),
  )
  return [...refs('placements', placements), ...refs('cards', cards)]
}

function ofLane(snapshot: WorkshopSnapshot, laneId: IdIn<'lanes'>): RecordRef[] {
  const cards = [...snapshot.cards.values()]
  const lane = snapshot.lanes.get(laneId)
  const used = new Set(cards.map(({ place }) => place.laneId))
  const doubles = [...snapshot.lanes.values()].filter(
    ({ id, kind, journeyId }) =>
      kind === 'curve' &&
      lane?.kind === kind &&
      journeyId === lane.journeyId &&
      id !== laneId &&
      !used.has(id),
  )
  const own = cards.filter(({ place }) => place.laneId === laneId)
  return [...refs('cards', own), ...refs('lanes', doubles)]
}

function ofTouchpoint(snapshot: WorkshopSnapshot, touchpointId: IdIn<'touchpoints'>): RecordRef[] {
  const placements = [...snapshot.placements.values()].filter(
    (placement) =>
      placement.touchpointId !== null &&
      standsFor(snapshot, 'touchpoints', placement.touchpointId) === touchpointId,
  )
  return [
    ...refs('placements', placements),
    ...cardsOnlyOn(snapshot, new Set(placements.map(({ id }) => id))),
  ]
}

export function belongingsOf(snapshot: WorkshopSnapshot, table: TableName, id: string): readonly RecordRef[] {
  switch (table) {
    case 'lanes':
      return ofLane(snapshot, id as IdIn<'lanes'>)
    case 'activities':
      return ofActivity(snapshot, id as IdIn<'activities'>)
    case 'touchpoints':
      return ofTouchpoint(snapshot, id as IdIn<'touchpoints'>)
    case 'placements':
      return cardsOnlyOn(snapshot, new Set([id as PlacementId]))
    case 'personas':
      return refs(
        'traits',
        [...snapshot.traits.values()].filter((trait) => trait.personaId === id),
      )
    default:
      return []
  }
}
