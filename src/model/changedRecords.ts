/** Which records a transaction has written into. */
import type { Transaction } from 'yjs'
import type { RecordRef } from './belongings.ts'
import { changedPlaces } from './changedPlaces.ts'
import { recordTables, type TableName } from './schema.ts'

function isTable(name: string): name is TableName {
  return Object.hasOwn(recordTables, name)
}

export function changedRecords(transaction: Transaction): readonly RecordRef[] {
  return changedPlaces(transaction).flatMap(({ root, key }) =>
    key !== null && isTable(root) ? [{ table: root, id: key }] : [],
  )
}
