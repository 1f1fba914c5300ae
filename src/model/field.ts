/**
 * What a field of a record can be. A field knows how it is stored, what is rendered while nothing (or nothing
 * valid) is stored, and which stored values are valid; nothing here writes. Storage kinds:
 * `value` one JSON value, last writer wins; `text` a Y.Text that merges keystrokes; `idSet` one key per member
 * (`authorIds:<id>`), so that concurrent additions both stay; `entries` one key per entry (`ownFields:<name>`).
 */
import { type Id, isSafeId } from '../shared/ids.ts'
import { isJson, isJsonObject, isScalar, type Json, type Scalar } from './json.ts'

/** What stored values look like: for descriptions of the format and for following references. `json` is anything. */
export type Shape =
  | { readonly type: 'json' | 'flag' | 'order' }
  | { readonly type: 'string'; readonly pattern?: string }
  | { readonly type: 'number'; readonly min: number; readonly max: number }
  | { readonly type: 'oneOf'; readonly options: readonly string[] }
  /** The id of a record of that kind, or null. */
  | { readonly type: 'ref'; readonly kind: string }
  | { readonly type: 'nullable' | 'list'; readonly of: Shape }
  | { readonly type: 'object'; readonly parts: Readonly<Record<string, Shape>> }

const JSON_SHAPE: Shape = { type: 'json' }

export interface ValueField<T> {
  readonly storage: 'value'
  readonly shape: Shape
  readonly fallback: T
  /** The value when it is valid, else undefined. Never changes what it was given. */
  readonly parse: (stored: unknown) => T | undefined
}

export interface TextField {
  readonly storage: 'text'
  /** True for a text that a later version added: it lives in the root type `text:<id>:<field>`. */
  readonly late: boolean
}

export interface IdSetField<Kind extends string> {
  readonly storage: 'idSet'
  readonly kind: Kind
}

export interface EntriesField {
  readonly storage: 'entries'
}

export type Field = ValueField<unknown> | TextField | IdSetField<string> | EntriesField
export type FieldSet = Readonly<Record<string, Field>>

export type FieldValue<F> = F extends TextField
  ? string
  : F extends IdSetField<infer Kind>
    ? readonly Id<Kind>[]
    : F extends EntriesField
      ? Readonly<Record<string, Scalar>>
      : F extends ValueField<infer T>
        ? T
        : never

export const text = (): TextField => ({ storage: 'text', late: false })
export const lateText = (): TextField => ({ storage: 'text', late: true })
export const idSet = <Kind extends string>(kind: Kind): IdSetField<Kind> => ({ storage: 'idSet', kind })
export const entries = (): EntriesField => ({ storage: 'entries' })

export function value<T>(
  fallback: T,
  parse: (stored: unknown) => T | undefined,
  shape: Shape = JSON_SHAPE,
): ValueField<T> {
  return { storage: 'value', shape, fallback, parse }
}

/** A string that has to look like something. */
export const matching = (pattern: RegExp): ValueField<string> =>
  value('', (stored) => (typeof stored === 'string' && pattern.test(stored) ? stored : undefined), {
    type: 'string',
    pattern: pattern.source,
  })

export const string = (): ValueField<string> =>
  value('', (stored) => (typeof stored === 'string' ? stored : undefined), { type: 'string' })

export const flag = (): ValueField<boolean> =>
  value(false, (stored) => (typeof stored === 'boolean' ? stored : undefined), { type: 'flag' })

export function number(fallback: number, min = -Infinity, max = Infinity): ValueField<number> {
  return value(
    fallback,
    (stored) =>
      typeof stored === 'number' && Number.isFinite(stored) && stored >= min && stored <= max
        ? stored
        : undefined,
    { type: 'number', min, max },
  )
}

export function nullable<T>(field: ValueField<T>): ValueField<T | null> {
  return value<T | null>(null, (stored) => (stored === null ? null : field.parse(stored)), {
    type: 'nullable',
    of: field.shape,
  })
}

export function oneOf<const T extends string>(options: readonly T[], fallback: NoInfer<T>): ValueField<T> {
  return value<T>(fallback, (stored) => options.find((option) => option === stored), {
    type: 'oneOf',
    options,
  })
}

/** One of the options, or null for "not said". */
export function oneOfOrNull<const T extends string>(options: readonly T[]): ValueField<T | null> {
  return value<T | null>(
    null,
    (stored) => options.find((option) => option === stored) ?? (stored === null ? null : undefined),
    { type: 'nullable', of: { type: 'oneOf', options } },
  )
}

export function ref<Kind extends string>(kind: Kind): ValueField<Id<Kind> | null> {
  return value<Id<Kind> | null>(
    null,
    (stored) => {
      if (stored === null) return null
      return isSafeId(stored) ? (stored as Id<Kind>) : undefined
    },
    { type: 'ref', kind },
  )
}

/** `2027-04-30`, or a month `2027-04`; empty means no date. Never used for ordering work. */
export const date = (): ValueField<string> => matching(/^(\d{4}-\d{2}(-\d{2})?)?$/)

/** `#RRGGBB`, or empty for "the default of whatever it colours". */
export const colour = (): ValueField<string> => matching(/^(#[0-9A-Fa-f]{6})?$/)

/** A sort key of `order.ts`; empty sorts first. */
export const order = (): ValueField<string> =>
  value('', (stored) => (typeof stored === 'string' && /^[0-9A-Za-z]*$/.test(stored) ? stored : undefined), {
    type: 'order',
  })

export function list<T extends Scalar>(
  parse: (item: unknown) => T | undefined,
  of: Shape = JSON_SHAPE,
): ValueField<readonly T[]> {
  return value<readonly T[]>(
    [],
    (stored) => {
      if (!Array.isArray(stored)) return undefined
      return stored.every((item) => parse(item) !== undefined) ? (stored as readonly T[]) : undefined
    },
    { type: 'list', of },
  )
}

export const numbers = (): ValueField<readonly number[]> =>
  list((item) => (typeof item === 'number' && Number.isFinite(item) ? item : undefined), number(0).shape)

export const strings = (): ValueField<readonly string[]> =>
  list((item) => (typeof item === 'string' ? item : undefined), string().shape)

/** Any JSON object, for what an engine or a later version wants to keep with the record. */
export const jsonObject = (): ValueField<Readonly<Record<string, Json>>> =>
  value<Readonly<Record<string, Json>>>({}, (stored) =>
    isJsonObject(stored) && isJson(stored) ? (stored as Readonly<Record<string, Json>>) : undefined,
  )

/** Scalars under names, replaced as a whole; use `entries()` where two people add names at once. */
export const scalarRecord = (): ValueField<Readonly<Record<string, Scalar>>> =>
  value<Readonly<Record<string, Scalar>>>({}, (stored) =>
    isJsonObject(stored) && Object.values(stored).every(isScalar)
      ? (stored as Readonly<Record<string, Scalar>>)
      : undefined,
  )
