/** The ids that records have in exported tables: those they were imported under, as long as nobody shares them. */
import type { TableName } from '../../model/schema.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { isSafeId } from '../../shared/ids.ts'

export class ExportNames {
  private readonly snapshot: WorkshopSnapshot
  private readonly byTable = new Map<TableName, ReadonlyMap<string, string>>()

  constructor(snapshot: WorkshopSnapshot) {
    this.snapshot = snapshot
  }

  /** Empty for a record that is not there, which is how the tables write "none". */
  of(table: TableName, id: string | null): string {
    return this.names(table).get(id ?? '') ?? ''
  }

  private names(table: TableName): ReadonlyMap<string, string> {
    const known = this.byTable.get(table) ?? this.collect(table)
    this.byTable.set(table, known)
    return known
  }

  private collect(table: TableName): ReadonlyMap<string, string> {
    const ids = [...this.snapshot[table].keys()].toSorted()
    const taken = new Set<string>(ids)
    const names = new Map<string, string>()
    for (const id of ids) {
      const records: ReadonlyMap<string, { readonly importKey: string | null }> = this.snapshot[table]
      const key = records.get(id)?.importKey
      const name = isSafeId(key) && !taken.has(key) ? key : id
      taken.add(name)
      names.set(id, name)
    }
    return names
  }
}
