/** Where a card with a paper id belongs in this workshop today: its lane, its phase or activity, if they are still there. */
import { NOWHERE, type PaperCode, paperMark, printedCode } from '../paperCode.ts'
import type { Activity, ActivityId } from '../records/activity.ts'
import type { Lane, LaneId } from '../records/lane.ts'
import type { PhaseId } from '../records/phase.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { activitiesByPhase } from './activitiesByPhase.ts'
import { standsFor } from './standsFor.ts'

export interface PaperPlace {
  readonly lane: Lane
  /** Null where the card names none: the person chooses. */
  readonly phaseId: PhaseId | null
  /** The one the card names, else the first of its phase; null when there is none yet. */
  readonly activityId: ActivityId | null
}

export type PaperPlaceFound =
  | { readonly kind: 'place'; readonly place: PaperPlace }
  /** It was printed for another workshop. */
  | { readonly kind: 'otherWorkshop' }
  /** Its lane, or its phase or activity, is not there any more. */
  | { readonly kind: 'gone' }

export function paperPlace(snapshot: WorkshopSnapshot, code: PaperCode): PaperPlaceFound {
  if (code.workshop !== paperMark('workshop', snapshot.meta.workshopId)) return { kind: 'otherWorkshop' }
  const laneId = only(marked([...snapshot.lanes.keys()], 'lane', code.lane))
  const lane = laneId === null ? undefined : snapshot.lanes.get(laneId)
  if (lane === undefined || lane.journeyId === null) return { kind: 'gone' }
  if (code.place === NOWHERE) return { kind: 'place', place: { lane, phaseId: null, activityId: null } }
  const { phases } = activitiesByPhase(snapshot, lane.journeyId)
  const phase = phases.find((one) => paperMark('place', one.phase.id) === code.place)
  if (phase !== undefined) {
    const activityId = phase.activities[0]?.id ?? null
    return { kind: 'place', place: { lane, phaseId: phase.phase.id, activityId } }
  }
  const activity = activityOf(snapshot, code.place)
  if (activity === undefined || activity.place.journeyId !== lane.journeyId) return { kind: 'gone' }
  return { kind: 'place', place: { lane, phaseId: activity.place.phaseId, activityId: activity.id } }
}

/** Also one that was merged into another since it was printed. */
function activityOf(snapshot: WorkshopSnapshot, mark: string): Activity | undefined {
  const live = only(marked([...snapshot.activities.keys()], 'place', mark))
  const id = live ?? only(marked([...snapshot.bin.activities.keys()], 'place', mark))
  return id === null ? undefined : snapshot.activities.get(standsFor(snapshot, 'activities', id))
}

function marked<Id extends LaneId | ActivityId>(
  ids: readonly Id[],
  kind: 'lane' | 'place',
  mark: string,
): readonly Id[] {
  return ids.filter((id) => paperMark(kind, id) === mark)
}

/** Two with the same mark cannot be told apart, so neither is meant. */
function only<Id>(ids: readonly Id[]): Id | null {
  return ids.length === 1 ? (ids[0] ?? null) : null
}

/** The file name of a photo of a filled card; it is how the same card is known again. */
export function paperPhotoName(code: PaperCode): string {
  return `${printedCode(code)}.jpg`
}

/** True when a photo of this very card hangs somewhere already. */
export function isPaperKnown(snapshot: WorkshopSnapshot, code: PaperCode): boolean {
  const name = paperPhotoName(code)
  const ids = new Set([...snapshot.media.values()].filter((one) => one.name === name).map(({ id }) => id))
  return [...snapshot.cards.values()].some(({ mediaIds }) => mediaIds.some((id) => ids.has(id)))
}
