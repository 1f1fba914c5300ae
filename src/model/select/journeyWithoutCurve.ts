/**
 * The journey whose map has no row, shown or hidden, that a rating of this subject could be seen in; null where there is
 * one, and for what no curve tells of.
 */
import type { JourneyId } from '../records/journey.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import type { Subject } from '../subject.ts'
import { journeyOf } from './journeyOf.ts'
import { allLanes } from './orderedLanes.ts'

export function journeyWithoutCurve(snapshot: WorkshopSnapshot, subject: Subject): JourneyId | null {
  const id = subject.kind === 'activity' ? journeyOf(snapshot, subject) : null
  return id === null || allLanes(snapshot, id).some(({ kind }) => kind === 'curve') ? null : id
}
