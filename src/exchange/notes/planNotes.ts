/**
 * Rows of notes → cards of a journey that is here. A note goes to the lane and activity that it names; where it names
 * none it goes where the person says; what the map does not have is told, and the card waits in the parking lot.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { JourneyId } from '../../model/records/journey.ts'
import { orderedColumns } from '../../model/select/activitiesByPhase.ts'
import { allLanes } from '../../model/select/orderedLanes.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { PlannedRecord } from '../document/PlannedDocument.ts'
import type { ImportPlan } from '../ImportPlan.ts'
import { NO_TABLES } from '../tables/parsedTables.ts'
import type { NoteMapping, NoteRole } from './noteMapping.ts'
import type { NoteRows } from './readNotes.ts'

export interface NotesWish {
  readonly mapping: NoteMapping
  readonly journeyId: JourneyId
  /** For notes that name no lane, or one that is not on the map; empty is the parking lot. */
  readonly laneId: string
  readonly activityId: string
  /** What a lane of the map is called that has no title of its own. */
  readonly laneName: (kind: string) => string
}

export interface UnplacedNote {
  readonly line: number
  readonly text: string
  readonly reason: 'noText' | 'noActivity' | 'unknownActivity' | 'unknownLane' | 'noLane'
  readonly value: string
}

export interface PlannedNotes {
  readonly plan: ImportPlan
  /** Rows whose card waits in the parking lot, or that hold no text at all. */
  readonly unplaced: readonly UnplacedNote[]
}

interface Note {
  readonly text: string
  readonly activity: string
  readonly lane: string
  readonly author: string
  readonly tags: readonly string[]
}

export function planNotes(notes: NoteRows, snapshot: WorkshopSnapshot, wish: NotesWish): PlannedNotes {
  const planner = new NotesPlanner(snapshot, wish)
  const first = wish.mapping.hasHeader ? 1 : 0
  for (const [index, row] of notes.rows.entries()) {
    if (index >= first) planner.add(noteOf(row, wish.mapping.roles), notes.lines[index] ?? index + 1)
  }
  return planner.result()
}

function noteOf(row: readonly string[], roles: readonly NoteRole[]): Note {
  const of = (role: NoteRole) =>
    row.flatMap((cell, index) => (roles[index] === role && cell.trim() !== '' ? [cell.trim()] : []))
  return {
    text: [...of('text'), ...of('more')].join('\n'),
    activity: of('activity')[0] ?? '',
    lane: of('lane')[0] ?? '',
    author: of('author')[0] ?? '',
    tags: of('tag'),
  }
}

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ')

class NotesPlanner {
  private readonly records: PlannedRecord[] = []
  private readonly unplaced: UnplacedNote[] = []
  private readonly wish: NotesWish
  private readonly lanes: ReadonlyMap<string, string>
  private readonly activities: ReadonlyMap<string, string>
  private readonly persons = new Map<string, string>()
  private readonly times = new Map<string, number>()
  private readonly filled = new Map<string, number>()

  constructor(snapshot: WorkshopSnapshot, wish: NotesWish) {
    this.wish = wish
    this.lanes = new Map(
      allLanes(snapshot, wish.journeyId).flatMap(({ id, title, kind }) => [
        [plain(title === '' ? wish.laneName(kind) : title), id],
        [plain(kind), id],
      ]),
    )
    this.activities = new Map(
      orderedColumns(snapshot, wish.journeyId).map(({ id, text }) => [plain(text), id]),
    )
    for (const { id, name, kind } of snapshot.persons.values())
      if (kind !== 'respondent') this.persons.set(name, id)
    // Behind the cards that are there already.
    for (const { place } of snapshot.cards.values()) {
      const cell = `${place.laneId ?? ''}|${place.activityId ?? ''}`
      this.filled.set(cell, (this.filled.get(cell) ?? 0) + 1)
    }
  }

  add(note: Note, line: number): void {
    if (note.text === '') {
      this.unplaced.push({ line, text: '', reason: 'noText', value: '' })
      return
    }
    const activityId =
      note.activity === '' ? this.wish.activityId : (this.activities.get(plain(note.activity)) ?? '')
    const laneId = (note.lane === '' ? undefined : this.lanes.get(plain(note.lane))) ?? this.wish.laneId
    const reason = this.reasonOf(note, activityId, laneId)
    if (reason !== null) this.unplaced.push({ line, text: note.text, ...reason })
    const cell = `${laneId}|${activityId}`
    const order = (this.filled.get(cell) ?? 0) + 1
    this.filled.set(cell, order)
    this.records.push({
      table: 'cards',
      key: this.keyOf(note),
      fields: {
        place: { laneId: laneId || null, activityId: activityId || null, placementId: null, order },
        text: note.text,
        ...(note.author === '' ? {} : { authorIds: [this.person(note.author)] }),
        ...(note.tags.length === 0 ? {} : { source: note.tags.join(', ') }),
      },
    })
  }

  result(): PlannedNotes {
    const cards = this.records.filter(({ table }) => table === 'cards').length
    const document = { records: this.records, entries: [] }
    const plan = { title: '', tables: NO_TABLES, document, attachments: [], notices: [], counts: { cards } }
    return { plan, unplaced: this.unplaced }
  }

  private reasonOf(
    note: Note,
    activityId: string,
    laneId: string,
  ): Pick<UnplacedNote, 'reason' | 'value'> | null {
    if (activityId === '')
      return note.activity === ''
        ? { reason: 'noActivity', value: '' }
        : { reason: 'unknownActivity', value: note.activity }
    if (laneId !== '') return null
    return note.lane === '' ? { reason: 'noLane', value: '' } : { reason: 'unknownLane', value: note.lane }
  }

  /** The same row again is another note; the n-th of its kind is the same one in the next import. */
  private keyOf(note: Note): string {
    const hash = bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(note)))).slice(0, 32)
    const times = (this.times.get(hash) ?? 0) + 1
    this.times.set(hash, times)
    return times === 1 ? `note|${hash}` : `note|${hash}|${String(times)}`
  }

  private person(name: string): string {
    const known = this.persons.get(name)
    if (known !== undefined) return known
    const key = `participant:${name}`
    this.persons.set(name, key)
    this.records.unshift({ table: 'persons', key, fields: { name, kind: 'participant' } })
    return key
  }
}
