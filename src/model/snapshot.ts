/**
 * The workshop as plain, readonly data: what layout, screens and exports read. Structurally shared: a record that
 * did not change is the same object, a table without changes is the same Map. Live records only; everything else
 * (deleted, or merged into another) is in `bin`, under the same names.
 */
import type { Meta } from './records/meta.ts'
import type { Stage } from './records/stage.ts'
import type { EntryIn, IdIn, KeyedTableName, RecordIn, TableName } from './schema.ts'

export type RecordTables = { readonly [T in TableName]: ReadonlyMap<IdIn<T>, RecordIn<T>> }
export type KeyedEntryTables = { readonly [T in KeyedTableName]: ReadonlyMap<string, EntryIn<T>> }

export interface WorkshopSnapshot extends RecordTables, KeyedEntryTables {
  readonly meta: Meta
  readonly stage: Stage
  readonly bin: RecordTables
}
