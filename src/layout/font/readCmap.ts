/**
 * Code point → glyph, from cmap subtables of format 12 or 4. Read eagerly into one map: our faces hold fewer than 2000
 * characters, and a lookup happens for every character of every card.
 */
export function readCmap(cmap: DataView, name: string): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>()
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const offset = cmap.getUint32(8 + 8 * index)
    offsets.set(cmap.getUint16(offset), offset)
  }
  const format12 = offsets.get(12)
  if (format12 !== undefined) return readFormat12(cmap, format12)
  const format4 = offsets.get(4)
  if (format4 !== undefined) return readFormat4(cmap, format4)
  throw new Error(`font ${name}: no character map of format 4 or 12`)
}

function readFormat12(cmap: DataView, offset: number): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let group = 0; group < cmap.getUint32(offset + 12); group += 1) {
    const at = offset + 16 + 12 * group
    const first = cmap.getUint32(at)
    const glyph = cmap.getUint32(at + 8)
    for (let code = first; code <= cmap.getUint32(at + 4); code += 1) glyphs.set(code, glyph + code - first)
  }
  return glyphs
}

function readFormat4(cmap: DataView, offset: number): Map<number, number> {
  const glyphs = new Map<number, number>()
  const doubled = cmap.getUint16(offset + 6)
  const ends = offset + 14
  const starts = ends + doubled + 2
  for (let at = 0; at < doubled; at += 2) {
    const start = cmap.getUint16(starts + at)
    const end = Math.min(cmap.getUint16(ends + at), 0xfffe)
    const delta = cmap.getUint16(starts + doubled + at)
    const rangeAt = starts + 2 * doubled + at
    const range = cmap.getUint16(rangeAt)
    for (let code = start; code <= end; code += 1) {
      const raw = range === 0 ? code : cmap.getUint16(rangeAt + range + 2 * (code - start))
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
  return glyphs
}
