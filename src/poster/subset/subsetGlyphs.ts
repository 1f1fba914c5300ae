/**
 * Cuts a TrueType font down to the glyphs a poster uses. Slots are numbered as the PDF's characters, so that no
 * translation table is needed; parts of composite glyphs follow behind. Only tables that a PDF viewer reads are kept.
 */
import { requireTable } from '../../layout/font/readSfnt.ts'
import type { TrueTypeFont } from '../../layout/font/trueTypeFont.ts'
import { glyphReader } from './glyphReader.ts'
import { missingGlyph } from './missingGlyph.ts'
import { writeSfnt } from './writeSfnt.ts'

/** A glyph of the font, or the box that stands for a character no font has. */
export type GlyphSource = number | 'missing'

export interface GlyphSlot {
  readonly glyph: GlyphSource
  /** Font units. */
  readonly advance: number
}

const WE_HAVE_INSTRUCTIONS = 0x0100
const ARGS_ARE_WORDS = 0x0001
const HAS_SCALE = 0x0008
const MORE_COMPONENTS = 0x0020
const HAS_XY_SCALE = 0x0040
const HAS_2X2 = 0x0080

/** `slots[0]` becomes glyph 0 and so on; callers put .notdef first. `cmap` is a table to put in, if codes need one. */
export function subsetGlyphs(font: TrueTypeFont, slots: readonly GlyphSlot[], cmap?: Uint8Array): Uint8Array {
  const read = glyphReader(font)
  const all: GlyphSlot[] = [...slots]
  const placeOf = new Map<GlyphSource, number>()
  for (const [index, slot] of slots.entries()) if (!placeOf.has(slot.glyph)) placeOf.set(slot.glyph, index)
  const place = (glyph: number): number => {
    const known = placeOf.get(glyph)
    if (known !== undefined) return known
    all.push({ glyph, advance: font.advanceOf(glyph) })
    placeOf.set(glyph, all.length - 1)
    return all.length - 1
  }
  const outlines: Uint8Array[] = []
  for (let index = 0; index < all.length; index += 1) {
    const slot = all[index]
    if (!slot) break
    outlines.push(
      slot.glyph === 'missing'
        ? missingGlyph(font.unitsPerEm)
        : renumberParts(read(slot.glyph), font.glyphCount, place),
    )
  }
  return assemble(font, all, outlines, cmap)
}

/** Composite glyphs name their parts by number: point them at the parts' new places. */
function renumberParts(outline: Uint8Array, count: number, place: (glyph: number) => number): Uint8Array {
  if (outline.length === 0) return outline
  const view = new DataView(outline.buffer)
  if (view.getInt16(0) >= 0) return outline
  let at = 10
  let flags = MORE_COMPONENTS
  while (flags & MORE_COMPONENTS) {
    flags = view.getUint16(at)
    view.setUint16(at, flags & ~WE_HAVE_INSTRUCTIONS)
    const part = view.getUint16(at + 2)
    // A font that somebody added may name parts that it does not have.
    view.setUint16(at + 2, place(part < count ? part : 0))
    at += 4 + (flags & ARGS_ARE_WORDS ? 4 : 2)
    if (flags & HAS_SCALE) at += 2
    else if (flags & HAS_XY_SCALE) at += 4
    else if (flags & HAS_2X2) at += 8
  }
  return outline.subarray(0, at)
}

function assemble(
  font: TrueTypeFont,
  slots: readonly GlyphSlot[],
  outlines: readonly Uint8Array[],
  cmap: Uint8Array | undefined,
): Uint8Array {
  const table = (tag: string) => requireTable(font.tables, tag, 'subset')
  const loca = new DataView(new ArrayBuffer(4 * (slots.length + 1)))
  const hmtx = new DataView(new ArrayBuffer(4 * slots.length))
  const padded = outlines.map((outline) => Math.ceil(outline.length / 4) * 4)
  const glyf = new Uint8Array(padded.reduce((sum, length) => sum + length, 0))
  let offset = 0
  for (const [index, outline] of outlines.entries()) {
    loca.setUint32(4 * index, offset)
    glyf.set(outline, offset)
    hmtx.setUint16(4 * index, slots[index]?.advance ?? 0)
    hmtx.setInt16(4 * index + 2, outline.length === 0 ? 0 : ((outline[2] ?? 0) << 8) | (outline[3] ?? 0))
    offset += padded[index] ?? 0
  }
  loca.setUint32(4 * slots.length, offset)
  return writeSfnt([
    ...(cmap === undefined ? [] : [['cmap', cmap] as const]),
    ['glyf', glyf],
    ['head', patched(table('head'), (head) => (head.setUint32(8, 0), head.setInt16(50, 1)))],
    ['hhea', patched(table('hhea'), (hhea) => hhea.setUint16(34, slots.length))],
    ['hmtx', new Uint8Array(hmtx.buffer)],
    ['loca', new Uint8Array(loca.buffer)],
    ['maxp', patched(table('maxp'), (maxp) => maxp.setUint16(4, slots.length))],
  ])
}

function patched(table: DataView, change: (copy: DataView) => void): Uint8Array {
  const copy = new Uint8Array(table.buffer, table.byteOffset, table.byteLength).slice()
  change(new DataView(copy.buffer))
  return copy
}
