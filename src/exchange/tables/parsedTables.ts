/** All tables of an import, typed; a table that did not come is empty. */
import type { TableRow } from './readTable.ts'
import type { TableName } from './tableFormat.ts'

export type ParsedTables = { readonly [T in TableName]: readonly TableRow<T>[] }
