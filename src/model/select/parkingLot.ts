/** What lost its place: shown in a lane of its own, never nowhere. Also activities that belong to no journey. */
import { memoByTables } from '../memoByTables.ts'
import type { Activity } from '../records/activity.ts'
import type { JourneyId } from '../records/journey.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { byPlace } from './byOrder.ts'
import { cardHomes, type ParkedCard } from './cardHomes.ts'
import { mainJourney } from './journeys.ts'

export interface ParkingLot {
  readonly cards: readonly ParkedCard[]
  readonly activities: readonly Activity[]
}

/** The parking lot of a journey; what belongs to no journey is parked with the main one. */
export const parkingLot = memoByTables(
  (snapshot: WorkshopSnapshot) => [
    cardHomes(snapshot),
    snapshot.activities,
    snapshot.journeys,
    snapshot.bin.journeys,
    snapshot.stage,
  ],
  (snapshot, journeyId: JourneyId): ParkingLot => {
    const isMain = mainJourney(snapshot)?.id === journeyId
    const isLost = (id: JourneyId | null) =>
      id === null || (!snapshot.journeys.has(id) && !snapshot.bin.journeys.has(id))
    const belongs = (id: JourneyId | null) => id === journeyId || (isMain && isLost(id))
    return {
      cards: cardHomes(snapshot).parked.filter((parked) => belongs(parked.journeyId)),
      activities: isMain
        ? byPlace([...snapshot.activities.values()].filter((activity) => isLost(activity.place.journeyId)))
        : [],
    }
  },
)
