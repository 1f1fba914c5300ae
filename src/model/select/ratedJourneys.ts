/** Journeys with a value for one of their columns, of whatever round: what the performance curve is there to show. */
import { memoByTables } from '../memoByTables.ts'
import type { JourneyId } from '../records/journey.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { standsFor } from './standsFor.ts'

export const ratedJourneys = memoByTables(
  (snapshot: WorkshopSnapshot) => [
    snapshot.ratings,
    snapshot.agreedValues,
    snapshot.activities,
    snapshot.bin.activities,
  ],
  (snapshot): ReadonlySet<JourneyId> => {
    const rated = new Set<JourneyId>()
    for (const table of [snapshot.ratings, snapshot.agreedValues])
      for (const { subjectKind, subjectId, value } of table.values()) {
        if (subjectKind !== 'activity' || value === null) continue
        const place = snapshot.activities.get(standsFor(snapshot, 'activities', subjectId as never))?.place
        if (place && place.phaseId !== null && place.journeyId !== null) rated.add(place.journeyId)
      }
    return rated
  },
)
