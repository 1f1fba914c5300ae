/**
 * The ids that the records of a file have, or will have, in this workshop: the id of the record that was imported
 * under the same key before (a live one rather than a binned one, of several the smallest), else a new random one.
 */
import { type RandomBytes, randomId } from '../shared/ids.ts'
import type { IdIn, TableName } from './schema.ts'
import type { WorkshopSnapshot } from './snapshot.ts'

export interface ImportIds {
  readonly idOf: <T extends TableName>(table: T, importKey: string) => IdIn<T>
  /** True when a record with that key is here already. */
  readonly isKnown: (table: TableName, importKey: string) => boolean
}

function addKeys(
  keys: Map<string, string>,
  records: Iterable<{ id: string; importKey: string | null }>,
): void {
  const found = new Map<string, string>()
  for (const { id, importKey } of records) {
    if (importKey === null || keys.has(importKey)) continue
    const known = found.get(importKey)
    if (known === undefined || id < known) found.set(importKey, id)
  }
  for (const [importKey, id] of found) keys.set(importKey, id)
}

function keysOf(snapshot: WorkshopSnapshot, table: TableName): Map<string, string> {
  const keys = new Map<string, string>()
  addKeys(keys, snapshot[table].values())
  addKeys(keys, snapshot.bin[table].values())
  return keys
}

export function createImportIds(snapshot: WorkshopSnapshot, randomBytes: RandomBytes): ImportIds {
  const known = new Map<TableName, Map<string, string>>()
  const given = new Map<string, string>()
  const inTable = (table: TableName) => {
    const keys = known.get(table) ?? keysOf(snapshot, table)
    known.set(table, keys)
    return keys
  }
  return {
    isKnown: (table, importKey) => inTable(table).has(importKey),
    idOf: <T extends TableName>(table: T, importKey: string) => {
      const key = `${table}/${importKey}`
      const id = inTable(table).get(importKey) ?? given.get(key) ?? randomId(22, randomBytes)
      given.set(key, id)
      return id as IdIn<T>
    },
  }
}
