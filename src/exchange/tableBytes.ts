/** The tables of an import before anything in them was read. */
import type { CsvRow } from './csv/csvRow.ts'
import type { ImportNotice } from './problem.ts'
import type { FileTable } from './tables/tableFormat.ts'

export interface TableBytes {
  /** `cards`. */
  readonly table: FileTable
  /** `cards.csv`, as messages name it. */
  readonly file: string
  readonly bytes: Uint8Array
  /** Set for a sheet of a workbook: what is in the bytes as CSV, with the rows' own numbers. */
  readonly rows?: readonly CsvRow[]
}

export interface TableSet {
  readonly tables: readonly TableBytes[]
  readonly notices: readonly ImportNotice[]
}
