/**
 * How large the activities' words are in the sticky bar. Columns get narrow when the whole map is shown; a smaller text
 * that can be read to its end says more than large letters that are cut.
 */
import type { Screen } from '../camera/frames.ts'
import { barHeight, headScale } from './headSpans.ts'

export interface HeadWords {
  readonly size: number
  readonly lines: number
}

const LARGEST = 12
const SMALLEST = 9.5
const LINE = 1.22
/** Width of an average letter, in ems, with what is left free at the ends of lines. */
const LETTER = 0.62
const PADDING = { across: 10, down: 8 } as const

/** The largest size at which the longest of the texts still fits. */
export function headWords(texts: readonly string[], columnWidth: number, screen: Screen): HeadWords {
  const width = Math.max(1, columnWidth - PADDING.across)
  const height = barHeight('activities', screen) - PADDING.down
  const letters = Math.max(1, ...texts.map((text) => text.length))
  const largest = LARGEST * headScale(screen)
  const linesAt = (size: number) => Math.max(1, Math.floor(height / (size * LINE)))
  const fits = (size: number) => linesAt(size) * Math.floor(width / (size * LETTER)) >= letters
  let size = largest
  while (size > SMALLEST && !fits(size)) size -= 0.5
  size = Math.max(size, SMALLEST)
  return { size, lines: linesAt(size) }
}

const RAIL_LINE = 1.2
/** On a narrow screen long words shall fit the rail in one line. */
const RAIL_LARGEST = { wide: 13, narrow: 12 } as const
/** Smaller letters are a smudge: the colour at the edge stands for the lane then. */
const RAIL_SMALLEST = 7

/** A lane's title in the rail: as many whole lines as the lane is high, smaller where not even one fits, or none. */
export function railWords(length: number, screen: Screen): HeadWords | null {
  const largest = screen.width >= 900 ? RAIL_LARGEST.wide : RAIL_LARGEST.narrow
  const size = Math.min(largest * headScale(screen), (length - 1) / RAIL_LINE)
  if (size < RAIL_SMALLEST) return null
  return { size, lines: Math.max(1, Math.floor((length - 4) / (size * RAIL_LINE))) }
}
