/** Font tables in a WOFF container: what browsers take, each table deflated, so that empty outlines weigh nothing. */
import { zlibSync } from 'fflate'
import type { FontTables } from './keepGlyphs.ts'

const HEADER = 44
const ENTRY = 20

export function writeWoff(tables: FontTables): Uint8Array {
  const parts = tables.map(([tag, bytes]) => {
    const packed = zlibSync(bytes, { level: 9 })
    return { tag, bytes, stored: packed.length < bytes.length ? packed : bytes }
  })
  const align = (length: number) => Math.ceil(length / 4) * 4
  const start = HEADER + ENTRY * parts.length
  const out = new Uint8Array(parts.reduce((sum, { stored }) => sum + align(stored.length), start))
  const view = new DataView(out.buffer)
  const sfntBytes = parts.reduce((sum, { bytes }) => sum + align(bytes.length), 12 + 16 * parts.length)
  view.setUint32(0, 0x774f4646)
  view.setUint32(4, 0x00010000)
  view.setUint32(8, out.length)
  view.setUint16(12, parts.length)
  view.setUint32(16, sfntBytes)
  view.setUint16(20, 1)
  let offset = start
  for (const [index, { tag, bytes, stored }] of parts.entries()) {
    const at = HEADER + ENTRY * index
    for (let character = 0; character < 4; character += 1)
      view.setUint8(at + character, tag.charCodeAt(character))
    view.setUint32(at + 4, offset)
    view.setUint32(at + 8, stored.length)
    view.setUint32(at + 12, bytes.length)
    view.setUint32(at + 16, checksum(bytes))
    out.set(stored, offset)
    offset += align(stored.length)
  }
  return out
}

function checksum(bytes: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) {
    const word =
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0)
    sum = (sum + (word >>> 0)) >>> 0
  }
  return sum
}
