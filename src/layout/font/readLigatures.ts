/**
 * Ligatures of the emoji face (families, professions, flags, skin tones): the one layout rule our files keep, see
 * .ci/fonts.mjs. Reads the lookups of the first feature and understands only plain ligature substitution.
 */
export interface Ligature {
  /** Glyphs after the first one. */
  readonly rest: readonly number[]
  readonly glyph: number
}

/** First glyph → its ligatures in order of preference. */
export type Ligatures = ReadonlyMap<number, readonly Ligature[]>

export function readLigatures(gsub: DataView | undefined): Ligatures {
  const ligatures = new Map<number, Ligature[]>()
  if (!gsub) return ligatures
  const features = gsub.getUint16(6)
  const feature = features + gsub.getUint16(features + 6)
  const lookups = gsub.getUint16(8)
  for (let index = 0; index < gsub.getUint16(feature + 2); index += 1) {
    const lookup = lookups + gsub.getUint16(lookups + 2 + 2 * gsub.getUint16(feature + 4 + 2 * index))
    if (gsub.getUint16(lookup) !== 4) continue
    for (let sub = 0; sub < gsub.getUint16(lookup + 4); sub += 1)
      readSubtable(gsub, lookup + gsub.getUint16(lookup + 6 + 2 * sub), ligatures)
  }
  return ligatures
}

function readSubtable(gsub: DataView, subtable: number, into: Map<number, Ligature[]>): void {
  const firsts = readCoverage(gsub, subtable + gsub.getUint16(subtable + 2))
  for (const [index, first] of firsts.entries()) {
    const set = subtable + gsub.getUint16(subtable + 6 + 2 * index)
    const known = into.get(first) ?? []
    for (let entry = 0; entry < gsub.getUint16(set); entry += 1) {
      const at = set + gsub.getUint16(set + 2 + 2 * entry)
      const rest: number[] = []
      for (let part = 0; part < gsub.getUint16(at + 2) - 1; part += 1)
        rest.push(gsub.getUint16(at + 4 + 2 * part))
      known.push({ rest, glyph: gsub.getUint16(at) })
    }
    into.set(first, known)
  }
}

function readCoverage(gsub: DataView, at: number): number[] {
  const glyphs: number[] = []
  const count = gsub.getUint16(at + 2)
  for (let index = 0; index < count; index += 1) {
    if (gsub.getUint16(at) === 1) {
      glyphs.push(gsub.getUint16(at + 4 + 2 * index))
      continue
    }
    const range = at + 4 + 6 * index
    for (let glyph = gsub.getUint16(range); glyph <= gsub.getUint16(range + 2); glyph += 1) glyphs.push(glyph)
  }
  return glyphs
}
