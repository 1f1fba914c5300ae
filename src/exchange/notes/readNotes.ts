/**
 * Rows of texts from wherever notes come: a pasted range of a spreadsheet, a table of a whiteboard, a list with a note
 * per line. Tolerant where the strict tables are not: quotes may be doubled or escaped, rows may be short or long.
 */
export interface NoteRows {
  readonly rows: readonly (readonly string[])[]
  /** Where each row began, from 1. */
  readonly lines: readonly number[]
}

const DELIMITERS = ['\t', ';', ','] as const

export function readNotes(text: string): NoteRows {
  const plain = text.replace(/^\uFEFF/, '')
  const delimiter = delimiterOf(plain)
  if (delimiter === null) return readList(plain)
  const rows: string[][] = []
  const lines: number[] = []
  const reader = new NoteReader(plain, delimiter)
  for (let row = reader.next(); row !== null; row = reader.next()) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    rows.push(row.cells)
    lines.push(row.line)
  }
  return { rows, lines }
}

/** The one that parts most of the lines into the same number of cells; null for a list. */
function delimiterOf(text: string): string | null {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  if (lines.some((line) => line.includes('\t'))) return '\t'
  for (const delimiter of DELIMITERS) {
    const counts = lines.slice(0, 50).map((line) => withoutQuoted(line).split(delimiter).length)
    const header = counts[0] ?? 1
    const alike = counts.filter((count) => count === header).length
    if (header > 1 && lines.length > 1 && alike >= counts.length * 0.6) return delimiter
  }
  return null
}

function withoutQuoted(line: string): string {
  return line.replace(/"(?:[^"\\]|""|\\.)*"/g, '')
}

/** Bullets and numbers in front are how the list was written, not what it says. */
function readList(text: string): NoteRows {
  const rows: string[][] = []
  const lines: number[] = []
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const note = line.trim().replace(/^(?:[-*•–]|\d{1,3}[.)])\s+/, '')
    if (note === '') continue
    rows.push([note])
    lines.push(index + 1)
  }
  return { rows, lines }
}

class NoteReader {
  private readonly text: string
  private readonly delimiter: string
  private at = 0
  private line = 1

  constructor(text: string, delimiter: string) {
    this.text = text
    this.delimiter = delimiter
  }

  next(): { readonly cells: string[]; readonly line: number } | null {
    if (this.at >= this.text.length) return null
    const { line } = this
    const cells: string[] = []
    for (;;) {
      cells.push(this.cell())
      if (this.text[this.at] !== this.delimiter) break
      this.at += 1
    }
    this.lineBreak()
    return { cells, line }
  }

  private cell(): string {
    return this.text[this.at] === '"' ? this.quoted() : this.plain()
  }

  private plain(): string {
    const start = this.at
    while (this.at < this.text.length && !this.endsHere()) this.at += 1
    return this.text.slice(start, this.at)
  }

  /** A quote that is never closed, or followed by text, was no quote. */
  private quoted(): string {
    const start = this.at
    let text = ''
    for (let at = start + 1; at < this.text.length; at += 1) {
      const [character = '', next] = [this.text[at], this.text[at + 1]]
      const isEscaped = (character === '"' || character === '\\') && next === '"'
      if (isEscaped) {
        text += '"'
        at += 1
      } else if (character === '"') {
        this.at = at + 1
        if (this.at < this.text.length && !this.endsHere()) break
        this.line += text.split(/\r\n|\n|\r/).length - 1
        return text
      } else text += character
    }
    this.at = start
    return this.plain()
  }

  private endsHere(): boolean {
    const character = this.text[this.at]
    return character === this.delimiter || character === '\n' || character === '\r'
  }

  private lineBreak(): void {
    if (this.text.startsWith('\r\n', this.at)) this.at += 2
    else if (this.at < this.text.length) this.at += 1
    this.line += 1
  }
}
