/**
 * What an import overwrote or put into the bin, noted so that taking it back can say again what was said before. Apart
 * from the range of changes, which only tells what is new: a value that was overwritten is nowhere else any more.
 */
import { checkValues } from './checkValues.ts'
import { keyOf, partsOfKey } from './defineKeyed.ts'
import { isJsonObject, type Json, sameJson } from './json.ts'
import { checkPatchOf } from './patch.ts'
import { type KeyedTableName, keyedTables, recordTables, type TableName, tableNames } from './schema.ts'
import type { WorkshopSnapshot } from './snapshot.ts'
import type { Writer } from './writer.ts'

/** `field` is empty for a rating, a vote and the like, whose values are noted together. */
export type ImportChange = readonly [table: string, id: string, field: string, before: Json, after: Json]

/** The field under which going into the bin is noted. */
const BINNED = 'deleted'
/** Characters: the note stays in the document for good. About 1,500 corrected texts. */
const MOST = 200_000

type Loose = Readonly<Record<string, unknown>>

export class ImportChanges {
  private readonly held: ImportChange[] = []
  private size = 0
  /** Changes that did not fit and can only be taken back by undo, or by an earlier state. */
  unkept = 0

  get kept(): readonly ImportChange[] {
    return this.held
  }

  fields(table: TableName, id: string, known: object, fields: object): void {
    for (const [field, after] of Object.entries(fields)) {
      const before = (known as Loose)[field]
      if (after !== undefined && !sameJson(before, after))
        this.add([table, id, field, (before ?? null) as Json, after as Json])
    }
  }

  entry(table: KeyedTableName, key: string, known: object, fields: object): void {
    const names = Object.keys(fields)
    const before = Object.fromEntries(names.map((name) => [name, (known as Loose)[name] ?? null]))
    this.add([table, key, '', before as Json, fields as Json])
  }

  binned(table: TableName, id: string): void {
    this.add([table, id, BINNED, null, true])
  }

  private add(change: ImportChange): void {
    this.size += JSON.stringify(change).length
    if (this.size > MOST) this.unkept += 1
    else this.held.push(change)
  }
}

export function entryKeyOf(table: KeyedTableName, parts: Loose): string {
  return keyOf(keyedTables[table], parts)
}

/** The note may come from another device, of whatever version: only what a command could write is written again. */
export function isSoundChange(change: unknown): change is ImportChange {
  if (!Array.isArray(change) || change.length < 5) return false
  const [table, id, field, before] = change as readonly unknown[]
  if (typeof table !== 'string' || typeof id !== 'string' || typeof field !== 'string') return false
  if (isRecordTable(table)) {
    if (recordTables[table].document !== 'map') return false
    return field === BINNED || checkPatchOf(table, { [field]: before }) === null
  }
  if (!isKeyedTable(table) || !isJsonObject(before)) return false
  const { document, fields } = keyedTables[table]
  return document === 'map' && checkValues(table, fields, before) === null
}

/** Whether it still is as the import left it: what somebody has changed since is theirs. */
export function isAsImported(snapshot: WorkshopSnapshot, [table, id, field, , after]: ImportChange): boolean {
  if (isRecordTable(table)) {
    const live = (snapshot[table] as ReadonlyMap<string, object>).get(id)
    const bin = (snapshot.bin[table] as ReadonlyMap<string, object>).get(id)
    if (field === BINNED) return live === undefined && bin !== undefined
    const held = (live ?? bin) as Loose | undefined
    return held !== undefined && sameJson(held[field], after)
  }
  if (!isKeyedTable(table)) return false
  const held = (snapshot[table] as ReadonlyMap<string, object>).get(id) as Loose | undefined
  return held !== undefined && Object.entries(after as Loose).every(([name, v]) => sameJson(held[name], v))
}

export function takeBackChange(writer: Writer, [table, id, field, before]: ImportChange): void {
  if (isRecordTable(table)) {
    if (field === BINNED) writer.unbin(table, id)
    else writer.patch(table, id as never, { [field]: before } as never)
    return
  }
  if (!isKeyedTable(table)) return
  const parts = partsOfKey(keyedTables[table], id)
  if (parts !== undefined) writer.setKeyed(table, parts as never, before as never)
}

function isRecordTable(table: string): table is TableName {
  return (tableNames as readonly string[]).includes(table)
}

function isKeyedTable(table: string): table is KeyedTableName {
  return Object.hasOwn(keyedTables, table)
}
