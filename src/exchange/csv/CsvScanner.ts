/**
 * RFC 4180, strictly, with the line of everything. Our own because a message must name the line and the column of a
 * broken quote and of every cell, and because a lenient parser would import a damaged table as something else.
 * Yields record by record, so that a large log is checked without being held.
 */
import { type CsvFault, type CsvRow, countLineBreaks } from './csvRow.ts'

type Cell = { readonly text: string; readonly quoted: boolean }

export class CsvScanner {
  private readonly text: string
  private readonly delimiter: string
  /** What ends a cell without quotes, or may not stand in it. */
  private readonly plainEnd: RegExp
  private at = 0
  private line = 1
  private lineStart = 0
  private fault: CsvFault | undefined

  constructor(text: string, delimiter: string) {
    this.text = text
    this.delimiter = delimiter
    this.plainEnd = new RegExp(`[${delimiter}"\\n\\r]`, 'g')
  }

  /** Records in order; empty lines are skipped. The returned value says why reading stopped early. */
  *rows(): Generator<CsvRow, CsvFault | undefined, undefined> {
    while (this.at < this.text.length) {
      const row = this.readRow()
      if (this.fault !== undefined) return this.fault
      if (row !== undefined) yield row
    }
    return undefined
  }

  private readRow(): CsvRow | undefined {
    const { line } = this
    const cells: string[] = []
    let blank = true
    for (;;) {
      const cell = this.readCell(cells.length)
      if (cell === undefined) return undefined
      cells.push(cell.text)
      if (cell.quoted || cell.text !== '') blank = false
      if (this.text[this.at] !== this.delimiter) break
      this.at += 1
    }
    this.skipLineBreak()
    return blank && cells.length === 1 ? undefined : { cells, line }
  }

  private readCell(index: number): Cell | undefined {
    return this.text[this.at] === '"' ? this.readQuoted(index) : this.readPlain(index)
  }

  private readPlain(index: number): Cell | undefined {
    const start = this.at
    this.plainEnd.lastIndex = start
    this.at = this.plainEnd.exec(this.text)?.index ?? this.text.length
    if (this.text[this.at] === '"') return this.fail('quoteInside', index, this.line, this.at)
    return { text: this.text.slice(start, this.at), quoted: false }
  }

  private readQuoted(index: number): Cell | undefined {
    const start = this.at
    let end = start + 1
    for (;;) {
      end = this.text.indexOf('"', end)
      if (end < 0) return this.fail('quoteUnclosed', index, this.line, start)
      if (this.text[end + 1] !== '"') break
      end += 2
    }
    const startLine = this.line
    this.advanceTo(end + 1)
    if (!this.atCellEnd()) return this.fail('quoteTrailing', index, startLine, this.at)
    return { text: this.text.slice(start + 1, end).replaceAll('""', '"'), quoted: true }
  }

  private atCellEnd(): boolean {
    const next = this.text[this.at]
    return next === undefined || next === this.delimiter || next === '\n' || next === '\r'
  }

  /** Moves over a quoted cell, keeping count of its line breaks. */
  private advanceTo(position: number): void {
    const passed = this.text.slice(this.at, position)
    const breaks = countLineBreaks(passed)
    if (breaks > 0) {
      this.line += breaks
      this.lineStart = this.at + Math.max(passed.lastIndexOf('\n'), passed.lastIndexOf('\r')) + 1
    }
    this.at = position
  }

  private skipLineBreak(): void {
    if (this.at >= this.text.length) return
    this.at += this.text.startsWith('\r\n', this.at) ? 2 : 1
    this.line += 1
    this.lineStart = this.at
  }

  private fail(code: CsvFault['code'], cell: number, line: number, position: number): undefined {
    const character = position - this.lineStart + 1
    this.fault = { code, cell, line, otherLine: this.line, character }
    return undefined
  }
}
