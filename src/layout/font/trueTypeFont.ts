/**
 * One TrueType face as numbers: which glyph a character has, how far it advances, how tall the face is. Works on bytes
 * alone, so that browser, worker and command line measure alike.
 */
import { readCmap } from './readCmap.ts'
import { type Ligatures, readLigatures } from './readLigatures.ts'
import { readSfnt, requireTable, type SfntTables } from './readSfnt.ts'

export interface TrueTypeFont {
  readonly tables: SfntTables
  readonly unitsPerEm: number
  readonly glyphCount: number
  readonly characters: ReadonlyMap<number, number>
  readonly ligatures: Ligatures
  /** Font units. */
  readonly advanceOf: (glyph: number) => number
  /** Heights above (or, for the descent, below) the baseline as positive fractions of the em. */
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
}

export function trueTypeFont(bytes: ArrayBuffer, name: string): TrueTypeFont {
  const tables = readSfnt(bytes, name)
  const table = (tag: string) => requireTable(tables, tag, name)
  const unitsPerEm = table('head').getUint16(18)
  const hhea = table('hhea')
  const hmtx = table('hmtx')
  const longMetrics = hhea.getUint16(34)
  const ascent = hhea.getInt16(4) / unitsPerEm
  const os2 = table('OS/2')
  const hasHeights = os2.getUint16(0) >= 2
  return {
    tables,
    unitsPerEm,
    glyphCount: table('maxp').getUint16(4),
    characters: readCmap(table('cmap'), name),
    ligatures: readLigatures(tables.get('GSUB')),
    advanceOf: (glyph) => hmtx.getUint16(4 * Math.min(glyph, longMetrics - 1)),
    ascent,
    descent: -hhea.getInt16(6) / unitsPerEm,
    capHeight: hasHeights ? os2.getInt16(88) / unitsPerEm : ascent * 0.7,
    xHeight: hasHeights ? os2.getInt16(86) / unitsPerEm : ascent * 0.5,
  }
}
