/**
 * Gives each font file that a poster really uses one of jsPDF's standard-font slots and embeds it when the file is
 * written. The slot's own font never reaches the PDF.
 */
import type { jsPDF } from 'jspdf'
import type { FontKey } from '../../layout/font/fontFiles.ts'
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import { createFontUse, type FontUse } from '../subset/fontUse.ts'
import { embedFont } from './embedFont.ts'
import { type FontSlot, type Hooks, internalsOf } from './jsPdfInternals.ts'

const HOSTS = {
  regular: ['helvetica', 'normal'],
  bold: ['helvetica', 'bold'],
  symbols: ['times', 'normal'],
  emoji: ['courier', 'normal'],
} as const satisfies Record<FontKey, readonly [string, string]>

export interface FontSlots {
  /** `name` is what the page content calls the font. */
  readonly use: (key: FontKey) => { readonly name: string; readonly use: FontUse }
}

export function createFontSlots(document: jsPDF, hooks: Hooks, metrics: FontMetrics): FontSlots {
  const internals = internalsOf(document)
  const taken = new Map<FontKey, { readonly name: string; readonly slot: FontSlot; readonly use: FontUse }>()
  hooks.on('putFont', ({ font }) => {
    const entry = [...taken.values()].find(({ slot }) => slot === font)
    if (!entry) return
    font.objectNumber = embedFont(internals, entry.use)
    font.isAlreadyPutted = true
  })
  return {
    use: (key) => {
      const known = taken.get(key)
      if (known) return known
      const [family, style] = HOSTS[key]
      document.setFont(family, style)
      // An empty line marks the slot as used; it also sets a fill colour, which must not leak into our content.
      internals.write('q')
      document.text([''], 0, 0)
      internals.write('Q')
      const slot = internals.getFont()
      const entry = { name: slot.id, slot, use: createFontUse(key, metrics) }
      taken.set(key, entry)
      return entry
    },
  }
}
