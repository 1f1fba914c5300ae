/**
 * Rows of notes → cards of a journey that is here. Which lane and activity a note goes to is decided by `NotePlaces`; the
 * same row again is another card, the same table again brings nothing new.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { PlannedRecord } from '../document/PlannedDocument.ts'
import type { ImportPlan } from '../ImportPlan.ts'
import { NO_TABLES } from '../tables/parsedTables.ts'
import type { NoteRole } from './noteMapping.ts'
import { type NamedPlace, NotePlaces } from './NotePlaces.ts'
import type { NotesWish, UnplacedNote } from './notesWish.ts'
import type { NoteRows } from './readNotes.ts'

export interface PlannedNotes {
  readonly plan: ImportPlan
  /** Rows whose card waits in the parking lot, or that hold no text at all. */
  readonly unplaced: readonly UnplacedNote[]
}

interface Note extends NamedPlace {
  readonly text: string
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
    phase: of('phase')[0] ?? '',
    activity: of('activity')[0] ?? '',
    lane: of('lane')[0] ?? '',
    colour: of('colour')[0] ?? '',
    author: of('author')[0] ?? '',
    tags: of('tag'),
  }
}

class NotesPlanner {
  private readonly people: PlannedRecord[] = []
  private readonly cards: PlannedRecord[] = []
  private readonly unplaced: UnplacedNote[] = []
  private readonly places: NotePlaces
  private readonly persons = new Map<string, string>()
  private readonly times = new Map<string, number>()

  constructor(snapshot: WorkshopSnapshot, wish: NotesWish) {
    this.places = new NotePlaces(snapshot, wish)
    for (const { id, name, kind } of snapshot.persons.values())
      if (kind !== 'respondent') this.persons.set(name, id)
  }

  add(note: Note, line: number): void {
    if (note.text === '') {
      // An activity without a note is an activity all the same.
      this.places.find(note)
      this.unplaced.push({ line, text: '', reason: 'noText', value: '' })
      return
    }
    const { laneId, activityId, reason } = this.places.find(note)
    if (reason !== null) this.unplaced.push({ line, text: note.text, ...reason })
    this.cards.push({
      table: 'cards',
      key: this.keyOf(note),
      fields: {
        place: {
          laneId: laneId || null,
          activityId: activityId || null,
          placementId: null,
          // The builder puts them behind the cards that are there already.
          order: this.cards.length + 1,
        },
        text: note.text,
        ...(note.author === '' ? {} : { authorIds: [this.person(note.author)] }),
        ...(note.tags.length === 0 ? {} : { source: note.tags.join(', ') }),
      },
    })
  }

  result(): PlannedNotes {
    const { made } = this.places
    const records = [...this.people, ...made, ...this.cards]
    const count = (table: string) => records.filter((record) => record.table === table).length
    const counts = Object.fromEntries(
      ['phases', 'activities', 'lanes', 'cards'].map((table) => [table, count(table)]),
    )
    const document = { records, entries: [] }
    const plan = { title: '', tables: NO_TABLES, document, attachments: [], notices: [], counts }
    return { plan, unplaced: this.unplaced }
  }

  /** The same row again is another note; the n-th of its kind is the same one in the next import. */
  private keyOf({ text, activity, lane, author, tags }: Note): string {
    const said = JSON.stringify({ text, activity, lane, author, tags })
    const hash = bytesToHex(sha256(new TextEncoder().encode(said))).slice(0, 32)
    const times = (this.times.get(hash) ?? 0) + 1
    this.times.set(hash, times)
    return times === 1 ? `note|${hash}` : `note|${hash}|${String(times)}`
  }

  private person(name: string): string {
    const known = this.persons.get(name)
    if (known !== undefined) return known
    const key = `participant:${name}`
    this.persons.set(name, key)
    this.people.push({ table: 'persons', key, fields: { name, kind: 'participant' } })
    return key
  }
}
