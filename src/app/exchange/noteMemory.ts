/** What columns and colours of notes were taken for, remembered on this device: the same table next time is read the same way. */
import { guessMapping } from '../../exchange/notes/noteMapping.ts'
import type { NoteRows } from '../../exchange/notes/readNotes.ts'
import {
  type Choice,
  NOTE_ROLES,
  type NoteTable,
  type NoteWish,
} from '../../features/exchange/importTools.ts'
import type { AppServices } from '../services.ts'

const MOST_HEADERS = 20
const MOST_COLOURS = 60

/** As it was read the last time, else as its header suggests. */
export function noteTableOf({ settings }: AppServices, notes: NoteRows): Omit<NoteTable, 'notices'> {
  const guessed = guessMapping(notes)
  const remembered = settings.get().noteColumns[headerOf(notes)]
  const roles = guessed.roles.map(
    (role, index) => NOTE_ROLES.find((known) => known === remembered?.[index]) ?? role,
  )
  return { sample: notes.rows.slice(0, 3), rows: notes.rows.length, ...guessed, roles }
}

export function rememberWish(
  { settings }: AppServices,
  notes: NoteRows,
  { roles, hasHeader, colours }: NoteWish,
  lanes: readonly Choice[],
): void {
  const held = settings.get()
  const named = Object.entries(colours).flatMap(([colour, laneId]): [string, string][] => {
    const lane = lanes.find(({ value }) => value === laneId)
    return lane === undefined ? [] : [[colour, lane.label]]
  })
  const noteColours = { ...held.noteColours, ...Object.fromEntries(named) }
  const columns = hasHeader ? { ...held.noteColumns, [headerOf(notes)]: roles } : held.noteColumns
  void settings.change({
    noteColumns: last(columns, MOST_HEADERS),
    noteColours: last(noteColours, MOST_COLOURS),
  })
}

/** The lane of that name, wherever it is called the same. */
export function rememberedLane({ settings }: AppServices, colour: string, lanes: readonly Choice[]): string {
  const title = settings.get().noteColours[colour]
  return lanes.find(({ label }) => label === title)?.value ?? ''
}

function last<T>(all: Readonly<Record<string, T>>, most: number): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).slice(-most))
}

function headerOf({ rows }: NoteRows): string {
  return JSON.stringify(rows[0]?.map((cell) => cell.slice(0, 60)) ?? [])
}
