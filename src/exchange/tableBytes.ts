/** The tables of an import before anything in them was read. */
import type { ImportNotice } from './problem.ts'
import type { FileTable } from './tables/tableFormat.ts'

export interface TableBytes {
  /** `cards`. */
  readonly table: FileTable
  /** `cards.csv`, as messages name it. */
  readonly file: string
  readonly bytes: Uint8Array
}

export interface TableSet {
  readonly tables: readonly TableBytes[]
  readonly notices: readonly ImportNotice[]
}
