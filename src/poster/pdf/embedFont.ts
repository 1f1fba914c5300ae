/**
 * Writes one used font into the PDF: subset, exact widths, and what each code means. Takes over one of jsPDF's
 * standard-font slots, because its own font path writes whole tables and loses emoji.
 */
import { characterMap } from '../subset/characterMap.ts'
import type { CodeWidth, FontUse } from '../subset/fontUse.ts'
import { subsetGlyphs } from '../subset/subsetGlyphs.ts'
import { toUnicode } from '../subset/toUnicode.ts'
import { binaryString, type JsPdfInternals } from './jsPdfInternals.ts'

const NAMES = {
  regular: 'EtappeSans-Regular',
  bold: 'EtappeSans-Bold',
  symbols: 'EtappeSymbols-Regular',
  emoji: 'EtappeEmoji-Regular',
  added0: 'Added1',
  added1: 'Added2',
  added2: 'Added3',
} as const

/** Returns the object number of the font. */
export function embedFont(internals: JsPdfInternals, use: FontUse, width: CodeWidth): number {
  const glyphs = use.glyphs(width)
  const isNarrow = width === 'narrow'
  const file = subsetGlyphs(use.font, glyphs, isNarrow ? characterMap(glyphs) : undefined)
  const name = `${subsetTag(file)}+${NAMES[use.key]}`
  const fontFile = putStream(internals, binaryString(file), true)
  const unicode = putStream(internals, toUnicode(glyphs, isNarrow ? 2 : 4), false)
  const descriptor = putObject(internals, describe(use, name, fontFile))
  const common = { name, descriptor, unicode }
  return isNarrow ? putNarrow(internals, use, common) : putWide(internals, use, common)
}

interface Common {
  readonly name: string
  readonly descriptor: number
  readonly unicode: number
}

/** One byte a character: what viewers have read since there are any. */
function putNarrow(internals: JsPdfInternals, use: FontUse, { name, descriptor, unicode }: Common): number {
  const advances = new Map(use.glyphs('narrow').map(({ code, advance }) => [code, advance]))
  const codes = [...advances.keys()].filter((code) => code > 0)
  const [first, last] = [Math.min(...codes), Math.max(...codes)]
  const widths = Array.from({ length: last - first + 1 }, (_, index) =>
    perMille((advances.get(first + index) ?? 0) / use.font.unitsPerEm),
  )
  return putObject(
    internals,
    `<</Type/Font/Subtype/TrueType/BaseFont/${name}/FirstChar ${first}/LastChar ${last}/Widths[${widths.join(' ')}]` +
      `/FontDescriptor ${descriptor} 0 R/ToUnicode ${unicode} 0 R>>`,
  )
}

function putWide(internals: JsPdfInternals, use: FontUse, { name, descriptor, unicode }: Common): number {
  const widths = use.glyphs('wide').map(({ advance }) => perMille(advance / use.font.unitsPerEm))
  const descendant = putObject(
    internals,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)` +
      `/Supplement 0>>/FontDescriptor ${descriptor} 0 R/DW 0/W[0[${widths.join(' ')}]]/CIDToGIDMap/Identity>>`,
  )
  return putObject(
    internals,
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]` +
      `/ToUnicode ${unicode} 0 R>>`,
  )
}

function putObject(internals: JsPdfInternals, content: string): number {
  const id = internals.newObject()
  internals.write(content)
  internals.write('endobj')
  return id
}

function putStream(internals: JsPdfInternals, data: string, addLength1: boolean): number {
  const objectId = internals.newObject()
  internals.putStream({ data, addLength1, objectId })
  internals.write('endobj')
  return objectId
}

const perMille = (share: number) => String(Math.round(share * 1e6) / 1e3)

function describe({ font, key }: FontUse, name: string, fontFile: number): string {
  const head = font.tables.get('head')
  if (!head) throw new Error(`font ${key}: the table head is missing`)
  const box = [36, 38, 40, 42].map((at) => Math.round((head.getInt16(at) * 1000) / font.unitsPerEm))
  const SYMBOLIC = 4
  return (
    `<</Type/FontDescriptor/FontName/${name}/Flags ${SYMBOLIC}/FontBBox[${box.join(' ')}]/ItalicAngle 0` +
    `/Ascent ${perMille(font.ascent)}/Descent ${perMille(-font.descent)}/CapHeight ${perMille(font.capHeight)}` +
    `/StemV ${key === 'bold' ? 140 : 80}/FontFile2 ${fontFile} 0 R>>`
  )
}

/** Six letters that differ between different subsets, as the format asks for. */
function subsetTag(file: Uint8Array): string {
  let hash = 0x811c9dc5
  for (const byte of file) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  let tag = ''
  for (let letter = 0; letter < 6; letter += 1) {
    tag += String.fromCharCode(65 + (hash % 26))
    hash = Math.floor(hash / 26)
  }
  return tag
}
