/**
 * Records and entries from a file, in transactions of at most 200, under the import's own origin. Ids are random;
 * the key a record has in its file is kept and found again, so the same file twice changes nothing.
 */
import * as Y from 'yjs'
import { isSafeId } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import type { Actor } from '../actor.ts'
import { type CommandError, type CommandResult, refuse } from '../commandResult.ts'
import { checkValues } from '../checkValues.ts'
import { commit, writeRefusal } from '../commit.ts'
import { keyOf } from '../defineKeyed.ts'
import { sameJson } from '../json.ts'
import { origins } from '../origins.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import type { FileImportId } from '../records/fileImport.ts'
import {
  type EntryIn,
  type IdIn,
  type KeyedTableName,
  keyedTables,
  recordTables,
  type TableName,
} from '../schema.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'
import type { Writer } from '../writer.ts'

export const IMPORT_BATCH = 200

export type ImportRecord = {
  [T in TableName]: {
    readonly table: T
    /** From `importIds`; references between imported records use these ids too. */
    readonly id: IdIn<T>
    readonly importKey: string
    readonly fields: Patch<T>
  }
}[TableName]

export type ImportEntry = {
  [T in KeyedTableName]: {
    readonly table: T
    /** The parts of the key and the fields of the entry together. */
    readonly entry: Partial<Omit<EntryIn<T>, 'key' | 'unknown'>>
  }
}[KeyedTableName]

export interface ImportRecordsArgs {
  readonly records: readonly ImportRecord[]
  readonly entries?: readonly ImportEntry[]
  /** What happens to records that are here already: left as they are, or written where the file differs. */
  readonly existing: 'keep' | 'update'
  /** Such as the name of the file; with it the import can be taken back later, by `undoImport`. */
  readonly name?: string
  /** Written as a change of this device's own, which undo takes back; wrap it in one gesture. */
  readonly undoable?: boolean
  /** Told after every transaction, for a progress bar. */
  readonly onProgress?: (done: number, total: number) => void
}

export interface ImportReport {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** For `undoImport`; null when the import has no name or nothing new came. */
  readonly importId: FileImportId | null
}

type Outcome = Exclude<keyof ImportReport, 'importId'>

function existingRecord(snapshot: WorkshopSnapshot, table: TableName, id: string): object | undefined {
  const live: ReadonlyMap<string, object> = snapshot[table]
  const bin: ReadonlyMap<string, object> = snapshot.bin[table]
  return live.get(id) ?? bin.get(id)
}

function saysNothingNew(existing: object, fields: object): boolean {
  const known = existing as Readonly<Record<string, unknown>>
  return Object.entries(fields).every(([name, value]) => value === undefined || sameJson(known[name], value))
}

function importRecord<T extends TableName>(
  writer: Writer,
  snapshot: WorkshopSnapshot,
  record: { readonly table: T; readonly id: IdIn<T>; readonly importKey: string; readonly fields: Patch<T> },
  existing: ImportRecordsArgs['existing'],
): Outcome {
  const known = existingRecord(snapshot, record.table, record.id)
  if (known === undefined) {
    writer.create(record.table, record.fields, { id: record.id, importKey: record.importKey })
    return 'created'
  }
  if (existing === 'keep' || saysNothingNew(known, record.fields)) return 'unchanged'
  writer.patch(record.table, record.id, record.fields)
  return 'updated'
}

function splitEntry(entry: ImportEntry): { parts: Record<string, unknown>; fields: Record<string, unknown> } {
  const names = Object.keys(keyedTables[entry.table].key)
  const all = Object.entries(entry.entry)
  return {
    parts: Object.fromEntries(all.filter(([name]) => names.includes(name))),
    fields: Object.fromEntries(all.filter(([name]) => !names.includes(name))),
  }
}

function importEntry(
  writer: Writer,
  snapshot: WorkshopSnapshot,
  entry: ImportEntry,
  existing: ImportRecordsArgs['existing'],
): Outcome {
  const { parts, fields } = splitEntry(entry)
  const known: object | undefined = snapshot[entry.table].get(keyOf(keyedTables[entry.table], parts))
  if (known !== undefined && (existing === 'keep' || saysNothingNew(known, fields))) return 'unchanged'
  writer.setKeyed(entry.table, parts as never, fields as never)
  return known === undefined ? 'created' : 'updated'
}

function firstError(args: ImportRecordsArgs): CommandError | null {
  const seen = new Set<string>()
  for (const record of args.records) {
    if (seen.has(`${record.table}/${record.id}`))
      return refuse('invalid', `${record.table}/${record.importKey}`).error
    seen.add(`${record.table}/${record.id}`)
    if (!isSafeId(record.id)) return refuse('invalid', `${record.table}.id`, record.id).error
    if (recordTables[record.table].document !== 'map') return refuse('notAllowed', record.table).error
    const wrong = checkPatchOf(record.table, record.fields)
    if (wrong !== null) return { ...wrong, what: `${wrong.what} (${record.importKey})` }
  }
  for (const entry of args.entries ?? []) {
    const { parts, fields } = splitEntry(entry)
    const definition = keyedTables[entry.table]
    if (definition.document !== 'map') return refuse('notAllowed', entry.table).error
    const wrong =
      checkValues(entry.table, definition.key, parts) ?? checkValues(entry.table, definition.fields, fields)
    if (wrong !== null) return wrong
  }
  return null
}

export function importRecords(
  workshop: WorkshopDocument,
  actor: Actor,
  args: ImportRecordsArgs,
): CommandResult<ImportReport> {
  const refusal = writeRefusal(workshop, actor, 'map')
  if (refusal !== null) return refusal
  const wrong = firstError(args)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  const snapshot = workshop.snapshot()
  const steps = [
    ...args.records.map(
      (record) => (writer: Writer) => importRecord(writer, snapshot, record as never, args.existing),
    ),
    ...(args.entries ?? []).map(
      (entry) => (writer: Writer) => importEntry(writer, snapshot, entry, args.existing),
    ),
  ]
  const { map } = workshop.docs
  const from = Y.getState(map.store, map.clientID)
  let newRecords = 0
  const report: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0 }
  for (let start = 0; start < steps.length; start += IMPORT_BATCH) {
    const batch = steps.slice(start, start + IMPORT_BATCH)
    const written = commit(workshop, actor, (writer) => batch.map((step) => step(writer)), {
      origin: args.undoable === true ? origins.local : origins.import,
    })
    if (!written.ok) return written
    written.value.forEach((outcome, index) => {
      report[outcome] += 1
      if (outcome === 'created' && start + index < args.records.length) newRecords += 1
    })
    args.onProgress?.(Math.min(start + IMPORT_BATCH, steps.length), steps.length)
  }
  const range = { client: map.clientID, from, to: Y.getState(map.store, map.clientID) }
  const noted = note(workshop, actor, { name: args.name, records: newRecords, ...range })
  return noted.ok ? ok({ ...report, importId: noted.value }) : noted
}

interface ImportNote {
  readonly name: string | undefined
  readonly client: number
  readonly from: number
  readonly to: number
  readonly records: number
}

function note(
  workshop: WorkshopDocument,
  actor: Actor,
  fields: ImportNote,
): CommandResult<FileImportId | null> {
  const { name, from, to } = fields
  if (name === undefined || from === to) return ok(null)
  const options = { origin: origins.import }
  return commit(workshop, actor, (writer) => writer.create('imports', { ...fields, name }), options)
}
