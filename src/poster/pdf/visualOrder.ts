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
  const { levels } = bidi.getEmbeddingLevels(line, 'ltr')
  let start = 0
  const placed = clusters(line).map((text): Placed => {
    const level = levels[start] ?? 0
    start += text.length
    return { level, text: level % 2 === 1 ? (bidi.getMirroredCharacter(text) ?? text) : text }
  })
  return reorder(placed)
    .map(({ text }) => text)
    .join('')
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
