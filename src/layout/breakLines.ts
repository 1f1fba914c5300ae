/**
 * The only place where text is broken into lines, so that canvas, wall and PDF show the same ones. Breaks at spaces,
 * hyphens, slashes, soft hyphens, zero-width spaces and between ideographs; a word wider than its line is parted at a
 * syllable (the hyphen is drawn, never written into the text) or between graphemes. Nothing is ever left out.
 */
import { type MeasuredPiece, measuredPieces } from './measuredPieces.ts'
import { partLongWord } from './partLongWord.ts'
import type { EmWidth } from './textMetrics.ts'

export interface BrokenLine {
  readonly text: string
  /** In em. */
  readonly width: number
  /** Draw a hyphen after the text: the word goes on in the next line. */
  readonly hyphen: boolean
}

/** Sums of widths are compared in floating point. */
const TOLERANCE = 1e-9

class LineBreaker {
  readonly lines: BrokenLine[] = []
  private text = ''
  private used = 0
  /** The last piece ended at a soft hyphen: it shows if the line ends here. */
  private soft = false
  private readonly width: number
  private readonly measure: EmWidth
  private readonly hyphenWidth: number

  constructor(width: number, measure: EmWidth) {
    this.width = width + TOLERANCE
    this.measure = measure
    this.hyphenWidth = measure('-')
  }

  endLine(hyphen: boolean): void {
    this.lines.push({ text: this.text, width: hyphen ? this.used + this.hyphenWidth : this.used, hyphen })
    this.text = ''
    this.used = 0
    this.soft = false
  }

  add(piece: MeasuredPiece): void {
    const first = this.text === ''
    const gapWidth = first ? 0 : piece.spaceWidth
    const width = piece.soft ? piece.width + this.hyphenWidth : piece.width
    if (this.used + gapWidth + width <= this.width) {
      this.append(first ? piece.text : piece.space + piece.text, gapWidth + piece.width)
    } else if (width <= this.width) {
      if (!first) this.endLine(piece.space === '' && this.showsSoftHyphen())
      this.append(piece.text, piece.width)
    } else this.addLong(piece, first ? '' : piece.space, gapWidth)
    this.soft = piece.soft
  }

  /** A word wider than the line starts in what is left of this one, if a syllable fits there. */
  private addLong(piece: MeasuredPiece, gap: string, gapWidth: number): void {
    const begun = this.text !== ''
    const room = begun ? this.width - this.used - gapWidth : this.width
    const parts = partLongWord(piece.text, room, this.width, this.measure)
    if (begun) {
      if (parts[0]?.text === '') this.endLine(gap === '' && this.showsSoftHyphen())
      else this.append(gap, gapWidth)
    }
    for (const [index, part] of parts.entries()) {
      if (part.text !== '') this.append(part.text, this.measure(part.text))
      if (index < parts.length - 1 && this.text !== '') this.endLine(part.hyphen)
    }
  }

  private showsSoftHyphen(): boolean {
    return this.soft && this.used + this.hyphenWidth <= this.width
  }

  private append(text: string, width: number): void {
    this.text += text
    this.used += width
  }
}

/**
 * @param width in em of the face that `measure` measures.
 * @returns at least one line; an empty line of the text stays an empty line.
 */
export function breakLines(text: string, width: number, measure: EmWidth): readonly BrokenLine[] {
  const breaker = new LineBreaker(width, measure)
  for (const paragraph of measuredPieces(text, measure)) {
    for (const piece of paragraph) breaker.add(piece)
    breaker.endLine(false)
  }
  return breaker.lines
}
