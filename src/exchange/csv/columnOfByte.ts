/**
 * In which column a byte stands that is not UTF-8. Delimiters, quotes and line ends are ASCII, so the cells before it
 * can be told apart in any of the usual encodings.
 */
import type { CsvRow } from './csvRow.ts'
import { CsvScanner } from './CsvScanner.ts'
import { sniffDelimiter } from './sniffDelimiter.ts'

/** Undefined when the header or the table before that byte cannot be made out. */
export function columnOfByte(bytes: Uint8Array, offset: number): string | undefined {
  // The first three characters are what a byte-order mark looks like in this decoding.
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, offset)).replace(/^\u00ef\u00bb\u00bf/, '')
  const delimiter = sniffDelimiter(text)
  const rows = new CsvScanner(text, delimiter).rows()
  let header: CsvRow | undefined
  let last: CsvRow | undefined
  for (;;) {
    const next = rows.next()
    if (next.done === true) {
      if (next.value === undefined) return header?.cells[cellAtEnd(text, last)]
      // Cut inside quotes, the cell that holds the byte looks unclosed.
      return next.value.code === 'quoteUnclosed' ? header?.cells[next.value.cell] : undefined
    }
    header ??= next.value
    last = next.value
  }
}

function cellAtEnd(text: string, last: CsvRow | undefined): number {
  return last === undefined || /[\r\n]$/.test(text) ? 0 : last.cells.length - 1
}
