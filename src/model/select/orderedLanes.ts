/** The rows of a journey from top to bottom. A hidden lane shows as soon as it holds something: nothing is out of sight. */
import { memoByTables } from '../memoByTables.ts'
import type { JourneyId } from '../records/journey.ts'
import type { Lane } from '../records/lane.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { byOrder } from './byOrder.ts'
import { cardHomes } from './cardHomes.ts'
import { ratedJourneys } from './ratedJourneys.ts'

export const allLanes = memoByTables(
  (snapshot: WorkshopSnapshot) => [snapshot.lanes],
  (snapshot, journeyId: JourneyId): readonly Lane[] =>
    byOrder([...snapshot.lanes.values()].filter((lane) => lane.journeyId === journeyId)),
)

const lanesWithCards = memoByTables(
  (snapshot: WorkshopSnapshot) => [cardHomes(snapshot)],
  (snapshot): ReadonlySet<string> =>
    new Set([...cardHomes(snapshot).cells.keys()].map((key) => key.slice(0, key.indexOf('|')))),
)

export const orderedLanes = memoByTables(
  (snapshot: WorkshopSnapshot) => [
    snapshot.lanes,
    lanesWithCards(snapshot),
    snapshot.placements,
    ratedJourneys(snapshot),
  ],
  (snapshot, journeyId: JourneyId): readonly Lane[] => {
    const used = lanesWithCards(snapshot)
    const isRated = ratedJourneys(snapshot).has(journeyId)
    return allLanes(snapshot, journeyId).filter(
      (lane) =>
        !lane.hidden ||
        used.has(lane.id) ||
        (lane.kind === 'touchpoints' && snapshot.placements.size > 0) ||
        (lane.kind === 'curve' && isRated),
    )
  },
)

/** Whether ratings have a row to be seen in, shown or hidden. */
export function hasCurveLane(snapshot: WorkshopSnapshot, journeyId: JourneyId): boolean {
  return allLanes(snapshot, journeyId).some((lane) => lane.kind === 'curve')
}
