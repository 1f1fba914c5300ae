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
    const lanes = allLanes(snapshot, journeyId)
    const curve = curveAmong(lanes, used)
    return lanes.filter((lane) => {
      if (used.has(lane.id)) return true
      if (lane.kind === 'curve') return lane === curve && (!lane.hidden || isRated)
      return !lane.hidden || (lane.kind === 'touchpoints' && snapshot.placements.size > 0)
    })
  },
)

/**
 * Devices that each added the row of the curve made several of it. The one that stands for them all does so whatever is
 * moved, renamed or hidden later; none needs to where one is in sight with its cards.
 */
function curveAmong(lanes: readonly Lane[], used: ReadonlySet<string>): Lane | null {
  const curves = lanes.filter(({ kind }) => kind === 'curve')
  if (curves.some(({ id }) => used.has(id))) return null
  return curves.reduce<Lane | null>((one, lane) => (one !== null && one.id < lane.id ? one : lane), null)
}
