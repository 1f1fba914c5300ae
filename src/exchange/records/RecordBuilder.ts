/** Collects what an import writes: records under the ids they have or will have, and entries of keyed tables. */
import type { ImportEntry, ImportRecord } from '../../model/commands/importRecords.ts'
import { createImportIds, type ImportIds } from '../../model/importIds.ts'
import { orderBetween } from '../../model/order.ts'
import type { Patch } from '../../model/patch.ts'
import type { IdIn, RecordIn, TableName } from '../../model/schema.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { RandomBytes } from '../../shared/ids.ts'
import { orderKeys } from './orderKeys.ts'

export class RecordBuilder {
  readonly records: ImportRecord[] = []
  readonly entries: ImportEntry[] = []
  readonly snapshot: WorkshopSnapshot
  private readonly randomBytes: RandomBytes
  private readonly ids: ImportIds
  private readonly adopted = new Map<string, string>()

  constructor(snapshot: WorkshopSnapshot, randomBytes: RandomBytes) {
    this.snapshot = snapshot
    this.randomBytes = randomBytes
    this.ids = createImportIds(snapshot, randomBytes)
  }

  /** What was written here and exported has its own id as its name in the file. */
  idOf<T extends TableName>(table: T, importKey: string): IdIn<T> {
    const live: ReadonlyMap<string, unknown> = this.snapshot[table]
    const bin: ReadonlyMap<string, unknown> = this.snapshot.bin[table]
    if (live.has(importKey) || bin.has(importKey)) return importKey as IdIn<T>
    return (this.adopted.get(`${table}/${importKey}`) as IdIn<T>) ?? this.ids.idOf(table, importKey)
  }

  optionalIdOf<T extends TableName>(table: T, importKey: string | null): IdIn<T> | null {
    return importKey === null ? null : this.idOf(table, importKey)
  }

  /** A record that was written here and has no name in tables stands for a row, unless an import made that row. */
  adopt<T extends TableName>(table: T, importKey: string, find: () => IdIn<T> | undefined): void {
    if (this.ids.isKnown(table, importKey)) return
    const found = find()
    if (found !== undefined) this.adopted.set(`${table}/${importKey}`, found)
  }

  add<T extends TableName>(table: T, importKey: string, fields: Patch<T>): void {
    // One member of the union for the T at hand, which the compiler cannot pick by itself.
    this.records.push({
      table,
      id: this.idOf(table, importKey),
      importKey,
      fields,
    } as unknown as ImportRecord)
  }

  addEntry(entry: ImportEntry): void {
    this.entries.push(entry)
  }

  orderAfter(last: string | null): string {
    return orderBetween(last, null, this.randomBytes)
  }

  /**
   * Sort keys for rows in the order they are given; `heldBy` reads the key of a record that is there already, `floor` is
   * what new rows at the end go behind.
   */
  orders<T extends TableName>(
    table: T,
    importKeys: readonly string[],
    heldBy: (record: RecordIn<T>) => string,
    floor: string | null = null,
  ): string[] {
    // A map of the union of records, seen as that of the one table it is.
    const records = this.snapshot[table] as unknown as ReadonlyMap<string, RecordIn<T>>
    const held = importKeys.map((key) => {
      const record = records.get(this.idOf(table, key))
      return record === undefined ? null : heldBy(record)
    })
    return orderKeys(held, this.randomBytes, floor)
  }
}
