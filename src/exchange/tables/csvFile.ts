/** A table as text: decoded, split, with its header; the common start of tables and attachments. */
import { type CsvFault, type CsvRow } from '../csv/csvRow.ts'
import { CsvScanner } from '../csv/CsvScanner.ts'
import { columnOfByte } from '../csv/columnOfByte.ts'
import { restoreCell } from '../csv/defuseCell.ts'
import { type DecodeFault, decodeUtf8 } from '../csv/decodeUtf8.ts'
import { type Delimiter, sniffDelimiter } from '../csv/sniffDelimiter.ts'
import type { ImportProblem } from '../problem.ts'
import type { TableBytes } from '../tableBytes.ts'
import type { ProblemList } from './ProblemList.ts'

export interface CsvFile {
  readonly file: string
  readonly delimiter: Delimiter
  readonly header: readonly string[]
  readonly rows: Generator<CsvRow, CsvFault | undefined, undefined>
}

/** Undefined when the file has no readable header; the reasons are in the list. */
export function openCsv({ file, bytes, rows: cells }: TableBytes, list: ProblemList): CsvFile | undefined {
  if (cells !== undefined) return openRows(file, cells, list)
  const text = decodeUtf8(bytes)
  if (!text.ok) {
    list.add(decodeProblem(file, bytes, text.error))
    return undefined
  }
  const delimiter = sniffDelimiter(text.value)
  const rows = new CsvScanner(text.value, delimiter).rows()
  const first = rows.next()
  if (first.done !== true) return { file, delimiter, header: first.value.cells.map(restoreCell), rows }
  if (first.value === undefined) list.add({ code: 'emptyTable', file })
  else reportFault({ file, header: [] }, first.value, list)
  return undefined
}

/** Rows that are split already. */
function openRows(file: string, cells: readonly CsvRow[], list: ProblemList): CsvFile | undefined {
  const [header, ...body] = cells
  if (header === undefined) {
    list.add({ code: 'emptyTable', file })
    return undefined
  }
  return { file, delimiter: ',', header: header.cells.map(restoreCell), rows: generate(body) }
}

// oxlint-disable-next-line require-yield -- the returned value is that of a scanner without faults
function* generate(rows: readonly CsvRow[]): CsvFile['rows'] {
  yield* rows
  return undefined
}

function decodeProblem(file: string, bytes: Uint8Array, fault: DecodeFault): ImportProblem {
  if (fault.code === 'utf16') return { code: fault.code, file }
  const { code, line, character, offset } = fault
  const column = line === 1 ? undefined : columnOfByte(bytes, offset)
  return { code, file, line, ...(column === undefined ? {} : { column }), character }
}

/** True when every wanted column is there once. Other columns are said, not refused. */
export function checkHeader(
  csv: CsvFile,
  wanted: readonly string[],
  list: ProblemList,
  keepsOthers = false,
): boolean {
  const { file, header } = csv
  const missing = wanted.filter((column) => !header.includes(column))
  const repeated = header.filter((column, index) => header.indexOf(column) !== index)
  for (const column of missing) list.add({ code: 'missingColumn', file, line: 1, column })
  for (const column of repeated) list.add({ code: 'duplicateColumn', file, line: 1, column })
  for (const column of unknownColumns(header, wanted)) {
    const code = keepsOthers && column !== '' ? 'columnKept' : 'columnIgnored'
    list.note({ code, file, column })
  }
  return missing.length === 0 && repeated.length === 0
}

export function unknownColumns(header: readonly string[], wanted: readonly string[]): string[] {
  return header.filter((column) => !wanted.includes(column))
}

export function reportFault(csv: Pick<CsvFile, 'file' | 'header'>, fault: CsvFault, list: ProblemList): void {
  const { code, line, otherLine, character } = fault
  const column = csv.header[fault.cell]
  list.add({ code, file: csv.file, line, ...(column === undefined ? {} : { column }), otherLine, character })
}
