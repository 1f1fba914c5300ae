/** The outlines of a TrueType face as they lie in the file, and the box that each of them says it fills. */
import { requireTable } from '../../layout/font/readSfnt.ts'
import type { TrueTypeFont } from '../../layout/font/trueTypeFont.ts'

/** Font units, y up. */
export interface GlyphBox {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

export function glyphReader(font: TrueTypeFont): (glyph: number) => Uint8Array {
  const head = requireTable(font.tables, 'head', 'subset')
  const loca = requireTable(font.tables, 'loca', 'subset')
  const glyf = requireTable(font.tables, 'glyf', 'subset')
  const long = head.getInt16(50) === 1
  const offset = (glyph: number) => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  return (glyph) =>
    new Uint8Array(glyf.buffer, glyf.byteOffset + offset(glyph), offset(glyph + 1) - offset(glyph)).slice()
}

/** Null for a glyph without an outline, such as a space. */
export function boxOfOutline(outline: Uint8Array): GlyphBox | null {
  if (outline.length === 0) return null
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
  const [left, bottom, right, top] = [2, 4, 6, 8].map((at) => view.getInt16(at)) as [
    number,
    number,
    number,
    number,
  ]
  return { left, bottom, right, top }
}
