/**
 * A zip of files that are packed already, written one after the other, so that only one of them is in memory at a time:
 * the caller hands each part on (to a `Blob`, which the browser may keep on disk).
 */
import { strToU8 } from 'fflate'
import { crc32 } from '../zip/crc32.ts'

/** What a zip without 64-bit fields can hold, with room for its directory. */
export const MOST_ARCHIVE_BYTES = 0xffffffff - 64 * 1024 * 1024
export const MOST_ARCHIVE_FILES = 2_000

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const END = 0x06054b50
const UTF8_NAMES = 0x0800
/** 1980-01-01, as in workshop files: nobody's time zone. */
const DAY_ONE = 0x21

export class StoredZip {
  #offset = 0
  readonly #directory: Uint8Array<ArrayBuffer>[] = []

  fits(bytes: number): boolean {
    return this.#offset + bytes < MOST_ARCHIVE_BYTES && this.#directory.length < MOST_ARCHIVE_FILES
  }

  /** The parts to write now, in order. */
  add(name: string, bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
    const nameBytes = strToU8(name)
    const facts = (view: DataView, at: number): void => {
      view.setUint16(at, 10, true)
      view.setUint16(at + 2, UTF8_NAMES, true)
      view.setUint16(at + 8, DAY_ONE, true)
      view.setUint32(at + 10, crc32(bytes), true)
      view.setUint32(at + 14, bytes.length, true)
      view.setUint32(at + 18, bytes.length, true)
      view.setUint16(at + 22, nameBytes.length, true)
    }
    const local = record(30, nameBytes, (view) => {
      view.setUint32(0, LOCAL, true)
      facts(view, 4)
    })
    const offset = this.#offset
    this.#directory.push(
      record(46, nameBytes, (view) => {
        view.setUint32(0, ENTRY, true)
        view.setUint16(4, 10, true)
        facts(view, 6)
        view.setUint32(42, offset, true)
      }),
    )
    this.#offset += local.length + bytes.length
    return [local, bytes]
  }

  /** The directory, which ends the zip. */
  finish(): readonly Uint8Array<ArrayBuffer>[] {
    const size = this.#directory.reduce((sum, { length }) => sum + length, 0)
    const end = record(22, new Uint8Array(), (view) => {
      view.setUint32(0, END, true)
      view.setUint16(8, this.#directory.length, true)
      view.setUint16(10, this.#directory.length, true)
      view.setUint32(12, size, true)
      view.setUint32(16, this.#offset, true)
    })
    return [...this.#directory, end]
  }
}

function record(size: number, name: Uint8Array, fill: (view: DataView) => void): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size + name.length)
  fill(new DataView(bytes.buffer))
  bytes.set(name, size)
  return bytes
}
