/**
 * Right-to-left text as it is drawn: PDF knows no writing direction, so Hebrew is put into visual order here. A line
 * reads left to right as a whole, as a line on the canvas does; joined scripts (Arabic) have no shipped font and are
 * reported as missing.
 */
import bidiFactory from 'bidi-js'
import { clusters } from '../../layout/font/clusters.ts'

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

interface Placed {
  readonly text: string
  readonly level: number
}

export function visualOrder(line: string): string {
  if (!RIGHT_TO_LEFT.test(line)) return line
  const bidi = bidiFactory()
  const parts = clusters(line)
  const { levels } = bidi.getEmbeddingLevels(parts.map(standIn).join(''), 'ltr')
  const placed = parts.map((text, index): Placed => {
    const level = levels[index] ?? 0
    return { level, text: level % 2 === 1 ? (bidi.getMirroredCharacter(text) ?? text) : text }
  })
  return reorder(placed)
    .map(({ text }) => text)
    .join('')
}

/** One code unit of the same direction, because bidi-js reads code units: an emoji would count as letters. */
function standIn(cluster: string): string {
  const code = cluster.codePointAt(0) ?? 0
  if (code <= 0xffff) return cluster.charAt(0)
  const character = String.fromCodePoint(code)
  if (RIGHT_TO_LEFT.test(character)) return '\u05d0'
  return /\p{Letter}/u.test(character) ? 'a' : '\u2022'
}

/** Reverses every run of a level, from the deepest level up (rule L2 of the Unicode bidirectional algorithm). */
function reorder(placed: readonly Placed[]): readonly Placed[] {
  const line = [...placed]
  const deepest = Math.max(...line.map(({ level }) => level))
  for (let level = deepest; level > 0; level -= 1) {
    for (let start = 0; start < line.length; start += 1) {
      let end = start
      while ((line[end]?.level ?? -1) >= level) end += 1
      line.splice(start, end - start, ...line.slice(start, end).toReversed())
      start = Math.max(start, end)
    }
  }
  return line
}
