/** The workshop as if a journey were the main one: for a poster of the journey on the screen, not of everybody's. */
import type { JourneyId } from '../../model/records/journey.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

export function snapshotShowing(snapshot: WorkshopSnapshot, journeyId: JourneyId | null): WorkshopSnapshot {
  if (journeyId === null || snapshot.stage.journeyId === journeyId) return snapshot
  return { ...snapshot, stage: { ...snapshot.stage, journeyId } }
}
