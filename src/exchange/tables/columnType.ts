/**
 * What a cell of a table may hold: how it is read, how wrong content is named, and what it refers to. Declared next to
 * each other so that reading, reference checks and the written format cannot drift apart.
 */
import type { ProblemCode, ProblemDetails } from '../problem.ts'
import { isSafeId } from '../../shared/ids.ts'

export type CellResult<T> =
  | { readonly ok: true; readonly value: T }
  | ({ readonly ok: false; readonly code: ProblemCode } & ProblemDetails)

export interface ColumnType<T> {
  readonly read: (raw: string, style: NumberStyle) => CellResult<T>
  /** The table whose `id` column this names; several names are separated by `|`. */
  readonly refersTo?: string
  readonly isId?: true
  /** What a spreadsheet should take it for; a text when nothing is said. */
  readonly kind?: 'text' | 'number' | 'boolean'
  /** No column of the file: holds the cells of all columns that the format does not know, by their names. */
  readonly collects?: true
}

/** Spreadsheets that write semicolons write decimal commas too. */
export interface NumberStyle {
  readonly decimalComma: boolean
}

const good = <T>(value: T): CellResult<T> => ({ ok: true, value })
const bad = (code: ProblemCode, details: ProblemDetails = {}): CellResult<never> => ({
  ok: false,
  code,
  ...details,
})

export const otherColumns = (): ColumnType<Readonly<Record<string, string>>> => ({
  read: () => good({}),
  collects: true,
})

/** Any text, kept character by character. */
export const anyText = (): ColumnType<string> => ({ read: good })

export const requiredText = (): ColumnType<string> => ({
  read: (raw) => (raw === '' ? bad('emptyCell') : good(raw)),
})

export const id = (): ColumnType<string> => ({ read: readId, isId: true })

function readId(raw: string): CellResult<string> {
  if (raw === '') return bad('emptyCell')
  return isSafeId(raw) ? good(raw) : bad('badId')
}

export const refTo = (table: string): ColumnType<string> => ({ read: readId, refersTo: table })

export const optionalRefTo = (table: string): ColumnType<string | null> => ({
  read: (raw) => (raw === '' ? good(null) : readId(raw)),
  refersTo: table,
})

export const refsTo = (table: string): ColumnType<readonly string[]> => ({
  read: (raw) => {
    const ids = raw === '' ? [] : raw.split('|')
    return ids.every(isSafeId) ? good(ids) : bad('badId')
  },
  refersTo: table,
})

export const oneOf = <const T extends string>(options: readonly T[]): ColumnType<T> => ({
  read: (raw) => readOption(options, raw),
})

export const optionalOneOf = <const T extends string>(options: readonly T[]): ColumnType<T | null> => ({
  read: (raw) => (raw === '' ? good(null) : readOption(options, raw)),
})

function readOption<T extends string>(options: readonly T[], raw: string): CellResult<T> {
  const option = options.find((candidate) => candidate === raw)
  return option === undefined ? bad('notOneOf', { expected: options.join(', ') }) : good(option)
}

interface Bounds {
  readonly min: number
  readonly max: number
  readonly whole?: boolean
}

const ANY: Bounds = { min: -Infinity, max: Infinity }

export const number = (bounds: Bounds = ANY): ColumnType<number> => ({
  read: (raw, style) => readNumber(raw, style, bounds),
  kind: 'number',
})

export const optionalNumber = (bounds: Bounds = ANY): ColumnType<number | null> => ({
  read: (raw, style) => (raw === '' ? good(null) : readNumber(raw, style, bounds)),
  kind: 'number',
})

export const whole = (min: number, max: number): ColumnType<number> => number({ min, max, whole: true })

function readNumber(raw: string, { decimalComma }: NumberStyle, bounds: Bounds): CellResult<number> {
  const text = decimalComma ? raw.replace(',', '.') : raw
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return bad('notNumber')
  const value = Number(text)
  if (bounds.whole === true && !Number.isInteger(value)) return bad('notInteger')
  if (value >= bounds.min && value <= bounds.max) return good(value)
  return bad('outOfRange', { expected: `${bounds.min}–${bounds.max}` })
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  // What spreadsheets make of the two.
  ['TRUE', true],
  ['FALSE', false],
  ['WAHR', true],
  ['FALSCH', false],
])

export const boolean = (): ColumnType<boolean> => ({
  read: (raw) => {
    const value = BOOLEANS.get(raw)
    return value === undefined ? bad('notBoolean') : good(value)
  },
  kind: 'boolean',
})

/** `2027-04-30`, or empty. */
export const optionalDay = (): ColumnType<string> => ({
  read: (raw) => (raw === '' || isDay(raw) ? good(raw) : bad('notDate')),
})

export const day = (): ColumnType<string> => ({ read: (raw) => (isDay(raw) ? good(raw) : bad('notDate')) })

/** `2027-04`, or a day where a figure is of one day. */
export const month = (): ColumnType<string> => ({
  read: (raw) => (isDay(`${raw}-01`) || isDay(raw) ? good(raw) : bad('notMonth')),
})

function isDay(raw: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(raw)) return false
  const time = Date.parse(`${raw}T00:00:00Z`)
  // 2027-02-30 parses nowhere or rolls over, depending on the engine.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(raw)
}

/** `#F4A259`, or empty for the default. */
export const colour = (): ColumnType<string> => ({
  read: (raw) => (/^(#[0-9A-Fa-f]{6})?$/.test(raw) ? good(raw) : bad('notColour')),
})
