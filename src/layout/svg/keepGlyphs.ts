/**
 * A TrueType font with the outlines of some glyphs only, every glyph under its own number: the tables that lead from
 * characters and sequences to glyphs stay as they are, so that a browser shapes emoji as the layout measured them.
 */
import { requireTable } from '../font/readSfnt.ts'
import type { TrueTypeFont } from '../font/trueTypeFont.ts'

export type FontTables = readonly (readonly [tag: string, bytes: Uint8Array])[]

const KEPT = ['GDEF', 'GSUB', 'OS/2', 'cmap', 'hhea', 'hmtx', 'maxp', 'name'] as const
const ARGS_ARE_WORDS = 0x0001
const HAS_SCALE = 0x0008
const MORE_COMPONENTS = 0x0020
const HAS_XY_SCALE = 0x0040
const HAS_2X2 = 0x0080
const POST_BYTES = 32

export function keepGlyphs(font: TrueTypeFont, wanted: ReadonlySet<number>): FontTables {
  const outlineOf = outlineReader(font)
  const kept = withParts(wanted, outlineOf)
  const outlines = Array.from({ length: font.glyphCount }, (_, glyph) =>
    kept.has(glyph) ? outlineOf(glyph) : new Uint8Array(),
  )
  const loca = new DataView(new ArrayBuffer(4 * (outlines.length + 1)))
  const padded = outlines.map(({ length }) => Math.ceil(length / 4) * 4)
  const glyf = new Uint8Array(padded.reduce((sum, length) => sum + length, 0))
  let offset = 0
  for (const [glyph, outline] of outlines.entries()) {
    loca.setUint32(4 * glyph, offset)
    glyf.set(outline, offset)
    offset += padded[glyph] ?? 0
  }
  loca.setUint32(4 * outlines.length, offset)
  const head = copyOf(requireTable(font.tables, 'head', 'svg'))
  // Offsets of four bytes.
  new DataView(head.buffer).setInt16(50, 1)
  const tables: [string, Uint8Array][] = [
    ['glyf', glyf],
    ['head', head],
    ['loca', new Uint8Array(loca.buffer)],
    ['post', namelessPost(font)],
  ]
  for (const tag of KEPT) {
    const table = font.tables.get(tag)
    if (table !== undefined) tables.push([tag, copyOf(table)])
  }
  return tables.toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function outlineReader(font: TrueTypeFont): (glyph: number) => Uint8Array {
  const loca = requireTable(font.tables, 'loca', 'svg')
  const glyf = requireTable(font.tables, 'glyf', 'svg')
  const isLong = requireTable(font.tables, 'head', 'svg').getInt16(50) === 1
  const offset = (glyph: number) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  return (glyph) =>
    new Uint8Array(glyf.buffer, glyf.byteOffset + offset(glyph), offset(glyph + 1) - offset(glyph))
}

function withParts(wanted: ReadonlySet<number>, outlineOf: (glyph: number) => Uint8Array): Set<number> {
  const kept = new Set(wanted)
  // A set hands out what is added while it is walked.
  for (const glyph of kept) for (const part of partsOf(outlineOf(glyph))) kept.add(part)
  return kept
}

function partsOf(outline: Uint8Array): number[] {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
  if (outline.length < 10 || view.getInt16(0) >= 0) return []
  const parts: number[] = []
  let at = 10
  let flags = MORE_COMPONENTS
  while (flags & MORE_COMPONENTS) {
    flags = view.getUint16(at)
    parts.push(view.getUint16(at + 2))
    at += 4 + (flags & ARGS_ARE_WORDS ? 4 : 2)
    if (flags & HAS_SCALE) at += 2
    else if (flags & HAS_XY_SCALE) at += 4
    else if (flags & HAS_2X2) at += 8
  }
  return parts
}

/** Names of glyphs are of no use to a browser. */
function namelessPost(font: TrueTypeFont): Uint8Array {
  const post = copyOf(requireTable(font.tables, 'post', 'svg')).slice(0, POST_BYTES)
  new DataView(post.buffer).setUint32(0, 0x00030000)
  return post
}

function copyOf(table: DataView): Uint8Array<ArrayBuffer> {
  return new Uint8Array(table.buffer, table.byteOffset, table.byteLength).slice() as Uint8Array<ArrayBuffer>
}
