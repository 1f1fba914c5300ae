/**
 * A font file that a person adds, checked before anything trusts it: TrueType outlines, alone, in a collection (its
 * first face) or packed as WOFF. What comes out holds only the tables that measuring and printing read, and every
 * place that is read lies within them.
 */
import { unzlibSync } from 'fflate'
import { err, ok, type Result } from '../../shared/result.ts'
import { readCmap } from './readCmap.ts'

export type AddedFontFault =
  /** No font at all, or one that is damaged. */
  | 'noFont'
  /** PostScript outlines (most .otf files): a poster cannot hold a part of them. */
  | 'postScript'
  /** Packed in a way that only browsers unpack. */
  | 'woff2'
  | 'tooLarge'
  /** Its maker does not allow it to be part of a document. */
  | 'notAllowed'

export const LARGEST_FONT_BYTES = 32 * 1024 * 1024
/** Sorted by name, as the format asks for; browsers want `name` and `post` too, for the preview. */
const KEPT = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'] as const
const MOST_TABLES = 200
const RESTRICTED = 0x0002

type Tables = ReadonlyMap<string, Uint8Array>

export function readAddedFont(bytes: Uint8Array): Result<ArrayBuffer, AddedFontFault> {
  if (bytes.length > LARGEST_FONT_BYTES) return err('tooLarge')
  const signature = String.fromCharCode(...bytes.subarray(0, 4))
  if (signature === 'OTTO') return err('postScript')
  if (signature === 'wOF2') return err('woff2')
  try {
    const tables = signature === 'wOFF' ? woffTables(bytes) : sfntTables(bytes)
    if (tables === 'postScript') return err('postScript')
    if (!isSound(tables)) return err('noFont')
    if (viewOf(tables, 'OS/2').getUint16(8) % 16 === RESTRICTED) return err('notAllowed')
    return ok(packed(tables))
  } catch (cause) {
    // Reading beyond the end of a table, or a packed table that is none.
    if (cause instanceof RangeError || isUnpacking(cause) || isUnreadable(cause)) return err('noFont')
    throw cause
  }
}

class Unreadable extends Error {}

const isUnreadable = (cause: unknown) => cause instanceof Unreadable

function isUnpacking(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'number'
}

function sfntTables(bytes: Uint8Array): Tables | 'postScript' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isCollection = view.getUint32(0) === 0x74746366
  const start = isCollection ? view.getUint32(12) : 0
  const version = view.getUint32(start)
  if (version === 0x4f54544f) return 'postScript'
  if (version !== 0x00010000 && version !== 0x74727565) throw new Unreadable('no TrueType file')
  const tables = new Map<string, Uint8Array>()
  for (let index = 0; index < Math.min(view.getUint16(start + 4), MOST_TABLES); index += 1) {
    const at = start + 12 + 16 * index
    tables.set(tagAt(bytes, at), slice(bytes, view.getUint32(at + 8), view.getUint32(at + 12)))
  }
  return tables
}

function woffTables(bytes: Uint8Array): Tables | 'postScript' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(4) === 0x4f54544f) return 'postScript'
  const tables = new Map<string, Uint8Array>()
  let whole = 0
  for (let index = 0; index < Math.min(view.getUint16(12), MOST_TABLES); index += 1) {
    const at = 44 + 20 * index
    const [offset, length, size] = [4, 8, 12].map((step) => view.getUint32(at + step)) as [
      number,
      number,
      number,
    ]
    whole += size
    if (whole > LARGEST_FONT_BYTES) throw new Unreadable('larger than it may be')
    const table = slice(bytes, offset, length)
    // The unpacker stops where the room ends that the file asked for.
    const unpacked = length < size ? unzlibSync(table, { out: new Uint8Array(size) }) : table
    if (unpacked.length < size) throw new Unreadable('a table is too short')
    tables.set(tagAt(bytes, at), unpacked)
  }
  return tables
}

function tagAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

function slice(bytes: Uint8Array, offset: number, length: number): Uint8Array {
  if (offset + length > bytes.length) throw new Unreadable('a table reaches beyond the end')
  return bytes.subarray(offset, offset + length)
}

function viewOf(tables: Tables, tag: string): DataView {
  const table = tables.get(tag)
  if (!table) throw new Unreadable(`the table ${tag} is missing`)
  return new DataView(table.buffer, table.byteOffset, table.byteLength)
}

