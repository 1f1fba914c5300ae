/**
 * Collects which glyphs a poster uses and gives each a character code, in order of first use. One glyph that stands
 * for different characters (an emoji in two skin tones) has one code each, so that copied text is right.
 */
import type { FontKey } from '../../layout/font/fontFiles.ts'
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import type { Glyph } from '../../layout/font/textRuns.ts'
import type { TrueTypeFont } from '../../layout/font/trueTypeFont.ts'
import type { GlyphSlot } from './subsetGlyphs.ts'

export interface UsedGlyph extends GlyphSlot {
  readonly text: string
}

export interface FontUse {
  readonly key: FontKey
  readonly font: TrueTypeFont
  /** The code of a glyph as four hexadecimal digits. */
  readonly encode: (glyph: Glyph, missing: boolean) => string
  /** By code; the first is .notdef. */
  readonly glyphs: () => readonly UsedGlyph[]
}

export function createFontUse(key: FontKey, metrics: FontMetrics): FontUse {
  const font = metrics.fonts[key]
  const codes = new Map<string, string>()
  const used: UsedGlyph[] = [{ glyph: 0, text: '', advance: font.advanceOf(0) }]
  return {
    key,
    font,
    glyphs: () => used,
    encode: (glyph, missing) => {
      const name = `${missing ? 'missing' : glyph.id} ${glyph.advance} ${glyph.text}`
      const known = codes.get(name)
      if (known) return known
      const code = used.length.toString(16).padStart(4, '0')
      used.push({
        glyph: missing ? 'missing' : glyph.id,
        text: glyph.text,
        advance: Math.round(glyph.advance * font.unitsPerEm),
      })
      codes.set(name, code)
      return code
    },
  }
}
