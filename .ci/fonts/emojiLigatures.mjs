/**
 * The emoji face keeps one layout rule: sequences (families, professions, flags, skin tones) become one glyph. The other
 * rules of the original only draw placeholders for unknown flags; without them a reader needs to know one lookup type.
 */
import { tablesOf } from './sfnt.mjs'

export function emojiLigatures(font) {
  const gsub = Buffer.from(tablesOf(font).get('GSUB'))
  const features = gsub.readUInt16BE(6)
  if (gsub.readUInt16BE(features) !== 1) throw new Error('expected exactly one feature in the emoji font')
  const ccmp = features + gsub.readUInt16BE(features + 6)
  const firstLookup = gsub.readUInt16BE(ccmp + 4)
  const lookups = gsub.readUInt16BE(8)
  const lookup = lookups + gsub.readUInt16BE(lookups + 2 + 2 * firstLookup)
  if (gsub.readUInt16BE(lookup) !== 4) throw new Error('expected the first lookup to be ligatures')
  gsub.writeUInt16BE(1, ccmp + 2)
  return gsub
}
