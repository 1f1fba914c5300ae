/**
 * Declares one kind of record: its table, its fields and its read-side upgrades. The TypeScript type of the record
 * is derived from the declaration, so type, validator and migrations can never drift apart.
 */
import type { Id } from '../shared/ids.ts'
import type { RecordHome } from './documentName.ts'
import { type Field, type FieldSet, type FieldValue, nullable, number, ref, string, value } from './field.ts'
import { parseObject } from './parseObject.ts'

/**
 * A numbered, append-only migration. It only *fills in* fields that are absent, from what older versions stored, and
 * only while reading: writers of different versions can share a document, so nothing stored is ever converted.
 */
export interface Upgrade {
  readonly version: number
  readonly fill: (stored: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
}

export interface RecordDefinition<
  Kind extends string,
  Table extends string,
  Fields extends FieldSet,
  Home extends RecordHome = RecordHome,
> {
  readonly kind: Kind
  readonly table: Table
  readonly document: Home
  readonly fields: Fields
  readonly upgrades: readonly Upgrade[]
}

/** The mark that puts a record into the bin. `with` names the record whose deletion took this one along. */
export interface DeletedMark {
  readonly at: number
  readonly by: Id<'person'> | null
  readonly with: string | null
  /** The `contentMark` of what was deleted; null from versions that did not write one. */
  readonly seen: string | null
}

const deletedParts = { at: number(0), by: ref('person'), with: nullable(string()), seen: nullable(string()) }

/** What every record has, whatever its kind. */
export const commonFields = {
  createdAt: number(0),
  createdBy: ref('person'),
  deleted: nullable(
    value<DeletedMark>({ at: 0, by: null, with: null, seen: null }, (stored) =>
      parseObject(deletedParts, stored),
    ),
  ),
  mergedInto: nullable(string()),
  importKey: nullable(string()),
} as const

export interface CommonFields<Kind extends string> {
  readonly id: Id<Kind>
  /** By the writing device's clock: for showing, never for ordering. */
  readonly createdAt: number
  readonly createdBy: Id<'person'> | null
  readonly deleted: DeletedMark | null
  /** It says something else than what was deleted: somebody wrote on who did not know. Derived, never stored. */
  readonly changedInBin: boolean
  /** Set when this record was recognised as the same thing as another one; see `resolveMerged.ts`. */
  readonly mergedInto: Id<Kind> | null
  /** The id it has in the file it was imported from; a repeated import matches on it. */
  readonly importKey: string | null
  /** Fields of later versions, passed through untouched. */
  readonly unknown: Readonly<Record<string, unknown>>
}

export type FieldsOf<Fields extends FieldSet> = { readonly [K in keyof Fields]: FieldValue<Fields[K]> }

export type RecordOf<D> =
  D extends RecordDefinition<infer Kind, string, infer Fields> ? CommonFields<Kind> & FieldsOf<Fields> : never

export type AnyRecordDefinition = RecordDefinition<string, string, FieldSet>

export function defineRecord<
  const Kind extends string,
  const Table extends string,
  const Fields extends FieldSet,
  const Home extends RecordHome,
>(
  definition: Omit<RecordDefinition<Kind, Table, Fields, Home>, 'upgrades'> & {
    readonly upgrades?: readonly Upgrade[]
  },
): RecordDefinition<Kind, Table, Fields, Home> {
  for (const name of Object.keys(definition.fields)) {
    if (name === 'id' || name === 'unknown' || name in commonFields || name.includes(':')) {
      throw new Error(`record ${definition.kind}: "${name}" cannot be the name of a field`)
    }
  }
  const upgrades = definition.upgrades ?? []
  upgrades.forEach((upgrade, index) => {
    if (upgrade.version !== index + 2)
      throw new Error(`record ${definition.kind}: upgrades are numbered from 2 without gaps`)
  })
  return { ...definition, upgrades }
}

export function fieldOf(definition: AnyRecordDefinition, name: string): Field | undefined {
  return Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined
}
