/** What an import would do to a workshop, before it does it: what is new, what changes from what to what, what stays. */
import type { RecordRef } from '../model/belongings.ts'
import { sameJson } from '../model/json.ts'
import { keyOf } from '../model/defineKeyed.ts'
import { type KeyedTableName, keyedTables, type TableName } from '../model/schema.ts'
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import type { RandomBytes } from '../shared/ids.ts'
import type { ImportPlan } from './ImportPlan.ts'
import { missingRecords } from './missingRecords.ts'
import { buildRecords } from './records/buildRecords.ts'

export interface ImportChange {
  readonly table: TableName | KeyedTableName
  /** What people know it by. */
  readonly name: string
  readonly field: string
  readonly before: string
  readonly after: string
}

export interface ImportPreview {
  /** New records by table; tables of which nothing is new are not named. */
  readonly created: Readonly<Record<string, number>>
  readonly changed: Readonly<Record<string, number>>
  readonly unchanged: number
  /** Of the records that are in this workshop's bin: an import leaves them there. */
  readonly binned: number
  /** The first of them, for showing. */
  readonly changes: readonly ImportChange[]
  /** Here, but not in the file. It stays unless somebody wishes otherwise. */
  readonly missing: readonly MissingRecord[]
}

export interface MissingRecord extends RecordRef {
  readonly name: string
}

export const MOST_CHANGES = 200

type Loose = Readonly<Record<string, unknown>>

export function previewImport(
  plan: ImportPlan,
  snapshot: WorkshopSnapshot,
  randomBytes: RandomBytes,
): ImportPreview {
  const { records, entries } = buildRecords(plan, snapshot, randomBytes)
  const tally = new Tally()
  for (const { table, id, fields } of records) {
    const live: ReadonlyMap<string, object> = snapshot[table]
    const bin: ReadonlyMap<string, object> = snapshot.bin[table]
    const held = live.get(id)
    if (held === undefined && bin.has(id)) tally.binned += 1
    else tally.compare(table, held as Loose | undefined, fields, nameOf(held as Loose | undefined))
  }
  for (const { table, entry } of entries) {
    const { key } = keyedTables[table]
    const all: Loose = entry
    const fields = Object.fromEntries(Object.entries(all).filter(([name]) => !Object.hasOwn(key, name)))
    const held = snapshot[table].get(keyOf(keyedTables[table], all)) as Loose | undefined
    tally.compare(table, held, fields, subjectName(snapshot, all))
  }
  tally.missing = missingRecords(plan, records, snapshot).map(({ table, id }) => {
    const live: ReadonlyMap<string, object> = snapshot[table]
    return { table, id, name: nameOf(live.get(id) as Loose | undefined) }
  })
  return tally
}

class Tally implements ImportPreview {
  readonly created: Record<string, number> = {}
  readonly changed: Record<string, number> = {}
  readonly changes: ImportChange[] = []
  missing: readonly MissingRecord[] = []
  unchanged = 0
  binned = 0

  compare(table: TableName | KeyedTableName, held: Loose | undefined, fields: Loose, name: string): void {
    if (held === undefined) {
      this.created[table] = (this.created[table] ?? 0) + 1
      return
    }
    const different = Object.entries(fields).filter(
      ([field, value]) => value !== undefined && !sameJson(held[field], value),
    )
    if (different.length === 0) {
      this.unchanged += 1
      return
    }
    this.changed[table] = (this.changed[table] ?? 0) + 1
    for (const [field, value] of different) {
      if (this.changes.length >= MOST_CHANGES) return
      this.changes.push({ table, name, field, before: shown(held[field]), after: shown(value) })
    }
  }
}

function nameOf(record: Loose | undefined): string {
  const name = record?.['title'] ?? record?.['name'] ?? record?.['text']
  return typeof name === 'string' ? name : ''
}

function subjectName(snapshot: WorkshopSnapshot, entry: Loose): string {
  const id = [entry['subjectId'], entry['kpiId']].find((part) => typeof part === 'string') ?? ''
  const tables: readonly ReadonlyMap<string, object>[] = [
    snapshot.activities,
    snapshot.touchpoints,
    snapshot.cards,
    snapshot.kpis,
  ]
  for (const table of tables) {
    const found = table.get(id)
    if (found !== undefined) return nameOf(found as Loose)
  }
  return ''
}

/** Ids and places say nothing to people: where something stands is shown by the map. */
function shown(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value)
  return ''
}
