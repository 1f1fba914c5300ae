/**
 * The parts of an archive whose directory is lost, found by the header that stands before each. Only for salvage:
 * nothing says that what is found is all there was.
 */
import type { ZipEntry } from '../zip/zipEntry.ts'

const SIGNATURE = [0x50, 0x4b, 3, 4] as const
const HEADER_BYTES = 30
const LONGEST_NAME = 255

export function scanParts(archive: Uint8Array, atMost: number): ZipEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const found: ZipEntry[] = []
  let at = archive.indexOf(SIGNATURE[0])
  while (at >= 0 && at + HEADER_BYTES <= archive.length && found.length < atMost) {
    const part = SIGNATURE.every((byte, index) => archive[at + index] === byte)
      ? readHeader(archive, view, at)
      : undefined
    if (part !== undefined) found.push(part)
    at = archive.indexOf(SIGNATURE[0], part === undefined ? at + 1 : part.offset + HEADER_BYTES)
  }
  return found
}

function readHeader(archive: Uint8Array, view: DataView, at: number): ZipEntry | undefined {
  const nameLength = view.getUint16(at + 26, true)
  const nameEnd = at + HEADER_BYTES + nameLength
  if (nameLength === 0 || nameLength > LONGEST_NAME || nameEnd > archive.length) return undefined
  return {
    name: new TextDecoder('latin1').decode(archive.subarray(at + HEADER_BYTES, nameEnd)),
    method: view.getUint16(at + 8, true),
    encrypted: (view.getUint16(at + 6, true) & 1) !== 0,
    symlink: false,
    crc: view.getUint32(at + 14, true),
    packedSize: view.getUint32(at + 18, true),
    size: view.getUint32(at + 22, true),
    offset: at,
  }
}
