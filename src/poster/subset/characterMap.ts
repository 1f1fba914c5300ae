/**
 * The `cmap` table of a subset with one-byte codes: the same map twice, as the two kinds of viewers look for it (by
 * symbol codes from F000 on, and by plain bytes).
 */
import type { UsedGlyph } from './fontUse.ts'

const FIRST = 0x20
const COUNT = 0xe0
const SYMBOLS = 0xf000

export function characterMap(glyphs: readonly UsedGlyph[]): Uint8Array {
  const places = new Uint16Array(COUNT)
  for (const [place, { code }] of glyphs.entries()) if (code >= FIRST) places[code - FIRST] = place
  const header = [0, 2, 1, 0, 0, 20, 3, 0, 0, 20 + 2 * trimmed(places).length]
  return bytesOf([...header, ...trimmed(places), ...segmented(places)])
}

/** Format 6: a run of codes. */
function trimmed(places: Uint16Array): readonly number[] {
  return [6, 10 + 2 * COUNT, 0, FIRST, COUNT, ...places]
}

/** Format 4 with one segment and the end mark that the format asks for. */
function segmented(places: Uint16Array): readonly number[] {
  const [first, last] = [SYMBOLS + FIRST, SYMBOLS + FIRST + COUNT - 1]
  // Counted in bytes from its own place to the list behind: itself and the word of the end mark.
  const toList = 4
  const words = [4, 4, 1, 0, last, 0xffff, 0, first, 0xffff, 0, 1, toList, 0]
  return [4, 2 * (3 + words.length + COUNT), 0, ...words, ...places]
}

function bytesOf(words: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * words.length))
  for (const [index, word] of words.entries()) view.setUint16(2 * index, word)
  return new Uint8Array(view.buffer)
}
