/** The filled cells of one sheet as rows of text, each with the number it has in the spreadsheet. */
import type { CsvRow } from '../csv/csvRow.ts'
import type { Limits } from '../limits.ts'
import type { ImportProblem } from '../problem.ts'
import { columnIndex } from './cellName.ts'
import { dateText } from './dateText.ts'
import { readXml, XmlFault } from './XmlReader.ts'
import { decodeCoded } from './xmlText.ts'

export interface SheetContext {
  readonly file: string
  readonly strings: readonly string[]
  /** Numbers of the styles that show a number as a date. */
  readonly dates: ReadonlySet<number>
  readonly limits: Limits
}

export interface ReadSheet {
  readonly rows: readonly CsvRow[]
  readonly problems: readonly ImportProblem[]
}

const MOST_COLUMNS = 500
/** Logs and surveys are longer than any table of the document. */
const MOST_ROWS = 200_000

export function readSheet(xml: string, context: SheetContext): ReadSheet {
  const reader = new SheetReader(context)
  readXml(xml, reader)
  return reader.result()
}

class SheetReader {
  private readonly context: SheetContext
  private readonly rows: { cells: string[]; line: number }[] = []
  private readonly problems: ImportProblem[] = []
  private row = 0
  private cells: string[] = []
  private column = 0
  private type = ''
  private style = 0
  private value = ''
  private inside: 'v' | 't' | 'f' | null = null
  private formula: string | null = null
  private hidden = 0

  constructor(context: SheetContext) {
    this.context = context
  }

  readonly open = (name: string, attributes: ReadonlyMap<string, string>): void => {
    switch (name) {
      case 'row':
        this.row = Number(attributes.get('r') ?? this.row + 1)
        this.cells = []
        this.column = -1
        break
      case 'c':
        this.column = columnIndex(attributes.get('r') ?? '') ?? this.column + 1
        this.type = attributes.get('t') ?? 'n'
        this.style = Number(attributes.get('s') ?? 0)
        this.value = ''
        break
      case 'f':
        this.formula = ''
        this.inside = 'f'
        break
      // Readings of Japanese words, which are no part of the text.
      case 'rPh':
        this.hidden += 1
        break
      case 'v':
      case 't':
        this.inside = name
        break
      default:
        break
    }
  }

  readonly text = (text: string): void => {
    if (this.inside === 'f') this.formula += text
    else if (this.inside !== null && this.hidden === 0) this.value += text
  }

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't' || name === 'f') this.inside = null
    if (name === 'f') this.endFormula()
    if (name === 'rPh') this.hidden -= 1
    if (name === 'c') this.endCell()
    if (name === 'row') this.endRow()
  }

  result(): ReadSheet {
    const width = this.rows[0]?.cells.length ?? 0
    const rows = this.rows.map(({ cells, line }) => ({
      cells: Array.from({ length: Math.max(width, cells.length) }, (_, index) => cells[index] ?? ''),
      line,
      oneLine: true as const,
    }))
    return { rows, problems: this.problems }
  }

  /** LibreOffice writes what is true or false as a formula that says so; nothing else that computes is taken. */
  private endFormula(): void {
    const isPlain = this.type === 'b' && /^(TRUE|FALSE)\(\)$/i.test(this.formula ?? '')
    if (!isPlain) this.problem('xlsxFormula')
    this.formula = null
  }

  private endCell(): void {
    if (this.column >= MOST_COLUMNS) {
      if (this.value !== '') this.tooLarge(MOST_COLUMNS)
      return
    }
    const text = this.textOfCell()
    if (text !== '') this.cells[this.column] = text
  }

  private textOfCell(): string {
    switch (this.type) {
      case 's': {
        const text = this.context.strings[Number(this.value)]
        if (text === undefined) throw new XmlFault('damaged', 'sharedStrings')
        return text
      }
      case 'b':
        return this.value === '1' ? 'true' : 'false'
      case 'e':
        this.problem('xlsxError', this.value)
        return ''
      case 'd':
        return this.value.slice(0, 10)
      case 'n':
        return this.number()
      default:
        return decodeCoded(this.value)
    }
  }

  private number(): string {
    if (this.value.trim() === '') return ''
    const number = Number(this.value)
    if (!Number.isFinite(number)) throw new XmlFault('damaged', this.value.slice(0, 20))
    // Spreadsheets store the nearest binary number with 17 digits and show 15 of them.
    return this.context.dates.has(this.style) ? dateText(number) : String(Number(number.toPrecision(15)))
  }

  private endRow(): void {
    if (this.cells.length === 0) return
    if (this.rows.length >= MOST_ROWS) return this.tooLarge(MOST_ROWS)
    this.rows.push({ cells: this.cells, line: this.row })
  }

  private tooLarge(limit: number): void {
    if (this.problems.some(({ code }) => code === 'xlsxTooLarge')) return
    this.problems.push({ code: 'xlsxTooLarge', file: this.context.file, limit: String(limit) })
  }

  private problem(code: 'xlsxFormula' | 'xlsxError', value?: string): void {
    if (this.problems.length >= this.context.limits.problems) return
    const column = this.rows[0]?.cells[this.column] ?? String(this.column + 1)
    this.problems.push({
      code,
      file: this.context.file,
      line: this.row,
      column,
      ...(value === undefined ? {} : { value }),
    })
  }
}
