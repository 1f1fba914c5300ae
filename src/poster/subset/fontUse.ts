/**
 * Collects which glyphs a poster uses of one font file and gives each a character code, in order of first use. Most have
 * one byte (their own place in Latin-1 where they have one), which halves the text of a page; when those are used up,
 * further glyphs get two bytes in a second font. One glyph that stands for different characters (an emoji in two skin
 * tones) has one code each, so that copied text is right.
 */
import type { AddedKey, FontKey } from '../../layout/font/fontFiles.ts'
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import type { Glyph } from '../../layout/font/textRuns.ts'
import type { TrueTypeFont } from '../../layout/font/trueTypeFont.ts'
import type { GlyphSlot } from './subsetGlyphs.ts'

export interface UsedGlyph extends GlyphSlot {
  readonly text: string
  readonly code: number
}

/** One byte a glyph, or two. */
export type CodeWidth = 'narrow' | 'wide'

export interface GlyphCode {
  readonly width: CodeWidth
  readonly code: number
}

export interface FontUse {
  readonly key: FontKey | AddedKey
  readonly font: TrueTypeFont
  readonly encode: (glyph: Glyph, missing: boolean) => GlyphCode
  /** In the order of the subset; the first is .notdef and has no code in narrow fonts. */
  readonly glyphs: (width: CodeWidth) => readonly UsedGlyph[]
}

/** Brackets and the backslash would have to be escaped in every text. */
const AWKWARD = new Set([0x28, 0x29, 0x5c])
/** Control characters are left out, because some viewers treat them as such. */
const ONE_BYTE: readonly number[] = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, index) => 0x20 + index),
  ...Array.from({ length: 0x100 - 0xa1 }, (_, index) => 0xa1 + index),
].filter((code) => !AWKWARD.has(code))

export function createFontUse(key: FontKey | AddedKey, metrics: FontMetrics): FontUse {
  const font = metrics.fonts[key]
  if (!font) throw new Error(`the font ${key} is used but was not given`)
  const codes = new Map<string, GlyphCode>()
  const notdef: UsedGlyph = { glyph: 0, text: '', advance: font.advanceOf(0), code: 0 }
  const used = { narrow: [notdef], wide: [notdef] }
  const free = new Set(ONE_BYTE)
  const newCode = (text: string): GlyphCode => {
    const own = text.length === 1 ? text.charCodeAt(0) : -1
    // From the far end, where the fewest characters have their own place.
    const code = free.has(own) ? own : lastOf(free)
    if (code === undefined) return { width: 'wide', code: used.wide.length }
    free.delete(code)
    return { width: 'narrow', code }
  }
  return {
    key,
    font,
    glyphs: (width) => used[width],
    encode: (glyph, missing) => {
      const name = `${missing ? 'missing' : glyph.id} ${glyph.advance} ${glyph.text}`
      const known = codes.get(name)
      if (known) return known
      const given = newCode(glyph.text)
      used[given.width].push({
        glyph: missing ? 'missing' : glyph.id,
        text: glyph.text,
        advance: Math.round(glyph.advance * font.unitsPerEm),
        code: given.code,
      })
      codes.set(name, given)
      return given
    },
  }
}

function lastOf(codes: ReadonlySet<number>): number | undefined {
  // A space would be stretched by viewers that justify text.
  return [...codes].findLast((code) => code !== 0x20)
}
