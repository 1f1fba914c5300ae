/**
 * Parts one word that is wider than its line: addresses after their punctuation, words at a syllable with a hyphen,
 * anything else between graphemes. Separate because only emergencies come here and the ordinary path stays short.
 */
import { clusters } from './font/clusters.ts'
import { syllableBreaks } from './syllables.ts'
import type { EmWidth } from './textMetrics.ts'

export interface WordPart {
  readonly text: string
  readonly hyphen: boolean
}

interface BreakPoint {
  readonly at: number
  readonly hyphen: boolean
}

const ADDRESS = /:\/\/|^www\.|@|[/\\_=&?#].*[/\\_=&?#]/
const AFTER_IN_ADDRESS = /[/\\?&=._#:@,;+~-](?=[^/\\?&=._#:@,;+~-])/g
/** Only after this much of a line is a grapheme break in a word worse than a short line. */
const SHORTEST_PART = 3

function preferredBreaks(word: string): readonly BreakPoint[] {
  if (ADDRESS.test(word)) {
    return [...word.matchAll(AFTER_IN_ADDRESS)].map((match) => ({ at: match.index + 1, hyphen: false }))
  }
  return syllableBreaks(word).map((at) => ({ at, hyphen: true }))
}

function graphemeBreaks(word: string): readonly BreakPoint[] {
  let at = 0
  return clusters(word)
    .map((cluster) => ({ at: (at += cluster.length), hyphen: false }))
    .slice(0, -1)
}

function lastThatFits(
  word: string,
  from: number,
  breaks: readonly BreakPoint[],
  room: number,
  measure: EmWidth,
): BreakPoint | undefined {
  let best: BreakPoint | undefined
  for (const point of breaks) {
    if (point.at <= from) continue
    const width = measure(word.slice(from, point.at)) + (point.hyphen ? measure('-') : 0)
    if (width > room) break
    best = point
  }
  return best
}

/** The parts in order; the first is empty when nothing sensible fits into `room`, the rest of a line already begun. */
export function partLongWord(
  word: string,
  room: number,
  width: number,
  measure: EmWidth,
): readonly WordPart[] {
  const preferred = preferredBreaks(word)
  const every = graphemeBreaks(word)
  const parts: WordPart[] = []
  let from = 0
  if (room < width) {
    const start = lastThatFits(word, 0, preferred, room, measure)
    const worthIt = start !== undefined && start.at >= SHORTEST_PART
    parts.push(
      worthIt ? { text: word.slice(0, start.at), hyphen: start.hyphen } : { text: '', hyphen: false },
    )
    from = worthIt ? start.at : 0
  }
  while (measure(word.slice(from)) > width) {
    const point =
      lastThatFits(word, from, preferred, width, measure) ??
      lastThatFits(word, from, every, width, measure) ??
      every.find(({ at }) => at > from)
    if (!point) break
    parts.push({ text: word.slice(from, point.at), hyphen: point.hyphen })
    from = point.at
  }
  parts.push({ text: word.slice(from), hyphen: false })
  return parts
}
