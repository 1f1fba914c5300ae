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
import type { RecordRef } from '../belongings.ts'
import { commit, writeRefusal } from '../commit.ts'
import { entryKeyOf, ImportChanges } from '../importChanges.ts'
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
  /** Records that are here but not in the file, to be put into the bin. */
  readonly missing?: readonly RecordRef[]
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
  readonly binned: number
  /** For `undoImport`; null when the import has no name or changed nothing. */
  readonly importId: FileImportId | null
}

type Outcome = Exclude<keyof ImportReport, 'importId'>

interface Manner {
  readonly existing: ImportRecordsArgs['existing']
  readonly changes: ImportChanges
}

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
  { existing, changes }: Manner,
): Outcome {
  const known = existingRecord(snapshot, record.table, record.id)
  if (known === undefined) {
    writer.create(record.table, record.fields, { id: record.id, importKey: record.importKey })
    return 'created'
  }
  if (existing === 'keep' || saysNothingNew(known, record.fields)) return 'unchanged'
  changes.fields(record.table, record.id, known, record.fields)
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
  { existing, changes }: Manner,
): Outcome {
  const { parts, fields } = splitEntry(entry)
  const key = entryKeyOf(entry.table, parts)
  const known: object | undefined = snapshot[entry.table].get(key)
  if (known !== undefined && (existing === 'keep' || saysNothingNew(known, fields))) return 'unchanged'
  if (known !== undefined) changes.entry(entry.table, key, known, fields)
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
  const changes = new ImportChanges()
  const steps = stepsOf(snapshot, args, changes)
  const origin = args.undoable === true ? origins.local : origins.import
  const { map } = workshop.docs
  const from = Y.getState(map.store, map.clientID)
  let newRecords = 0
  const report: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0, binned: 0 }
  for (let start = 0; start < steps.length; start += IMPORT_BATCH) {
    const batch = steps.slice(start, start + IMPORT_BATCH)
    const written = commit(workshop, actor, (writer) => batch.map((step) => step(writer)), { origin })
    if (!written.ok) return written
    written.value.forEach((outcome, index) => {
      report[outcome] += 1
      if (outcome === 'created' && start + index < args.records.length) newRecords += 1
    })
    args.onProgress?.(Math.min(start + IMPORT_BATCH, steps.length), steps.length)
  }
  const range = { client: map.clientID, from, to: Y.getState(map.store, map.clientID) }
  const { name } = args
  if (name === undefined || range.from === range.to) return ok({ ...report, importId: null })
  const note = { name, records: newRecords, changes: changes.kept, unkept: changes.unkept, ...range }
  const noted = commit(workshop, actor, (writer) => writer.create('imports', note), { origin })
  return noted.ok ? ok({ ...report, importId: noted.value }) : noted
}

function stepsOf(
  snapshot: WorkshopSnapshot,
  { records, entries = [], missing = [], existing }: ImportRecordsArgs,
  changes: ImportChanges,
): readonly ((writer: Writer) => Outcome)[] {
  const manner = { existing, changes }
  return [
    ...records.map((record) => (writer: Writer) => importRecord(writer, snapshot, record as never, manner)),
    ...entries.map((entry) => (writer: Writer) => importEntry(writer, snapshot, entry, manner)),
    ...missing
      .filter(({ table, id }) => (snapshot[table] as ReadonlyMap<string, unknown>).has(id))
      .map(({ table, id }) => (writer: Writer): Outcome => {
        changes.binned(table, id)
        writer.bin(table, id)
        return 'binned'
      }),
  ]
}
