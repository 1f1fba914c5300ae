/**
 * Gives each font file that a poster really uses one of jsPDF's standard-font slots and embeds it when the file is
 * written. The slot's own font never reaches the PDF.
 */
import type { jsPDF } from 'jspdf'
import type { AddedKey, FontKey } from '../../layout/font/fontFiles.ts'
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import { type CodeWidth, createFontUse, type FontUse } from '../subset/fontUse.ts'
import { embedFont } from './embedFont.ts'
import { type FontSlot, type Hooks, internalsOf } from './jsPdfInternals.ts'

/** Of jsPDF's fourteen standard fonts: one for glyphs of one byte, one for those of two. */
const HOSTS = {
  regular: { narrow: ['helvetica', 'normal'], wide: ['helvetica', 'italic'] },
  bold: { narrow: ['helvetica', 'bold'], wide: ['helvetica', 'bolditalic'] },
  symbols: { narrow: ['times', 'normal'], wide: ['times', 'italic'] },
  emoji: { narrow: ['courier', 'normal'], wide: ['courier', 'italic'] },
  added0: { narrow: ['times', 'bold'], wide: ['times', 'bolditalic'] },
  added1: { narrow: ['courier', 'bold'], wide: ['courier', 'bolditalic'] },
  added2: { narrow: ['symbol', 'normal'], wide: ['zapfdingbats', 'normal'] },
} as const satisfies Record<FontKey | AddedKey, Record<CodeWidth, readonly [string, string]>>

export interface FontSlots {
  readonly use: (key: FontKey | AddedKey) => FontUse
  /** What the page content calls the font. */
  readonly name: (key: FontKey | AddedKey, width: CodeWidth) => string
}

interface Taken {
  readonly slot: FontSlot
  readonly use: FontUse
  readonly width: CodeWidth
}

export function createFontSlots(document: jsPDF, hooks: Hooks, metrics: FontMetrics): FontSlots {
  const internals = internalsOf(document)
  const uses = new Map<FontKey | AddedKey, FontUse>()
  const taken = new Map<string, Taken>()
  hooks.on('putFont', ({ font }) => {
    const entry = [...taken.values()].find(({ slot }) => slot === font)
    if (!entry) return
    font.objectNumber = embedFont(internals, entry.use, entry.width)
    font.isAlreadyPutted = true
  })
  const useOf = (key: FontKey | AddedKey): FontUse => {
    const use = uses.get(key) ?? createFontUse(key, metrics)
    uses.set(key, use)
    return use
  }
  return {
    use: useOf,
    name: (key, width) => {
      const known = taken.get(`${key} ${width}`)
      if (known) return known.slot.id
      const [family, style] = HOSTS[key][width]
      document.setFont(family, style)
      // An empty line marks the slot as used; it also sets a fill colour, which must not leak into our content.
      internals.write('q')
      document.text([''], 0, 0)
      internals.write('Q')
      const slot = internals.getFont()
      taken.set(`${key} ${width}`, { slot, use: useOf(key), width })
      return slot.id
    },
  }
}
