/**
 * The only place where text is broken into lines, so that canvas, wall and PDF show the same ones. Breaks at spaces,
 * hyphens, slashes, soft hyphens, zero-width spaces and between ideographs; a word wider than its line is parted at a
 * syllable (the hyphen is drawn, never written into the text) or between graphemes. Nothing is ever left out.
 */
import type { EmWidth } from './textMetrics.ts'
import { sanitiseText } from './sanitiseText.ts'
import { partLongWord } from './partLongWord.ts'
import { splitPieces, type Piece } from './splitPieces.ts'

export interface BrokenLine {
  readonly text: string
  /** In em. */
  readonly width: number
  /** Draw a hyphen after the text: the word goes on in the next line. */
  readonly hyphen: boolean
}

interface OpenLine {
  text: string
  width: number
  /** The last piece ended at a soft hyphen: it shows if the line ends here. */
  soft: boolean
}

const TOLERANCE = 1e-9

class LineBreaker {
  readonly lines: BrokenLine[] = []
  private line: OpenLine = { text: '', width: 0, soft: false }
  private readonly width: number
  private readonly measure: EmWidth
  private readonly hyphenWidth: number

  constructor(width: number, measure: EmWidth) {
    this.width = width + TOLERANCE
    this.measure = measure
    this.hyphenWidth = measure('-')
  }

  endLine(hyphen: boolean): void {
    const { text, width } = this.line
    this.lines.push({ text, width: hyphen ? width + this.hyphenWidth : width, hyphen })
    this.line = { text: '', width: 0, soft: false }
  }

  add(piece: Piece): void {
    const gap = this.line.text === '' ? '' : piece.space
    const gapWidth = gap === '' ? 0 : this.measure(gap)
    const pieceWidth = this.measure(piece.text)
    const reserve = piece.soft ? this.hyphenWidth : 0
    if (this.line.width + gapWidth + pieceWidth + reserve <= this.width) {
      this.append(gap + piece.text, gapWidth + pieceWidth, piece.soft)
      return
    }
    if (pieceWidth + reserve <= this.width) {
      if (this.line.text !== '') this.endLine(gap === '' && this.line.soft)
      this.append(piece.text, pieceWidth, piece.soft)
      return
    }
    this.addLong(piece, gap, gapWidth)
  }

  /** A word wider than the line starts in what is left of this one, if a syllable fits there. */
  private addLong(piece: Piece, gap: string, gapWidth: number): void {
    const room = this.line.text === '' ? this.width : this.width - this.line.width - gapWidth
    const parts = partLongWord(piece.text, room, this.width, this.measure)
    if (this.line.text !== '') {
      if (parts[0]?.text === '') this.endLine(gap === '' && this.line.soft)
      else this.append(gap, gapWidth, false)
    }
    for (const [index, part] of parts.entries()) {
      if (part.text !== '') this.append(part.text, this.measure(part.text), false)
      if (index < parts.length - 1 && this.line.text !== '') this.endLine(part.hyphen)
    }
    this.line.soft = piece.soft
  }

  private append(text: string, width: number, soft: boolean): void {
    this.line.text += text
    this.line.width += width
    this.line.soft = soft
  }
}

/**
 * @param width in em of the face that `measure` measures.
 * @returns at least one line; an empty line of the text stays an empty line.
 */
export function breakLines(text: string, width: number, measure: EmWidth): readonly BrokenLine[] {
  const breaker = new LineBreaker(width, measure)
  for (const paragraph of sanitiseText(text).split('\n')) {
    for (const piece of splitPieces(paragraph)) breaker.add(piece)
    breaker.endLine(false)
  }
  return breaker.lines
}
