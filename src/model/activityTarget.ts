/** Whether an activity may go under a phase of a journey, and who is there already. */
import { ok } from '../shared/result.ts'
import { type CommandResult, refuse } from './commandResult.ts'
import { liveRecord } from './liveRecord.ts'
import type { Activity } from './records/activity.ts'
import type { JourneyId } from './records/journey.ts'
import type { PhaseId } from './records/phase.ts'
import { activitiesByPhase } from './select/activitiesByPhase.ts'
import type { WorkshopDocument } from './workshopDocument.ts'

export interface ActivityTarget {
  readonly journeyId: JourneyId
  readonly phaseId: PhaseId | null
}

export function checkActivityTarget(
  workshop: WorkshopDocument,
  target: ActivityTarget,
): CommandResult<ActivityTarget> {
  const journey = liveRecord(workshop, 'journeys', target.journeyId)
  if (!journey.ok) return journey
  if (target.phaseId !== null) {
    const phase = liveRecord(workshop, 'phases', target.phaseId)
    if (!phase.ok) return phase
    if (phase.value.journeyId !== target.journeyId)
      return refuse('invalid', 'activities.place', `phases/${target.phaseId}`)
  }
  return ok({ journeyId: target.journeyId, phaseId: target.phaseId })
}

export function activitiesAt(workshop: WorkshopDocument, target: ActivityTarget): readonly Activity[] {
  const { phases, pile } = activitiesByPhase(workshop.snapshot(), target.journeyId)
  if (target.phaseId === null) return pile
  return phases.find((entry) => entry.phase.id === target.phaseId)?.activities ?? []
}
