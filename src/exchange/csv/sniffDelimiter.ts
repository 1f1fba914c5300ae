/** Which of the usual separators a table uses, judged by its header line; spreadsheets in German write semicolons. */
import { CsvScanner } from './CsvScanner.ts'

const DELIMITERS = [',', ';', '\t'] as const

export type Delimiter = (typeof DELIMITERS)[number]

/** The one that splits the header into most cells; a comma when none splits it. */
export function sniffDelimiter(text: string): Delimiter {
  let best: Delimiter = ','
  let most = 1
  for (const delimiter of DELIMITERS) {
    const header = new CsvScanner(text, delimiter).rows().next()
    const cells = header.done === true ? 0 : header.value.cells.length
    if (cells > most) [best, most] = [delimiter, cells]
  }
  return best
}
