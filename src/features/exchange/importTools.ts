/** What the import dialog needs of the app: reading, looking ahead, writing. Plain data, so that nothing is written by a look. */
import type { ImportTrouble } from './ImportTroubles.tsx'

export const NOTE_ROLES = ['text', 'more', 'activity', 'lane', 'author', 'tag', 'skip'] as const
export type NoteRoleChoice = (typeof NOTE_ROLES)[number]

export interface NoteTable {
  /** The first rows, as they are. */
  readonly sample: readonly (readonly string[])[]
  readonly rows: number
  readonly roles: readonly NoteRoleChoice[]
  readonly hasHeader: boolean
}

/** What was found in a file or a pasted text. */
export type Found =
  | { readonly kind: 'troubles'; readonly troubles: readonly ImportTrouble[] }
  /** A workshop in one of the formats: nothing to map. */
  | { readonly kind: 'records'; readonly name: string; readonly ahead: Ahead }
  /** Texts whose columns have to be named. */
  | { readonly kind: 'notes'; readonly name: string; readonly table: NoteTable }

export interface CountLine {
  readonly label: string
  readonly created: number
  readonly changed: number
}

export interface ChangeLine {
  readonly label: string
  readonly name: string
  readonly before: string
  readonly after: string
}

/** What would happen. */
export interface Ahead {
  readonly counts: readonly CountLine[]
  readonly changes: readonly ChangeLine[]
  readonly unchanged: number
  readonly binned: number
  readonly notices: readonly ImportTrouble[]
  /** Rows without a place on the map, with the reason. */
  readonly unplaced: readonly ImportTrouble[]
}

export interface NoteWish {
  readonly roles: readonly NoteRoleChoice[]
  readonly hasHeader: boolean
  readonly laneId: string
  readonly activityId: string
}

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface ImportTools {
  readonly lanes: readonly Choice[]
  readonly activities: readonly Choice[]
  readonly read: (
    files: readonly File[],
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ) => Promise<Found>
  readonly readText: (text: string) => Found
  /** Of the notes that were found last. */
  readonly lookAhead: (wish: NoteWish) => Ahead
  /** Writes what was looked at last; false when the workshop refused. */
  readonly apply: (takeChanges: boolean) => Promise<boolean>
}
