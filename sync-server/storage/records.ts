/**
 * The bytes of the embedded store: records of magic, length, CRC-32, sequence number and payload. A log is many of
 * them, a checkpoint is one, perhaps with its summary behind it. Reading finds the whole records in whatever a power cut or a bad disk left behind.
 */
import { crc32 } from 'node:zlib'

export interface LogRecord {
  readonly seq: number
  readonly payload: Uint8Array
}

const MAGIC = 0x31_55_54_45
const HEADER_BYTES = 20
const CHECKED_FROM = 12
/** No record the relay writes comes near this; a larger length is damage. */
const MAX_PAYLOAD_BYTES = 1024 * 1024 * 1024

export function encodeRecord(record: LogRecord): Buffer {
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + record.payload.length)
  bytes.writeUInt32LE(MAGIC, 0)
  bytes.writeUInt32LE(record.payload.length, 4)
  bytes.writeBigUInt64LE(BigInt(record.seq), CHECKED_FROM)
  bytes.set(record.payload, HEADER_BYTES)
  bytes.writeUInt32LE(crc32(bytes.subarray(CHECKED_FROM)), 8)
  return bytes
}

export const recordBytes = (record: LogRecord): number => HEADER_BYTES + record.payload.length

export interface ScannedRecords {
  readonly records: readonly LogRecord[]
  /** Bytes that belong to no whole record; 0 when the file is sound. */
  readonly damagedBytes: number
  /** Where the last whole record ends: what is behind it is a torn tail. */
  readonly soundEnd: number
}

/** Every whole record, also those behind a damaged stretch. */
export function scanRecords(bytes: Buffer): ScannedRecords {
  const records: LogRecord[] = []
  const magic = Buffer.alloc(4)
  magic.writeUInt32LE(MAGIC)
  let at = 0
  let soundEnd = 0
  let damagedBytes = 0
  while (at < bytes.length) {
    const record = readRecordAt(bytes, at)
    if (record === null) {
      const next = bytes.indexOf(magic, at + 1)
      const resumeAt = next < 0 ? bytes.length : next
      damagedBytes += resumeAt - at
      at = resumeAt
    } else {
      records.push(record)
      at += recordBytes(record)
      soundEnd = at
    }
  }
  return { records, damagedBytes, soundEnd }
}

/** The whole record that begins there, or null. */
export function readRecordAt(bytes: Buffer, at: number): LogRecord | null {
  if (at + HEADER_BYTES > bytes.length || bytes.readUInt32LE(at) !== MAGIC) return null
  const length = bytes.readUInt32LE(at + 4)
  const end = at + HEADER_BYTES + length
  if (length > MAX_PAYLOAD_BYTES || end > bytes.length) return null
  if (crc32(bytes.subarray(at + CHECKED_FROM, end)) !== bytes.readUInt32LE(at + 8)) return null
  const seq = Number(bytes.readBigUInt64LE(at + CHECKED_FROM))
  return { seq, payload: new Uint8Array(bytes.subarray(at + HEADER_BYTES, end)) }
}
