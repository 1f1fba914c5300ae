/**
 * Step 1: what of the workshop is on this map. Everything that reads the snapshot by rule (homes of cards, order of
 * lanes, the edition) is decided here; the later steps only measure and place.
 */
import type { Activity, ActivityId } from '../../model/records/activity.ts'
import type { Card } from '../../model/records/card.ts'
import type { Journey } from '../../model/records/journey.ts'
import type { Lane } from '../../model/records/lane.ts'
import type { Phase } from '../../model/records/phase.ts'
import type { Persona } from '../../model/records/persona.ts'
import type { Placement, PlacementId } from '../../model/records/placement.ts'
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import { cardHomes, cellKey } from '../../model/select/cardHomes.ts'
import { orderedLanes } from '../../model/select/orderedLanes.ts'
import { parkingLot } from '../../model/select/parkingLot.ts'
import { placementsOf } from '../../model/select/placementsOf.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { MapOptions } from '../mapOptions.ts'
import { belongsToEdition, citedCards } from '../cardEdition.ts'

export interface PhaseSource {
  readonly phase: Phase
  readonly rank: number
  readonly activities: readonly Activity[]
}

export interface PlacementSource {
  readonly placement: Placement
  readonly cards: readonly Card[]
}

export interface CellSource {
  readonly placements: readonly PlacementSource[]
  readonly cards: readonly Card[]
}

export interface MapSource {
  readonly snapshot: WorkshopSnapshot
  readonly options: MapOptions
  readonly journey: Journey
  readonly persona: Persona | null
  readonly phases: readonly PhaseSource[]
  readonly pile: readonly Activity[]
  readonly lanes: readonly Lane[]
  readonly cellOf: (lane: Lane, activityId: ActivityId) => CellSource
  readonly parked: readonly Card[]
}

const isShown = <T>(chosen: readonly T[] | null, id: T): boolean => chosen === null || chosen.includes(id)

export function personaOf(snapshot: WorkshopSnapshot, journey: Journey): Persona | null {
  const ids = journey.personaIds.map((id) => standsFor(snapshot, 'personas', id))
  const live = ids.flatMap((id) => snapshot.personas.get(id) ?? [])
  return (
    live.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1))[0] ?? null
  )
}

/**
 * Cards on placements have no row of their own. Where no row shows their touchpoint, because there is none or because
 * the touchpoint lies under no activity, they are parked, never lost.
 */
function homelessCards(
  snapshot: WorkshopSnapshot,
  journey: Journey,
  shown: ReadonlySet<PlacementId>,
): readonly Card[] {
  const found: Card[] = []
  for (const [placementId, cards] of cardHomes(snapshot).onPlacements) {
    if (shown.has(placementId)) continue
    const above = snapshot.placements.get(placementId)?.place.activityId ?? null
    for (const card of cards) {
      const id = above ?? card.place.activityId
      const activity =
        id === null ? undefined : snapshot.activities.get(standsFor(snapshot, 'activities', id))
      if (activity?.place.journeyId === journey.id) found.push(card)
    }
  }
  return found
}

export function readMap(snapshot: WorkshopSnapshot, options: MapOptions): MapSource {
  const journey = snapshot.journeys.get(options.journeyId)
  if (!journey) throw new Error(`layoutMap: there is no journey ${options.journeyId}`)
  const { filter } = options
  const sorted = activitiesByPhase(snapshot, journey.id)
  const allLanes = orderedLanes(snapshot, journey.id)
  const touchpointsLane = allLanes.find((lane) => lane.kind === 'touchpoints')
  const cited = citedCards(snapshot, filter.cards)
  const edition = (cards: readonly Card[], lane: Lane | null): readonly Card[] =>
    filter.cards === 'all'
      ? cards
      : cards.filter((card) => belongsToEdition(snapshot, card, lane, filter.cards, cited))
  const homes = cardHomes(snapshot)
  const phases = sorted.phases.map(({ phase, activities }, rank) => ({ phase, rank, activities }))
  const shown = phases.filter(({ phase }) => isShown(filter.phaseIds, phase.id))
  const whole = filter.rest ?? (filter.phaseIds === null && filter.laneIds === null)
  const activities = touchpointsLane ? phases.flatMap((phase) => phase.activities) : []
  const onMap = activities.flatMap(({ id }) => placementsOf(snapshot, id).map((placement) => placement.id))
  const homeless = whole ? homelessCards(snapshot, journey, new Set(onMap)) : []
  return {
    snapshot,
    options,
    journey,
    persona: personaOf(snapshot, journey),
    phases: shown,
    pile: whole ? [...sorted.pile, ...parkingLot(snapshot, journey.id).activities] : [],
    lanes: allLanes.filter((lane) => isShown(filter.laneIds, lane.id)),
    cellOf: (lane, activityId) => ({
      cards: edition(homes.cells.get(cellKey(lane.id, activityId)) ?? [], lane),
      placements:
        lane.id === touchpointsLane?.id
          ? placementsOf(snapshot, activityId).map((placement) => ({
              placement,
              cards: edition(homes.onPlacements.get(placement.id) ?? [], null),
            }))
          : [],
    }),
    parked: whole
      ? edition([...parkingLot(snapshot, journey.id).cards.map(({ card }) => card), ...homeless], null)
      : [],
  }
}
