/**
 * Replaces glyph sequences by their ligature, as a text engine would: first match in the font's order of preference;
 * variation selectors between the parts do not matter.
 */
import type { Ligature, Ligatures } from './readLigatures.ts'

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
    const match = firstMatch(ligatures.get(glyph.id) ?? [], glyphs, index)
    out.push(match ? { id: match.glyph, text: textOf(glyphs.slice(index, match.end)) } : glyph)
    index = match ? match.end : index + 1
  }
  return out
}

const isSelector = (glyph: RawGlyph) => glyph.text === '\ufe0f' || glyph.text === '\ufe0e'
const textOf = (glyphs: readonly RawGlyph[]) => glyphs.map(({ text }) => text).join('')

function firstMatch(
  candidates: readonly Ligature[],
  glyphs: readonly RawGlyph[],
  start: number,
): { readonly glyph: number; readonly end: number } | undefined {
  for (const { rest, glyph } of candidates) {
    let at = start + 1
    const found = rest.every((wanted) => {
      while (at < glyphs.length && glyphs[at]?.id !== wanted && isSelectorAt(glyphs, at)) at += 1
      at += 1
      return glyphs[at - 1]?.id === wanted
    })
    if (found) return { glyph, end: at }
  }
  return undefined
}

function isSelectorAt(glyphs: readonly RawGlyph[], at: number): boolean {
  const glyph = glyphs[at]
  return glyph !== undefined && isSelector(glyph)
}
