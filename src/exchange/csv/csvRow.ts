/** What the scanner hands on: one record with its place, or the reason why the text is no CSV. */
import type { ProblemCode } from '../problem.ts'

export interface CsvRow {
  readonly cells: readonly string[]
  /** Line of the file on which the record starts, from 1. */
  readonly line: number
  /** Set for rows of a spreadsheet: line breaks inside their cells do not count. */
  readonly oneLine?: true
}

export interface CsvFault {
  readonly code: Extract<ProblemCode, 'quoteUnclosed' | 'quoteInside' | 'quoteTrailing'>
  /** Where the cell starts that is broken. */
  readonly line: number
  /** Index of that cell in its record, from 0. */
  readonly cell: number
  /** Where reading stopped: for an unclosed quote the opening one. */
  readonly otherLine: number
  readonly character: number
}

/** Line of one cell: cells before it in the same record may contain line breaks. */
export function lineOfCell(row: CsvRow, cell: number): number {
  let line = row.line
  if (row.oneLine === true) return line
  for (const text of row.cells.slice(0, cell)) line += countLineBreaks(text)
  return line
}

export function countLineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