/** Every glyph that the character map names has an outline and an advance. */
function isSound(tables: Tables): boolean {
  const [head, hhea, maxp, os2] = ['head', 'hhea', 'maxp', 'OS/2'].map((tag) => viewOf(tables, tag)) as [
    DataView,
    DataView,
    DataView,
    DataView,
  ]
  const unitsPerEm = head.getUint16(18)
  const glyphs = maxp.getUint16(4)
  const metrics = hhea.getUint16(34)
  if (unitsPerEm < 16 || unitsPerEm > 16_384 || glyphs === 0 || metrics === 0) return false
  if (hhea.byteLength < 36 || head.byteLength < 54 || os2.byteLength < (os2.getUint16(0) >= 2 ? 90 : 68))
    return false
  if (viewOf(tables, 'hmtx').byteLength < 4 * metrics) return false
  return areOutlinesSound(tables, glyphs) && areCharactersSound(tables, glyphs)
}

function areOutlinesSound(tables: Tables, glyphs: number): boolean {
  const loca = viewOf(tables, 'loca')
  const end = viewOf(tables, 'glyf').byteLength
  const isLong = viewOf(tables, 'head').getInt16(50) === 1
  let before = 0
  for (let glyph = 0; glyph <= glyphs; glyph += 1) {
    const at = isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph)
    if (at < before || at > end || (at > before && at - before < 10)) return false
    before = at
  }
  return true
}

const MOST_CHARACTERS = 200_000

function areCharactersSound(tables: Tables, glyphs: number): boolean {
  const cmap = viewOf(tables, 'cmap')
  // Ranges are claimed, not listed: counted before anything walks through them.
  let isReadable = false
  for (let index = 0; index < Math.min(cmap.getUint16(2), MOST_TABLES); index += 1) {
    const offset = cmap.getUint32(8 + 8 * index)
    const format = cmap.getUint16(offset)
    if (format !== 4 && format !== 12) continue
    isReadable = true
    const claimed = format === 4 ? claimedBySegments(cmap, offset) : claimedByGroups(cmap, offset)
    if (claimed > MOST_CHARACTERS) return false
  }
  if (!isReadable || cmap.getUint16(2) > MOST_TABLES) return false
  const characters = readCmap(cmap, 'added')
  if (characters.size === 0) return false
  for (const glyph of characters.values()) if (glyph >= glyphs) return false
  return true
}

function claimedBySegments(cmap: DataView, offset: number): number {
  const doubled = cmap.getUint16(offset + 6)
  let characters = 0
  for (let at = 0; at < doubled; at += 2) {
    const end = cmap.getUint16(offset + 14 + at)
    characters += Math.max(0, end - cmap.getUint16(offset + 16 + doubled + at) + 1)
  }
  return characters
}

function claimedByGroups(cmap: DataView, offset: number): number {
  let characters = 0
  const groups = cmap.getUint32(offset + 12)
  for (let group = 0; group < groups && characters <= MOST_CHARACTERS; group += 1) {
    const at = offset + 16 + 12 * group
    const [first, last] = [cmap.getUint32(at), cmap.getUint32(at + 4)]
    if (last > 0x10ffff) return Number.POSITIVE_INFINITY
    characters += Math.max(0, last - first + 1)
  }
  return characters
}

/** A file of its own again, with the needed tables only. */
function packed(tables: Tables): ArrayBuffer {
  const kept = KEPT.flatMap((tag) => {
    const table = tables.get(tag)
    return table === undefined ? [] : [[tag, table] as const]
  })
  const sizes = kept.map(([, { length }]) => Math.ceil(length / 4) * 4)
  const file = new Uint8Array(12 + 16 * kept.length + sizes.reduce((sum, size) => sum + size, 0))
  const view = new DataView(file.buffer)
  view.setUint32(0, 0x00010000)
  view.setUint16(4, kept.length)
  const power = 2 ** Math.floor(Math.log2(kept.length))
  view.setUint16(6, power * 16)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, (kept.length - power) * 16)
  let offset = 12 + 16 * kept.length
  for (const [index, [tag, bytes]] of kept.entries()) {
    const at = 12 + 16 * index
    for (let letter = 0; letter < 4; letter += 1) view.setUint8(at + letter, tag.charCodeAt(letter))
    view.setUint32(at + 8, offset)
    view.setUint32(at + 12, bytes.length)
    file.set(bytes, offset)
    offset += sizes[index] ?? 0
  }
  return file.buffer
}
