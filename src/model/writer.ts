/**
 * The hand that commands write with: typed by table, bound to one open transaction. Commands check first and write
 * then, so whatever the writer refuses is a bug and throws.
 */
import * as Y from 'yjs'
import { type RandomBytes, randomId } from '../shared/ids.ts'
import type { Actor } from './actor.ts'
import { contentMark } from './contentMark.ts'
import { keyOf, type KeyedFieldsOf, type KeyPartsOf } from './defineKeyed.ts'
import type { SingletonValuesOf } from './defineSingleton.ts'
import { sameJson } from './json.ts'
import type { Patch } from './patch.ts'
import {
  addMembers,
  newRecord,
  removeMembers,
  type StoredRecord,
  writeCommon,
  type WriteContext,
  writePatch,
} from './recordWriter.ts'
import {
  type IdIn,
  type KeyedTableName,
  keyedTables,
  recordTables,
  type SingletonName,
  type singletons,
  type TableName,
} from './schema.ts'

export interface NewRecordOptions<T extends TableName> {
  readonly id?: IdIn<T>
  readonly importKey?: string
  /** Of a record that was made before and comes from a file. */
  readonly createdAt?: number
  readonly createdBy?: Actor['personId']
}

/** Who put it there and when, where that is not who writes now. */
export type BinMark = Pick<Writer, 'at'> & { readonly by: Actor['personId'] }

export interface Writer {
  readonly personId: Actor['personId']
  readonly at: number
  readonly randomBytes: RandomBytes
  readonly create: <T extends TableName>(table: T, fields: Patch<T>, options?: NewRecordOptions<T>) => IdIn<T>
  readonly patch: <T extends TableName>(table: T, id: IdIn<T>, patch: Patch<T>) => void
  readonly addMembers: <T extends TableName>(
    table: T,
    id: IdIn<T>,
    field: keyof Patch<T> & string,
    ids: readonly string[],
  ) => void
  readonly removeMembers: <T extends TableName>(
    table: T,
    id: IdIn<T>,
    field: keyof Patch<T> & string,
    ids: readonly string[],
  ) => void
  /** Into the bin; `along` names the record that took it along. */
  readonly bin: (table: TableName, id: string, along?: string, mark?: BinMark) => void
  readonly unbin: (table: TableName, id: string) => void
  /** Null undoes a merge. */
  readonly mergeInto: <T extends TableName>(table: T, id: IdIn<T>, into: IdIn<T> | null) => void
  readonly setImportKey: (table: TableName, id: string, importKey: string) => void
  /** Null removes the entry. Fields that are not named keep what they say. */
  readonly setKeyed: <T extends KeyedTableName>(
    table: T,
    parts: KeyPartsOf<(typeof keyedTables)[T]>,
    fields: Partial<KeyedFieldsOf<(typeof keyedTables)[T]>> | null,
  ) => string
  readonly setSingleton: <N extends SingletonName>(
    name: N,
    patch: Partial<SingletonValuesOf<(typeof singletons)[N]>>,
  ) => void
}

interface WriterContext extends WriteContext {
  readonly personId: Actor['personId']
  readonly at: number
}

function storedRecord(context: WriterContext, table: TableName, id: string): StoredRecord {
  const stored = context.doc.getMap<unknown>(table).get(id)
  if (!(stored instanceof Y.Map)) throw new Error(`${table} has no record ${id}`)
  return stored as StoredRecord
}

function createRecordIn(
  context: WriterContext,
  table: TableName,
  fields: object,
  id: string,
  { importKey, createdAt, createdBy }: NewRecordOptions<TableName>,
): void {
  const root = context.doc.getMap<unknown>(table)
  if (root.has(id)) throw new Error(`${table} already has a record ${id}`)
  const record = newRecord(recordTables[table], root, id)
  // Always written, even by a clock that says 0: undo relies on every record having it.
  record.set('createdAt', createdAt ?? context.at)
  writeCommon(record, 'createdBy', createdBy === undefined ? context.personId : createdBy)
  if (importKey !== undefined) writeCommon(record, 'importKey', importKey)
  writePatch(context, recordTables[table], record, id, fields)
}

function setKeyedIn(
  context: WriterContext,
  table: KeyedTableName,
  parts: object,
  fields: object | null,
): string {
  const root = context.doc.getMap<unknown>(table)
  const key = keyOf(keyedTables[table], parts as Readonly<Record<string, unknown>>)
  const stored: unknown = root.get(key)
  if (fields === null) {
    if (stored !== undefined) root.delete(key)
    return key
  }
  const known = typeof stored === 'object' && stored !== null ? stored : {}
  const next = { ...known, ...fields }
  if (!sameJson(stored, next)) root.set(key, next)
  return key
}

export function createWriter(
  doc: Y.Doc,
  randomBytes: RandomBytes,
  personId: Actor['personId'],
  at: number,
): Writer {
  const context: WriterContext = { doc, randomBytes, personId, at }
  const record = (table: TableName, id: string) => storedRecord(context, table, id)
  return {
    personId,
    at,
    randomBytes,
    create: (table, fields, options = {}) => {
      const id = options.id ?? (randomId(22, randomBytes) as IdIn<typeof table>)
      createRecordIn(context, table, fields, id, options as NewRecordOptions<TableName>)
      return id
    },
    patch: (table, id, patch) => writePatch(context, recordTables[table], record(table, id), id, patch),
    addMembers: (table, id, field, ids) => addMembers(record(table, id), field, ids, randomBytes),
    removeMembers: (table, id, field, ids) => removeMembers(record(table, id), field, ids),
    bin: (table, id, along, mark = { at, by: personId }) => {
      const stored = record(table, id)
      const seen = contentMark(stored)
      writeCommon(stored, 'deleted', { at: mark.at, by: mark.by, with: along ?? null, seen })
    },
    unbin: (table, id) => writeCommon(record(table, id), 'deleted', null),
    mergeInto: (table, id, into) => writeCommon(record(table, id), 'mergedInto', into),
    setImportKey: (table, id, importKey) => writeCommon(record(table, id), 'importKey', importKey),
    setKeyed: (table, parts, fields) => setKeyedIn(context, table, parts, fields),
    setSingleton: (name, patch) => {
      const root = doc.getMap<unknown>(name)
      for (const [field, value] of Object.entries(patch)) {
        if (value !== undefined && !sameJson(root.get(field), value)) root.set(field, value)
      }
    },
  }
}
