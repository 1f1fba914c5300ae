/** The journeys of a workshop, and the one that is shown when nobody chose. */
import { memoByTables } from '../memoByTables.ts'
import type { Journey } from '../records/journey.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { byOrder } from './byOrder.ts'

export const orderedJourneys = memoByTables(
  (snapshot: WorkshopSnapshot) => [snapshot.journeys],
  (snapshot): readonly Journey[] => byOrder(snapshot.journeys.values()),
)

/** The moderator's choice if it is there, else the first that unfolds nothing, else the first. */
export function mainJourney(snapshot: WorkshopSnapshot): Journey | null {
  const chosen =
    snapshot.stage.journeyId === null ? undefined : snapshot.journeys.get(snapshot.stage.journeyId)
  const all = orderedJourneys(snapshot)
  return chosen ?? all.find((journey) => journey.parentActivityId === null) ?? all[0] ?? null
}
