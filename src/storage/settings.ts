/**
 * What a person chose for this device: language, look, the name and colour they join with, and who shares the tablet.
 * Read leniently: a value that an older or newer app wrote and this one cannot use falls back, it never breaks the start.
 */
export interface TabletPerson {
  readonly id: string
  readonly name: string
  readonly colour: string
}

export interface Settings {
  /** Null: the browser's. */
  readonly language: 'de' | 'en' | null
  readonly theme: 'light' | 'dark' | 'system'
  /** What the join screen is filled with. */
  readonly name: string
  readonly colour: string
  /** Several people may share one tablet. */
  readonly people: readonly TabletPerson[]
  readonly lastPersonId: string | null
  /** When the browser was asked to keep this origin's data; it is asked once, at the first real edit. */
  readonly persistAskedAt: number | null
  /** What the columns of tables of notes were taken for, by their header. */
  readonly noteColumns: Readonly<Record<string, readonly string[]>>
  /** The titles of lanes that sticky notes of a colour went to. */
  readonly noteColours: Readonly<Record<string, string>>
}

export const defaultSettings: Settings = {
  language: null,
  theme: 'system',
  name: '',
  colour: '',
  people: [],
  lastPersonId: null,
  persistAskedAt: null,
  noteColumns: {},
  noteColours: {},
}

type Readers = { readonly [Key in keyof Settings]: (raw: unknown) => Settings[Key] | undefined }

const readers: Readers = {
  language: (raw) => (raw === 'de' || raw === 'en' || raw === null ? raw : undefined),
  theme: (raw) => (raw === 'light' || raw === 'dark' || raw === 'system' ? raw : undefined),
  name: readText,
  colour: readText,
  people: (raw) => (Array.isArray(raw) ? raw.flatMap(readPerson) : undefined),
  lastPersonId: (raw) => (typeof raw === 'string' || raw === null ? raw : undefined),
  persistAskedAt: (raw) => (typeof raw === 'number' || raw === null ? raw : undefined),
  noteColumns: readColumns,
  noteColours: readColours,
}

export function isSettingKey(key: string): key is keyof Settings {
  return Object.hasOwn(readers, key)
}

/** The settings with one stored value put in, unchanged when the value cannot be used. */
export function withStoredSetting(settings: Settings, key: string, raw: unknown): Settings {
  if (!isSettingKey(key)) return settings
  const value = readers[key](raw)
  return value === undefined ? settings : { ...settings, [key]: value }
}

function readText(raw: unknown): string | undefined {
  return typeof raw === 'string' ? raw.slice(0, 200) : undefined
}

function readPerson(raw: unknown): readonly TabletPerson[] {
  if (typeof raw !== 'object' || raw === null) return []
  if (!('id' in raw) || !('name' in raw) || !('colour' in raw)) return []
  const { id, name, colour } = raw
  return typeof id === 'string' && typeof name === 'string' && typeof colour === 'string'
    ? [{ id, name, colour }]
    : []
}

function readColours(raw: unknown): Settings['noteColours'] | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined
  const entries = Object.entries(raw).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(entries)
}

function readColumns(raw: unknown): Settings['noteColumns'] | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined
  const entries = Object.entries(raw).flatMap(([header, roles]): [string, string[]][] =>
    Array.isArray(roles) ? [[header, roles.filter((role) => typeof role === 'string')]] : [],
  )
  return Object.fromEntries(entries)
}
