/** Which glyphs of each font a picture needs: those it draws, and the parts that composite glyphs are made of. */
import { FONT_KEYS, type FontKey } from '../font/fontFiles.ts'
import type { TextRun } from '../font/textRuns.ts'

export interface GlyphUse {
  readonly note: (run: TextRun) => void
  readonly of: (key: FontKey) => ReadonlySet<number>
}

export function createGlyphUse(): GlyphUse {
  const used = new Map<FontKey, Set<number>>(FONT_KEYS.map((key) => [key, new Set([0])]))
  return {
    note: (run) => {
      const glyphs = used.get(run.font as FontKey)
      for (const { id } of run.glyphs) glyphs?.add(id)
    },
    of: (key) => used.get(key) ?? new Set(),
  }
}
