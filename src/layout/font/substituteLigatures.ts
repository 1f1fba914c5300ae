/**
 * Replaces glyph sequences by their ligature, as a text engine would: the first match in the font's order of
 * preference wins. Lines hold no variation selectors here (see clusters.ts), so parts are always neighbours.
 */
import type { Ligatures } from './readLigatures.ts'

export interface RawGlyph {
  readonly id: number
  readonly text: string
}

export function substituteLigatures(ligatures: Ligatures, glyphs: readonly RawGlyph[]): readonly RawGlyph[] {
  if (ligatures.size === 0 || glyphs.length < 2) return glyphs
  const out: RawGlyph[] = []
  for (let index = 0; index < glyphs.length; ) {
    const glyph = glyphs[index]
    if (!glyph) break
    const match = ligatures
      .get(glyph.id)
      ?.find(({ rest }) => rest.every((wanted, part) => glyphs[index + 1 + part]?.id === wanted))
    const end = index + 1 + (match?.rest.length ?? 0)
    const text = glyphs.slice(index, end).map((part) => part.text)
    out.push({ id: match?.glyph ?? glyph.id, text: text.join('') })
    index = end
  }
  return out
}
