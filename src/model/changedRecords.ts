/** Which records a transaction has written into, by the root types above the changed ones. */
import * as Y from 'yjs'
import type { RecordRef } from './belongings.ts'
import { recordTables, type TableName } from './schema.ts'

function isTable(name: string): name is TableName {
  return Object.hasOwn(recordTables, name)
}

export function changedRecords(transaction: Y.Transaction): readonly RecordRef[] {
  const found = new Map<string, RecordRef>()
  for (const [changed, keys] of transaction.changed) {
    let type = changed as Y.AbstractType<unknown>
    let id: string | null = null
    while (type._item !== null) {
      id = type._item.parentSub
      type = type._item.parent as Y.AbstractType<unknown>
    }
    const table = Y.findRootTypeKey(type)
    if (!isTable(table)) continue
    for (const key of id === null ? keys : [id])
      if (key !== null) found.set(`${table}/${key}`, { table, id: key })
  }
  return [...found.values()]
}
