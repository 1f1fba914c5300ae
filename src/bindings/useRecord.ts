/** One live record by its id, or null when it is not there. */
import type { IdIn, RecordIn, TableName } from '../model/schema.ts'
import { useSnapshot } from './useSnapshot.ts'

export function useRecord<T extends TableName>(table: T, id: IdIn<T> | null): RecordIn<T> | null {
  return useSnapshot((snapshot) => {
    // The table's own ids and records; the checker cannot follow a generic table name.
    const records = snapshot[table] as unknown as ReadonlyMap<IdIn<T>, RecordIn<T>>
    return id === null ? null : (records.get(id) ?? null)
  })
}
