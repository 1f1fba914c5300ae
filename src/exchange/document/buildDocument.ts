/** A planned document with the ids and sort keys of this workshop: what `importRecords` takes. Reads, never writes. */
import type { ImportEntry } from '../../model/commands/importRecords.ts'
import { keyedTables, type TableName } from '../../model/schema.ts'
import type { RecordBuilder } from '../records/RecordBuilder.ts'
import { placeShapes } from './documentOrder.ts'
import { tableOfKeyPart, tableOfSubjectIn } from './keyedRefs.ts'
import type { PlannedDocument, PlannedEntry, PlannedRecord } from './PlannedDocument.ts'
import { shapesOf, tableOfRef, type Visitor, walkValue } from './walkValue.ts'

type Loose = Readonly<Record<string, unknown>>

export function buildDocument({ records, entries }: PlannedDocument, builder: RecordBuilder): void {
  const orders = ordersOf(records, builder)
  for (const record of records) builder.add(record.table, record.key, buildFields(record, builder, orders))
  for (const entry of entries) builder.addEntry(buildEntry(entry, builder))
}

export function buildFields(
  { table, key, fields }: PlannedRecord,
  builder: RecordBuilder,
  orders: ReadonlyMap<string, string>,
): Loose {
  const visitor = visitorOf(builder, orders.get(`${table}/${key}`) ?? '')
  const shapes = shapesOf(table).filter(([name]) => name in fields)
  const built = Object.fromEntries(
    shapes.map(([name, shape]) => [name, walkValue(shape, fields[name], visitor)]),
  )
  const { subjectId } = fields
  // What a comment is about is a plain text in the document.
  const of = table === 'comments' ? tableOfSubjectIn(fields) : null
  return of === null || typeof subjectId !== 'string'
    ? built
    : { ...built, subjectId: builder.idOf(of, subjectId) }
}

function visitorOf(builder: RecordBuilder, order: string): Visitor {
  return { ref: (table, name) => builder.idOf(table, name), order: () => order }
}

/** Sort keys for every group of siblings, in the order of their numbers; by table and key. */
export function ordersOf(
  records: readonly PlannedRecord[],
  builder: RecordBuilder,
): ReadonlyMap<string, string> {
  const groups = new Map<string, { table: TableName; rows: { key: string; rank: number }[] }>()
  for (const { table, key, fields } of records) {
    const rank = rankOf(fields)
    if (rank === null) continue
    const place = (fields['place'] ?? fields) as Loose
    const parts = placeShapes(table).map(([part, kind]) => {
      const to = place[part]
      return typeof to === 'string' ? builder.idOf(tableOfRef(kind), to) : null
    })
    const name = JSON.stringify([table, ...parts])
    const group = groups.get(name) ?? { table, rows: [] }
    group.rows.push({ key, rank })
    groups.set(name, group)
  }
  const orders = new Map<string, string>()
  const ends = new GroupEnds(builder)
  for (const [name, { table, rows }] of groups) {
    const keys = rows.toSorted((a, b) => a.rank - b.rank).map(({ key }) => key)
    const made = builder.orders(table, keys, orderOf, ends.of(table, name))
    for (const [index, key] of keys.entries()) orders.set(`${table}/${key}`, made[index] ?? '')
  }
  return orders
}

/** The last sort key of those who stand in the same place already. */
class GroupEnds {
  private readonly builder: RecordBuilder
  private readonly byTable = new Map<TableName, ReadonlyMap<string, string>>()

  constructor(builder: RecordBuilder) {
    this.builder = builder
  }

  of(table: TableName, name: string): string | null {
    const known = this.byTable.get(table) ?? this.collect(table)
    this.byTable.set(table, known)
    return known.get(name) ?? null
  }

  private collect(table: TableName): ReadonlyMap<string, string> {
    const parts = placeShapes(table).map(([part]) => part)
    const ends = new Map<string, string>()
    for (const record of this.builder.snapshot[table].values()) {
      const loose = record as unknown as Loose
      const place = (loose['place'] ?? loose) as Loose
      const name = JSON.stringify([table, ...parts.map((part) => place[part] ?? null)])
      const order = orderOf(record)
      if (order > (ends.get(name) ?? '')) ends.set(name, order)
    }
    return ends
  }
}

function rankOf(fields: Loose): number | null {
  const place = fields['place'] as Loose | undefined
  const rank = place === undefined ? fields['order'] : place['order']
  return typeof rank === 'number' ? rank : null
}

function orderOf(record: object): string {
  const { place, order } = record as { readonly place?: { readonly order?: string }; readonly order?: string }
  return place?.order ?? order ?? ''
}

export function buildEntry({ table, entry }: PlannedEntry, builder: RecordBuilder): ImportEntry {
  const { key, fields } = keyedTables[table]
  const visitor = visitorOf(builder, '')
  const parts = Object.keys(key)
    .filter((part) => part in entry)
    .map((part) => {
      const of = tableOfKeyPart(table, part, entry)
      const value = entry[part]
      const isName = of !== null && typeof value === 'string' && value !== ''
      return [part, isName ? builder.idOf(of, value) : value]
    })
  const values = Object.entries(fields)
    .filter(([name]) => name in entry)
    .map(([name, { shape }]) => [name, walkValue(shape, entry[name], visitor)])
  // One member of the union for the table at hand, checked by the command once more.
  return { table, entry: Object.fromEntries([...parts, ...values]) } as unknown as ImportEntry
}
