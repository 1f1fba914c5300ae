/**
 * The central directory of a zip: the only place that says which entries are symbolic links and where the data of each
 * starts (a streaming reader that believes local headers sees neither). Pure parsing; nothing is unpacked here.
 */
import type { ZipEntry } from './zipEntry.ts'

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LONGEST_COMMENT = 0xffff
const ZIP64_EXTRA = 1
const IN_ZIP64 = 0xffffffff
const MADE_ON_UNIX = 3
const FILE_TYPE = 0xf000
const SYMLINK = 0xa000

/** True when the bytes begin like a zip: a first entry, or the end of an empty archive. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** Every entry in directory order; undefined when the directory is missing, cut off or inconsistent. */
export function readDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) return undefined
    const next = at + ENTRY_BYTES + variableLength(view, at)
    if (next > end) return undefined
    entries.push(readEntry(bytes, view, at))
    at = next
  }
  return entries
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  return undefined
}

function variableLength(view: DataView, at: number): number {
  return view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true)
  const nameStart = at + ENTRY_BYTES
  const nameEnd = nameStart + view.getUint16(at + 28, true)
  const madeOn = view.getUint8(at + 5)
  const mode = view.getUint16(at + 40, true)
  const extra = { start: nameEnd, end: nameEnd + view.getUint16(at + 30, true) }
  const [size, packedSize, offset] = sizes(view, at, extra)
  return {
    name: readName(bytes.subarray(nameStart, nameEnd)),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    symlink: madeOn === MADE_ON_UNIX && (mode & FILE_TYPE) === SYMLINK,
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    offset,
  }
}

/** Names of tables are ASCII; old tools write others in a code page that nothing declares. */
function readName(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  return text.includes('\uFFFD') ? new TextDecoder('latin1').decode(bytes) : text
}

/** Some writers use the 64-bit fields even for small files; they stand in the extra field, in this order. */
function sizes(view: DataView, at: number, extra: { start: number; end: number }): [number, number, number] {
  const values: [number, number, number] = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]
  if (!values.includes(IN_ZIP64)) return values
  let wide = findExtra(view, extra)
  if (wide === undefined) return values
  for (const index of [0, 1, 2] as const) {
    if (values[index] !== IN_ZIP64 || wide.start + 8 > wide.end) continue
    values[index] = Number(view.getBigUint64(wide.start, true))
    wide = { start: wide.start + 8, end: wide.end }
  }
  return values
}

function findExtra(view: DataView, { start, end }: { start: number; end: number }) {
  for (let at = start; at + 4 <= end; ) {
    const next = at + 4 + view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === ZIP64_EXTRA && next <= end) return { start: at + 4, end: next }
    at = next
  }
  return undefined
}
