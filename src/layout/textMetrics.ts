/**
 * The one width of a text that every renderer shares. Layout only needs this much of the shipped fonts, so tests can
 * use a ruler of their own. Kerning is off everywhere, therefore widths add up and words can be remembered.
 */
import type { FontFace } from './scene.ts'

export interface TextMetrics {
  /** Width in the unit of `size` of one line without control characters. */
  readonly measure: (text: string, face: FontFace, size: number) => number
}

export type EmWidth = (text: string) => number

const MOST_WORDS = 50_000
const rulers = new WeakMap<TextMetrics, Record<FontFace, EmWidth>>()

function rememberWords(metrics: TextMetrics, face: FontFace): EmWidth {
  const words = new Map<string, number>()
  return (text) => {
    const known = words.get(text)
    if (known !== undefined) return known
    if (words.size >= MOST_WORDS) words.clear()
    const width = metrics.measure(text, face, 1)
    words.set(text, width)
    return width
  }
}

/** Width in em of a word, remembered per metrics and face. */
export function emWidthOf(metrics: TextMetrics, face: FontFace): EmWidth {
  let faces = rulers.get(metrics)
  if (!faces) {
    faces = { regular: rememberWords(metrics, 'regular'), bold: rememberWords(metrics, 'bold') }
    rulers.set(metrics, faces)
  }
  return faces[face]
}
