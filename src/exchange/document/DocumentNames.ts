/**
 * The names that records have in a file: the key they were imported under, else their id. The same content has the same
 * names whoever imported it. Apart from the tables' `ExportNames`, which only knows ids that fit into a cell.
 */
import { type TableName, tableNames } from '../../model/schema.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

interface Named {
  readonly id: string
  readonly importKey: string | null
}

export class DocumentNames {
  private readonly byTable: ReadonlyMap<TableName, ReadonlyMap<string, string>>

  constructor(snapshot: WorkshopSnapshot) {
    this.byTable = new Map(tableNames.map((table) => [table, namesIn(snapshot, table)]))
  }

  /** Null for a record that is neither on the map nor in the bin. */
  of(table: TableName, id: string): string | null {
    return this.byTable.get(table)?.get(id) ?? null
  }

  /** Where the table is not said, as in the mark of what went into the bin together. */
  find(id: string): string | null {
    for (const names of this.byTable.values()) {
      const name = names.get(id)
      if (name !== undefined) return name
    }
    return null
  }
}

function namesIn(snapshot: WorkshopSnapshot, table: TableName): ReadonlyMap<string, string> {
  const live: Iterable<Named> = snapshot[table].values()
  const bin: Iterable<Named> = snapshot.bin[table].values()
  const groups = [[...live], [...bin]].map((records) => records.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  const taken = new Set(groups.flat().map(({ id }) => id))
  const names = new Map<string, string>()
  for (const { id, importKey } of groups.flat()) {
    const name = importKey !== null && importKey !== '' && !taken.has(importKey) ? importKey : id
    taken.add(name)
    names.set(id, name)
  }
  return names
}
