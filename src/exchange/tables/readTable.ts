/** One table from text to typed rows: header, number of cells, every cell by its column's type, ids once. */
import { type CsvRow, lineOfCell } from '../csv/csvRow.ts'
import { type Job, pause } from '../job.ts'
import type { Limits } from '../limits.ts'
import type { TableBytes } from '../tableBytes.ts'
import type { ColumnType } from './columnType.ts'
import { checkHeader, type CsvFile, openCsv, reportFault } from './csvFile.ts'
import type { ProblemList } from './ProblemList.ts'
import {
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
  const csv = openCsv(bytes, list)
  if (csv === undefined || !checkHeader(csv, Object.keys(format.columns), list)) return undefined
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

class RowReader {
  private readonly csv: CsvFile
  private readonly columns: readonly (readonly [name: string, index: number, type: ColumnType<unknown>])[]
  private readonly unique: readonly string[]
  private readonly limits: Limits
  private readonly list: ProblemList
  private readonly seen = new Map<string, number>()

  constructor(csv: CsvFile, format: TableFormat<Columns>, limits: Limits, list: ProblemList) {
    this.csv = csv
    this.columns = Object.entries(format.columns).map(([name, type]) => [
      name,
      csv.header.indexOf(name),
      type,
    ])
    const ids = this.columns.flatMap(([name, , type]) => (type.isId === true ? [name] : []))
    this.unique = ids.length > 0 ? ids : format.unique
    this.limits = limits
    this.list = list
  }

  lineOf(row: CsvRow): (column: string) => number {
    return (column) => lineOfCell(row, Math.max(0, this.csv.header.indexOf(column)))
  }

  read(row: CsvRow): object | undefined {
    const { file, header } = this.csv
    if (row.cells.length !== header.length) {
      const column = header[Math.min(row.cells.length, header.length - 1)] ?? ''
      const [value, expected] = [String(row.cells.length), String(header.length)]
      this.list.add({ code: 'cellCount', file, line: row.line, column, value, expected })
      return undefined
    }
    const values: Record<string, unknown> = {}
    let complete = true
    for (const [column, index, type] of this.columns) {
      const cell = this.readCell(row, index, type)
      if (cell === undefined) complete = false
      else values[column] = cell.value
    }
    if (complete) this.checkUnique(row, values)
    return complete ? values : undefined
  }

  private readCell(row: CsvRow, index: number, type: ColumnType<unknown>): { value: unknown } | undefined {
    const raw = row.cells[index] ?? ''
    const place = { file: this.csv.file, line: lineOfCell(row, index), column: this.csv.header[index] ?? '' }
    if (raw.length > this.limits.cellUnits) {
      const [value, limit] = [String(raw.length), String(this.limits.cellUnits)]
      this.list.add({ code: 'cellTooLong', ...place, value, limit })
      return undefined
    }
    const result = type.read(raw, { decimalComma: this.csv.delimiter !== ',' })
    if (result.ok) return { value: result.value }
    const { ok: _, ...problem } = result
    this.list.add({ ...problem, ...place, value: raw })
    return undefined
  }

  private checkUnique(row: CsvRow, values: Readonly<Record<string, unknown>>): void {
    const [column] = this.unique
    if (column === undefined) return
    const parts = this.unique.map((name) => String(values[name]))
    const key = JSON.stringify(parts)
    const line = this.lineOf(row)(column)
    const otherLine = this.seen.get(key)
    if (otherLine === undefined) this.seen.set(key, line)
    else {
      const code = this.unique.length === 1 ? 'duplicateId' : 'duplicateRow'
      this.list.add({ code, file: this.csv.file, line, column, value: parts.join(', '), otherLine })
    }
  }
}
