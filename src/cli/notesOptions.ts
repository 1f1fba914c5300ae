/** What the command line says about a table of notes: which column is what, and where notes go that do not say it. */
import type { NoteRole } from '../exchange/notes/noteMapping.ts'

export interface NotesOptions {
  /** Roles by the name of a column, or by its number from 1. */
  readonly columns: ReadonlyMap<string, NoteRole>
  /** Null: as it looks. */
  readonly hasHeader: boolean | null
  readonly lane: string
  readonly activity: string
  /** Titles of lanes by colour. */
  readonly colours: ReadonlyMap<string, string>
}

/** As the columns look. */
export const GUESSED_NOTES: NotesOptions = {
  columns: new Map(),
  hasHeader: null,
  lane: '',
  activity: '',
  colours: new Map(),
}
