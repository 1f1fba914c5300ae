/**
 * A workshop as one JSON text, for scripts and archives: everything the document says, the bin included, in an order
 * that depends on the content alone, so that two devices with the same workshop write the same file. The shape is
 * described in FORMATS.md; `schema` grows with the model's.
 */
import {
  schemaVersion,
  keyedTableNames,
  keyedTables,
  recordTables,
  tableNames as allTables,
} from '../../model/schema.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

/** The notes of imports are about the document's own changes and mean nothing outside of it. */
const tableNames = allTables.filter((table) => table !== 'imports')

type Loose = Readonly<Record<string, unknown>>

export function writeJson(snapshot: WorkshopSnapshot): string {
  const { meta, stage } = snapshot
  const document = {
    format: 'etappe-workshop',
    schema: schemaVersion,
    meta: withoutEmptyUnknown(meta),
    stage: withoutEmptyUnknown(stage),
    records: Object.fromEntries(tableNames.map((table) => [table, records(snapshot[table], table)])),
    entries: Object.fromEntries(keyedTableNames.map((table) => [table, entries(snapshot[table], table)])),
    bin: Object.fromEntries(tableNames.map((table) => [table, records(snapshot.bin[table], table)])),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** Along their order keys where they have some; ids decide between equals. */
function records(source: ReadonlyMap<string, object>, table: (typeof tableNames)[number]): Loose[] {
  const fields = Object.keys(recordTables[table].fields)
  const names = ['id', 'importKey', ...fields, 'createdAt', 'createdBy', 'deleted', 'mergedInto']
  return ([...source.values()] as Loose[]).toSorted(byPlace).map((record) => pick(record, names))
}

function entries(source: ReadonlyMap<string, object>, table: (typeof keyedTableNames)[number]): Loose[] {
  const names = [...Object.keys(keyedTables[table].key), ...Object.keys(keyedTables[table].fields)]
  const sorted = [...source].toSorted(([a], [b]) => compare(a, b))
  return sorted.map(([, entry]) => pick(entry as Loose, names))
}

function pick(record: Loose, names: readonly string[]): Loose {
  return withoutEmptyUnknown({
    ...Object.fromEntries(names.map((name) => [name, record[name]])),
    unknown: record['unknown'],
  })
}

function withoutEmptyUnknown(record: object): Loose {
  const { unknown, ...known } = record as Loose
  return Object.keys(unknown ?? {}).length === 0 ? known : { ...known, unknown }
}

function byPlace(a: Loose, b: Loose): number {
  return compare(orderOf(a), orderOf(b)) || compare(String(a['id']), String(b['id']))
}

function orderOf(record: Loose): string {
  const own = record['order'] ?? (record['place'] as Loose | undefined)?.['order']
  return typeof own === 'string' ? own : ''
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
