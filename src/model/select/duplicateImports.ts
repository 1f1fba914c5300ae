/**
 * Live records of one table that came from the same row of the same file: two devices imported it offline. Nobody
 * decides for people which one stays; they are offered for merging.
 */
import { memoByTables } from '../memoByTables.ts'
import { type TableName, tableNames } from '../schema.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'

export interface DuplicateImport {
  readonly table: TableName
  readonly importKey: string
  readonly ids: readonly string[]
}

export const duplicateImports = memoByTables(
  (snapshot: WorkshopSnapshot) => tableNames.map((table) => snapshot[table]),
  (snapshot): readonly DuplicateImport[] =>
    tableNames.flatMap((table) => {
      const byKey = new Map<string, string[]>()
      for (const { id, importKey } of snapshot[table].values()) {
        if (importKey === null) continue
        const ids = byKey.get(importKey)
        if (ids === undefined) byKey.set(importKey, [id])
        else ids.push(id)
      }
      return [...byKey]
        .filter(([, ids]) => ids.length > 1)
        .map(([importKey, ids]) => ({ table, importKey, ids: ids.sort() }))
    }),
)
