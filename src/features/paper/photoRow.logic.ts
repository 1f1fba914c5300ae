/** One photo of a filled card on its way to the map: what its code says, and where the person wants it. */
import { type PaperCode, paperMark, readPrintedCode } from '../../model/paperCode.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { LaneId } from '../../model/records/lane.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import { allLanes } from '../../model/select/orderedLanes.ts'
import { isPaperKnown, paperPlace } from '../../model/select/paperPlace.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { FoundCode, PhotoTarget, PlacedPhoto } from './paperTools.ts'

export type PhotoNote =
  | 'looking'
  | 'found'
  | 'foundAgain'
  | 'foundNone'
  | 'foundDamaged'
  | 'foundForeign'
  | 'foundSeveral'
  | 'foundOther'
  | 'foundGone'
  | 'unreadable'

export interface PhotoRow {
  readonly id: string
  readonly file: File
  readonly note: PhotoNote
  readonly code: PaperCode | null
  /** Empty is the parking lot. */
  readonly laneId: LaneId | ''
  /** `activity:<id>` or `phase:<id>`. */
  readonly under: string
  readonly isWanted: boolean
}

export function newRow(id: string, file: File): PhotoRow {
  return { id, file, note: 'looking', code: null, laneId: '', under: '', isWanted: false }
}

const NOTES = {
  none: 'foundNone',
  foreign: 'foundForeign',
  damaged: 'foundDamaged',
  several: 'foundSeveral',
  unreadable: 'unreadable',
} as const

export function rowAfterReading(row: PhotoRow, snapshot: WorkshopSnapshot, found: FoundCode): PhotoRow {
  return found.kind === 'code' ? rowWithCode(row, snapshot, found.code) : { ...row, note: NOTES[found.kind] }
}

/** Null when the characters are not those of a card of this workshop. */
export function rowAfterTyping(row: PhotoRow, snapshot: WorkshopSnapshot, typed: string): PhotoRow | null {
  const read = readPrintedCode(typed, paperMark('workshop', snapshot.meta.workshopId))
  return read.ok ? rowWithCode(row, snapshot, read.value) : null
}

function rowWithCode(row: PhotoRow, snapshot: WorkshopSnapshot, code: PaperCode): PhotoRow {
  const found = paperPlace(snapshot, code)
  if (found.kind === 'otherWorkshop') return { ...row, note: 'foundOther' }
  if (found.kind === 'gone') return { ...row, note: 'foundGone' }
  const { lane, phaseId, activityId } = found.place
  const isAgain = isPaperKnown(snapshot, code)
  const under = activityId !== null ? `activity:${activityId}` : phaseId !== null ? `phase:${phaseId}` : ''
  const note = isAgain ? 'foundAgain' : 'found'
  return { ...row, note, code, laneId: lane.id, under, isWanted: !isAgain }
}

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface ChoiceTexts {
  readonly laneNames: Readonly<Record<string, string>>
  readonly phase: (n: number) => string
  readonly newActivity: (phase: string) => string
  readonly untitled: string
}

export function laneChoices(
  snapshot: WorkshopSnapshot,
  journeyId: JourneyId,
  { laneNames }: ChoiceTexts,
): readonly Choice[] {
  return allLanes(snapshot, journeyId)
    .filter(({ kind }) => kind !== 'curve' && kind !== 'lineOfVisibility')
    .map(({ id, title, kind }) => ({ value: id, label: title || (laneNames[kind] ?? '') }))
}

/** Activities under their phases; a phase without one can get its first. */
export function underChoices(
  snapshot: WorkshopSnapshot,
  journeyId: JourneyId,
  texts: ChoiceTexts,
): readonly Choice[] {
  return activitiesByPhase(snapshot, journeyId).phases.flatMap(({ phase, activities }, index) => {
    const title = phase.title || texts.phase(index + 1)
    if (activities.length === 0) return [{ value: `phase:${phase.id}`, label: texts.newActivity(title) }]
    return activities.map(({ id, text }) => ({
      value: `activity:${id}`,
      label: `${title}: ${shortened(text) || texts.untitled}`,
    }))
  })
}

const LONGEST = 60

function shortened(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim())
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST).join('')}…`
}

/** The journey that a row's lists show: that of its lane, else the one on the screen. */
export function journeyOfRow(
  row: PhotoRow,
  snapshot: WorkshopSnapshot,
  shown: JourneyId | null,
): JourneyId | null {
  const lane = row.laneId === '' ? undefined : snapshot.lanes.get(row.laneId)
  return lane?.journeyId ?? shown
}

/** Null while it is not said where the photo goes. */
export function placedPhoto(row: PhotoRow, journeyId: JourneyId | null): PlacedPhoto | null {
  if (!row.isWanted || row.note === 'looking' || row.note === 'unreadable') return null
  const target = targetOf(row, journeyId)
  return target === null ? null : { file: row.file, target, code: row.code }
}

function targetOf({ laneId, under }: PhotoRow, journeyId: JourneyId | null): PhotoTarget | null {
  if (laneId === '') return { kind: 'parking' }
  const [kind, id = ''] = under.split(':')
  if (kind === 'activity') return { kind, laneId, activityId: id as ActivityId }
  if (kind === 'phase' && journeyId !== null) return { kind, laneId, phaseId: id as PhaseId, journeyId }
  return null
}
