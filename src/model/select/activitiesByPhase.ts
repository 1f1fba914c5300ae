/**
 * The activities of a journey: columns under their phases, and the unsorted pile. An activity whose phase is gone
 * lies in the pile, where everybody sees it, until it is sorted again or its phase is restored.
 */
import { memoByTables } from '../memoByTables.ts'
import type { Activity } from '../records/activity.ts'
import type { JourneyId } from '../records/journey.ts'
import type { Phase, PhaseId } from '../records/phase.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { byPlace } from './byOrder.ts'
import { orderedPhases } from './orderedPhases.ts'

export interface PhaseWithActivities {
  readonly phase: Phase
  readonly activities: readonly Activity[]
}

export interface JourneyActivities {
  readonly phases: readonly PhaseWithActivities[]
  readonly pile: readonly Activity[]
}

export const activitiesByPhase = memoByTables(
  (snapshot: WorkshopSnapshot) => [snapshot.phases, snapshot.activities],
  (snapshot, journeyId: JourneyId): JourneyActivities => {
    const phases = orderedPhases(snapshot, journeyId)
    const columns = new Map<PhaseId, Activity[]>(phases.map((phase) => [phase.id, []]))
    const pile: Activity[] = []
    for (const activity of byPlace(snapshot.activities.values())) {
      if (activity.place.journeyId !== journeyId) continue
      const column = activity.place.phaseId === null ? undefined : columns.get(activity.place.phaseId)
      if (column === undefined) pile.push(activity)
      else column.push(activity)
    }
    return { phases: phases.map((phase) => ({ phase, activities: columns.get(phase.id) ?? [] })), pile }
  },
)

/** All columns from left to right, whatever their phase. */
export const orderedColumns = memoByTables(
  (snapshot: WorkshopSnapshot) => [snapshot.phases, snapshot.activities],
  (snapshot, journeyId: JourneyId): readonly Activity[] =>
    activitiesByPhase(snapshot, journeyId).phases.flatMap((entry) => entry.activities),
)
