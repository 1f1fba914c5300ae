/**
 * The one text metric: line breaking on every device, the far canvas and the poster ask here. A line is cut into runs
 * of one font file each (text face, symbols, emoji); a character that no file has is told, and measures one em.
 */
import type { FontFace } from '../scene.ts'
import { clusters, drawableText } from './clusters.ts'
import { ADDED_KEYS, FONT_KEYS, type FontBytes } from './fontFiles.ts'
import { type Fonts, type TextRun, toRuns } from './textRuns.ts'
import { trueTypeFont } from './trueTypeFont.ts'

export interface FontMetrics {
  /** Width of one line in millimetres at a font size (em) in millimetres. */
  readonly measure: (text: string, face: FontFace, size: number) => number
  readonly runs: (text: string, face: FontFace) => readonly TextRun[]
  /** Characters as a reader counts them: where a word that is too long may be cut. */
  readonly clusters: (text: string) => readonly string[]
  /** Clusters that no font file covers, each once, in order of appearance. */
  readonly missing: (text: string) => readonly string[]
  /** Millimetres above the baseline at a font size (em) in millimetres. */
  readonly ascent: (face: FontFace, size: number) => number
  /** Millimetres below the baseline, positive. */
  readonly descent: (face: FontFace, size: number) => number
  readonly capHeight: (face: FontFace, size: number) => number
  readonly xHeight: (face: FontFace, size: number) => number
  /** The faces themselves, for renderers that embed them. */
  readonly fonts: Fonts
}

/** @param added files that `readAddedFont` has accepted; as many as there are keys for. */
export function createFontMetrics(bytes: FontBytes, added: readonly ArrayBuffer[] = []): FontMetrics {
  const fonts = Object.fromEntries([
    ...FONT_KEYS.map((key) => [key, trueTypeFont(bytes[key], key)]),
    ...added
      .slice(0, ADDED_KEYS.length)
      .map((file, index) => [ADDED_KEYS[index], trueTypeFont(file, `added ${index + 1}`)]),
  ]) as Fonts
  const runs = (text: string, face: FontFace) => toRuns(fonts, drawableText(text), face)
  const widths = { regular: createWidths(fonts, 'regular'), bold: createWidths(fonts, 'bold') }
  return {
    fonts,
    runs,
    clusters: (text) => clusters(drawableText(text)),
    measure: (text, face, size) => size * (widths[face](text) ?? widthOf(runs(text, face))),
    missing: (text) => [
      ...new Set(runs(text, 'regular').flatMap((run) => (run.font === 'missing' ? clusters(run.text) : []))),
    ],
    ascent: (face, size) => fonts[face].ascent * size,
    descent: (face, size) => fonts[face].descent * size,
    capHeight: (face, size) => fonts[face].capHeight * size,
    xHeight: (face, size) => fonts[face].xHeight * size,
  }
}

const widthOf = (runs: readonly TextRun[]) => runs.reduce((sum, run) => sum + run.width, 0)

/** Characters that change their neighbours; a line that holds one is cut into clusters. */
const JOINING = /\p{Mark}|\p{Default_Ignorable_Code_Point}|\p{Control}/u
const TABLE_SIZE = 0x3000

/** Sums a table for lines of single characters, which nearly all are; undefined when the line needs clusters. */
function createWidths(fonts: Fonts, face: FontFace): (text: string) => number | undefined {
  const table = new Float64Array(TABLE_SIZE).fill(-1)
  const widthAt = (unit: number): number => {
    const character = String.fromCharCode(unit)
    const width = JOINING.test(character) ? Number.NaN : widthOf(toRuns(fonts, drawableText(character), face))
    table[unit] = width
    return width
  }
  return (text) => {
    let sum = 0
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index)
      if (unit >= TABLE_SIZE) return undefined
      const known = table[unit] ?? -1
      sum += known === -1 ? widthAt(unit) : known
    }
    return Number.isNaN(sum) ? undefined : sum
  }
}
