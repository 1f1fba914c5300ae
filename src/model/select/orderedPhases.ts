/** The phases of a journey from left to right. */
import { memoByTables } from '../memoByTables.ts'
import type { JourneyId } from '../records/journey.ts'
import type { Phase } from '../records/phase.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { byOrder } from './byOrder.ts'

export const orderedPhases = memoByTables(
  (snapshot: WorkshopSnapshot) => [snapshot.phases],
  (snapshot, journeyId: JourneyId): readonly Phase[] =>
    byOrder([...snapshot.phases.values()].filter((phase) => phase.journeyId === journeyId)),
)
