/**
 * Declares a table of scalars under derived keys: ratings, votes and the like, where the key says who means what, a
 * repeat is an overwrite, and a merge cannot count twice. Only plain values stand here, never a nested Y type:
 * two devices that create the same key offline lose nothing but the older opinion of the same person.
 */
import type { DocumentName } from './documentName.ts'
import type { ValueField } from './field.ts'
import { isJsonObject } from './json.ts'

export type ValueFields = Readonly<Record<string, ValueField<unknown>>>
export type ValuesOf<F extends ValueFields> = {
  readonly [K in keyof F]: F[K] extends ValueField<infer T> ? T : never
}

export interface KeyedDefinition<Table extends string, Key extends ValueFields, Fields extends ValueFields> {
  readonly table: Table
  readonly document: DocumentName
  /** The parts of the key in their order; append-only, a new part would change every key. */
  readonly key: Key
  readonly fields: Fields
}

export type AnyKeyedDefinition = KeyedDefinition<string, ValueFields, ValueFields>

export interface KeyedCommon {
  readonly key: string
  readonly unknown: Readonly<Record<string, unknown>>
}

export type KeyedOf<D> =
  D extends KeyedDefinition<string, infer Key, infer Fields>
    ? KeyedCommon & ValuesOf<Key> & ValuesOf<Fields>
    : never

export type KeyPartsOf<D> = D extends KeyedDefinition<string, infer Key, ValueFields> ? ValuesOf<Key> : never
export type KeyedFieldsOf<D> =
  D extends KeyedDefinition<string, ValueFields, infer Fields> ? ValuesOf<Fields> : never

export function defineKeyed<
  const Table extends string,
  const Key extends ValueFields,
  const Fields extends ValueFields,
>(definition: KeyedDefinition<Table, Key, Fields>): KeyedDefinition<Table, Key, Fields> {
  return definition
}

/** Parts are escaped, so that no part can reach into its neighbour. Null renders as the empty part. */
export function keyOf(definition: AnyKeyedDefinition, parts: Readonly<Record<string, unknown>>): string {
  return Object.keys(definition.key)
    .map((name) => {
      const part = parts[name]
      return typeof part === 'string' ? encodeURIComponent(part) : ''
    })
    .join('|')
}

function decodePart(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch (cause) {
    if (cause instanceof URIError) return undefined
    throw cause
  }
}

/** The parts of a stored key, or undefined when it is not one that this version understands. */
export function partsOfKey(
  definition: AnyKeyedDefinition,
  key: string,
): Readonly<Record<string, unknown>> | undefined {
  const names = Object.keys(definition.key)
  const pieces = key.split('|')
  if (pieces.length !== names.length) return undefined
  const parts: Record<string, unknown> = {}
  for (const [index, name] of names.entries()) {
    const piece = decodePart(pieces[index] ?? '')
    const field = definition.key[name]
    const parsed =
      piece === undefined || field === undefined
        ? undefined
        : field.parse(piece === '' ? (field.fallback ?? null) : piece)
    if (parsed === undefined) return undefined
    parts[name] = parsed
  }
  return parts
}

/** The entry in its plain form, or undefined for a key or value that this version cannot read (and leaves alone). */
export function readKeyed(definition: AnyKeyedDefinition, key: string, stored: unknown): object | undefined {
  const parts = partsOfKey(definition, key)
  if (parts === undefined || !isJsonObject(stored)) return undefined
  const result: Record<string, unknown> = { key, ...parts }
  for (const [name, field] of Object.entries(definition.fields)) {
    const parsed = stored[name] === undefined ? undefined : field.parse(stored[name])
    result[name] = parsed === undefined ? field.fallback : parsed
  }
  const known = new Set(Object.keys(definition.fields))
  result['unknown'] = Object.fromEntries(Object.entries(stored).filter(([name]) => !known.has(name)))
  return result
}
