/** One record → typed values: the number of its cells, every cell by its column's type, and no id twice. */
import { type CsvRow, lineOfCell } from '../csv/csvRow.ts'
import { isLiveCell, restoreCell } from '../csv/defuseCell.ts'
import type { Limits } from '../limits.ts'
import { anyText, type ColumnType } from './columnType.ts'
import { type CsvFile, unknownColumns } from './csvFile.ts'
import type { ProblemList } from './ProblemList.ts'
import { columnNames, type Columns, type TableFormat } from './tableFormat.ts'

export class RowReader {
  private readonly csv: CsvFile
  private readonly columns: readonly (readonly [name: string, index: number, type: ColumnType<unknown>])[]
  /** Columns that the format does not know. */
  private readonly others: readonly string[]
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
    this.others = unknownColumns(csv.header, columnNames(format)).filter((column) => column !== '')
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
      const cell = type.collects === true ? this.collect(row) : this.readCell(row, index, type)
      if (cell === undefined) complete = false
      else values[column] = cell.value
    }
    if (complete) this.checkUnique(row, values)
    return complete ? values : undefined
  }

  private collect(row: CsvRow): { value: Readonly<Record<string, string>> } | undefined {
    const cells: [name: string, text: string][] = []
    for (const name of this.others) {
      const cell = this.readCell(row, this.csv.header.indexOf(name), anyText())
      if (cell === undefined) return undefined
      if (cell.value !== '') cells.push([name, cell.value])
    }
    return { value: Object.fromEntries(cells) }
  }

  private readCell<T>(row: CsvRow, index: number, type: ColumnType<T>): { value: T } | undefined {
    const cell = row.cells[index] ?? ''
    if (row.oneLine !== true && isLiveCell(cell)) this.list.noteLive()
    const raw = restoreCell(cell)
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
