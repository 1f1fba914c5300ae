/**
 * What of an import is still as it came: looks at who wrote every stored value of a record, by the range of changes
 * that the import noted. Anything that somebody else, or the importer later, has written or removed counts as touched.
 */
import * as Y from 'yjs'
import type { RecordRef } from './belongings.ts'
import { type KeyedTableName, keyedTableNames, keyedTables, recordTables, tableNames } from './schema.ts'

export interface ChangeRange {
  readonly client: number
  readonly from: number
  readonly to: number
}

export interface EntryRef {
  readonly table: KeyedTableName
  readonly key: string
}

function isIn(item: Y.Item, { client, from, to }: ChangeRange): boolean {
  return item.id.client === client && item.id.clock >= from && item.id.clock + item.length <= to
}

/** Whether what was there is there, and nothing else. What was added and removed again leaves no trace. */
function isAsItCame(item: Y.Item, range: ChangeRange): boolean {
  return isIn(item, range) ? !item.deleted : item.deleted
}

function isUntouchedText(text: Y.Text, range: ChangeRange): boolean {
  for (let item = text._start; item !== null; item = item.right) if (!isAsItCame(item, range)) return false
  return true
}

function isUntouched(record: Y.Map<unknown>, range: ChangeRange): boolean {
  for (const [key, item] of record._map) {
    // Into the bin and back is no touch: else taking an import back twice would not work.
    if (key === 'deleted') continue
    if (!isAsItCame(item, range)) return false
    const type: unknown = item.content instanceof Y.ContentType ? item.content.type : null
    if (type instanceof Y.Text && !isUntouchedText(type, range)) return false
  }
  return true
}

/** Records that the import created and nobody has written into since, also those that lie in the bin by now. */
export function untouchedRecords(map: Y.Doc, range: ChangeRange): readonly RecordRef[] {
  const found: RecordRef[] = []
  for (const table of tableNames) {
    // People are never taken back: somebody may sit at a tablet under that name without having written anything.
    if (recordTables[table].document !== 'map' || table === 'persons') continue
    for (const [id, item] of map.getMap<unknown>(table)._map) {
      const record: unknown = item.content instanceof Y.ContentType ? item.content.type : null
      if (record instanceof Y.Map && isAsItCame(item, range) && isUntouched(record, range))
        found.push({ table, id })
    }
  }
  return found
}

/** Ratings, dots and values that still say what the import wrote. */
export function untouchedEntries(map: Y.Doc, range: ChangeRange): readonly EntryRef[] {
  return keyedTableNames
    .filter((table) => keyedTables[table].document === 'map')
    .flatMap((table) =>
      [...map.getMap<unknown>(table)._map]
        .filter(([, item]) => isIn(item, range) && !item.deleted)
        .map(([key]) => ({ table, key })),
    )
}
