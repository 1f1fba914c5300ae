/** One table from text to typed rows: its header, its size, and every record by `RowReader`. */
import { type Job, pause } from '../job.ts'
import type { Limits } from '../limits.ts'
import type { TableBytes } from '../tableBytes.ts'
import { checkHeader, openCsv, reportFault } from './csvFile.ts'
import type { ProblemList } from './ProblemList.ts'
import { RowReader } from './RowReader.ts'
import {
  columnNames,
  type Columns,
  type RowValues,
  type TableFormat,
  type TableName,
  tableFormats,
} from './tableFormat.ts'

const ROWS_PER_PIECE = 2000

export interface TableRow<T extends TableName> {
  readonly values: RowValues<T>
  readonly lineOf: (column: keyof RowValues<T> & string) => number
}

/** Undefined when the table cannot be read at all (its other faults would only follow from that). */
export async function readTable<T extends TableName>(
  table: T,
  bytes: TableBytes,
  limits: Limits,
  list: ProblemList,
  job: Job,
): Promise<readonly TableRow<T>[] | undefined> {
  const format: TableFormat<Columns> = tableFormats[table]
  const keepsOthers = Object.values(format.columns).some(({ collects }) => collects === true)
  const csv = openCsv(bytes, list)
  if (csv === undefined || !checkHeader(csv, columnNames(format), list, keepsOthers)) return undefined
  const reader = new RowReader(csv, format, limits, list)
  const rows: TableRow<T>[] = []
  for (;;) {
    const next = csv.rows.next()
    if (next.done === true) {
      if (next.value !== undefined) reportFault(csv, next.value, list)
      return next.value === undefined ? rows : undefined
    }
    if (rows.length >= limits.rows) {
      list.add({ code: 'tooManyRows', file: csv.file, line: next.value.line, limit: String(limits.rows) })
      return undefined
    }
    const values = reader.read(next.value)
    // The values were read by the very columns that `RowValues` is derived from.
    if (values !== undefined) rows.push({ values: values as RowValues<T>, lineOf: reader.lineOf(next.value) })
    if (list.full) return rows
    if (rows.length % ROWS_PER_PIECE === 0 && (await pause(job))) return rows
  }
}
