/** What the import dialog needs of the app: reading, looking ahead, writing. Plain data, so that nothing is written by a look. */
import type { ImportTrouble } from './ImportTroubles.tsx'

export const NOTE_ROLES = [
  'text',
  'more',
  'phase',
  'activity',
  'lane',
  'colour',
  'author',
  'tag',
  'skip',
] as const
export type NoteRoleChoice = (typeof NOTE_ROLES)[number]

/** Into the workshop that is open, or into one that is made for it. */
export type ImportTarget = 'here' | 'new'

export interface NoteTable {
  /** The first rows, as they are. */
  readonly sample: readonly (readonly string[])[]
  readonly rows: number
  readonly roles: readonly NoteRoleChoice[]
  readonly hasHeader: boolean
  /** Worth knowing about how it was read. */
  readonly notices: readonly ImportTrouble[]
}

/** What was found in a file or a pasted text. */
export type Found =
  | { readonly kind: 'troubles'; readonly troubles: readonly ImportTrouble[] }
  /** A workshop in one of the formats: nothing to map. */
  | { readonly kind: 'records'; readonly name: string }
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

/** Something that is here but not in the file. */
export interface MissingLine {
  readonly label: string
  readonly name: string
}

/** What would happen. */
export interface Ahead {
  readonly counts: readonly CountLine[]
  readonly changes: readonly ChangeLine[]
  readonly missing: readonly MissingLine[]
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
  /** Lanes by the colour of the notes. */
  readonly colours: Readonly<Record<string, string>>
  /** Phases, activities and lanes that the map does not have are made. */
  readonly makesMissing: boolean
}

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface NoteColourCount {
  readonly colour: string
  readonly count: number
}

/** What a person decides when they have seen what would happen. */
export interface ImportDecision {
  readonly takeChanges: boolean
  readonly binMissing: boolean
}

export interface ImportTools {
  /** The first is what is offered first. */
  readonly targets: readonly ImportTarget[]
  readonly placesIn: (target: ImportTarget) => {
    readonly lanes: readonly Choice[]
    readonly activities: readonly Choice[]
  }
  readonly read: (
    files: readonly File[],
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ) => Promise<Found>
  readonly readText: (text: string, signal: AbortSignal) => Promise<Found>
  /** In the column that says so, most used first. */
  readonly coloursIn: (wish: Pick<NoteWish, 'roles' | 'hasHeader'>) => readonly NoteColourCount[]
  /** What notes of this colour were the last time, if there is such a lane. */
  readonly laneOfColour: (target: ImportTarget, colour: string) => string
  /** Of what was found last; `wish` where there are columns to name. */
  readonly lookAhead: (target: ImportTarget, wish: NoteWish | null) => Ahead
  /** Writes what was looked at last; false when the workshop refused. */
  readonly apply: (target: ImportTarget, decision: ImportDecision) => Promise<boolean>
}
