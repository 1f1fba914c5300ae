/**
 * What was kept beside a checkpoint, tied to that checkpoint's very bytes: an older relay that writes a new state without
 * it, or a copy that mixes two, must not make this one believe what is not so.
 */
import { crc32 } from 'node:zlib'

const CHECK_BYTES = 8

export function bindSummary(state: Uint8Array, summary: Uint8Array): Buffer {
  const bound = Buffer.allocUnsafe(CHECK_BYTES + summary.length)
  bound.writeUInt32LE(state.length, 0)
  bound.writeUInt32LE(crc32(state), 4)
  bound.set(summary, CHECK_BYTES)
  return bound
}

/** The summary, or null when it belongs to other bytes. */
export function readSummary(state: Uint8Array, bound: Uint8Array | null): Uint8Array | null {
  if (bound === null || bound.length < CHECK_BYTES) return null
  const check = Buffer.from(bound.buffer, bound.byteOffset, CHECK_BYTES)
  if (check.readUInt32LE(0) !== state.length || check.readUInt32LE(4) !== crc32(state)) return null
  return new Uint8Array(bound.subarray(CHECK_BYTES))
}
