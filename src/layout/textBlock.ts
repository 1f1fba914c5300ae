/** Lines with their baselines: the form in which every text leaves the layout. */
import { breakLines } from './breakLines.ts'
import type { FontFace } from './scene.ts'
import { emWidthOf, type TextMetrics } from './textMetrics.ts'

export interface PlacedLine {
  readonly text: string
  readonly x: number
  readonly baseline: number
  readonly font: FontFace
  readonly size: number
  /** Advance width in millimetres, a drawn hyphen included. */
  readonly width: number
  /** A hyphen is drawn after the text; it is not part of it. */
  readonly hyphen: boolean
}

export interface TextBlock {
  readonly lines: readonly PlacedLine[]
  readonly height: number
  /** Of the widest line. */
  readonly width: number
}

export interface TextStyle {
  readonly font: FontFace
  readonly size: number
  /** In em. */
  readonly lineHeight: number
}

export interface TextPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly align?: 'left' | 'centre' | 'right'
}

/** The baseline that centres capitals and small letters together in a line, in em below its middle. */
const OPTICAL_CENTRE = 0.31

const SHIFT = { left: 0, centre: 0.5, right: 1 } as const

export const EMPTY_BLOCK: TextBlock = { lines: [], height: 0, width: 0 }

export function baselineIn(top: number, height: number, size: number): number {
  return top + height / 2 + OPTICAL_CENTRE * size
}

export function setText(text: string, style: TextStyle, place: TextPlace, metrics: TextMetrics): TextBlock {
  const { font, size } = style
  const broken = breakLines(text, place.width / size, emWidthOf(metrics, font))
  const lineHeight = style.lineHeight * size
  const shift = SHIFT[place.align ?? 'left']
  let widest = 0
  const lines = broken.map((line, index): PlacedLine => {
    const width = line.width * size
    widest = Math.max(widest, width)
    return {
      text: line.text,
      x: place.x + (place.width - width) * shift,
      baseline: baselineIn(place.y + index * lineHeight, lineHeight, size),
      font,
      size,
      width,
      hyphen: line.hyphen,
    }
  })
  return { lines, height: lines.length * lineHeight, width: widest }
}

export function moveText(block: TextBlock, dx: number, dy: number): TextBlock {
  if ((dx === 0 && dy === 0) || block.lines.length === 0) return block
  return {
    ...block,
    lines: block.lines.map((line) => ({ ...line, x: line.x + dx, baseline: line.baseline + dy })),
  }
}

/** One block of several, for instance initials beside a number. */
export function joinBlocks(blocks: readonly TextBlock[]): TextBlock {
  return {
    lines: blocks.flatMap((block) => block.lines),
    height: Math.max(0, ...blocks.map((block) => block.height)),
    width: Math.max(0, ...blocks.map((block) => block.width)),
  }
}
