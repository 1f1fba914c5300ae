/**
 * The bytes of one entry. Output is counted while it streams, in steps that cannot grow large before they are counted,
 * because a declared size may lie; what arrives must match the declared size and checksum in the end.
 */
import { Inflate } from 'fflate'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Limits } from '../limits.ts'
import type { ProblemCode } from '../problem.ts'
import { crc32 } from './crc32.ts'
import { DEFLATED, STORED, type ZipEntry } from './zipEntry.ts'

const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_BYTES = 30
/** Deflate grows at most about 1,030 times: a step of this size yields at most 4 MiB. */
const STEP = 4096

export type UnpackFault = Extract<
  ProblemCode,
  'zipDamaged' | 'zipMethod' | 'zipBomb' | 'fileTooLarge' | 'totalTooLarge'
>

/** How much may still come out: of this entry, and of the whole archive. */
export interface Allowance {
  readonly limits: Limits
  readonly totalLeft: number
}

export function unpackEntry(
  archive: Uint8Array,
  entry: ZipEntry,
  allowance: Allowance,
): Result<Uint8Array, UnpackFault> {
  const packed = packedBytes(archive, entry)
  if (packed === undefined) return err('zipDamaged')
  if (entry.method === STORED)
    return verify(entry, packed, limitFault(packed.length, packed.length, allowance))
  if (entry.method !== DEFLATED) return err('zipMethod')
  const parts: Uint8Array[] = []
  const fault = inflate(packed, parts, allowance)
  return verify(entry, fault === undefined ? concatenate(parts) : new Uint8Array(), fault)
}

function packedBytes(archive: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  if (entry.offset + LOCAL_BYTES > archive.length) return undefined
  if (view.getUint32(entry.offset, true) !== LOCAL_SIGNATURE) return undefined
  const names = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const start = entry.offset + LOCAL_BYTES + names
  const end = start + entry.packedSize
  return end <= archive.length ? archive.subarray(start, end) : undefined
}

function limitFault(
  output: number,
  input: number,
  { limits, totalLeft }: Allowance,
): UnpackFault | undefined {
  if (output > limits.ratioFreeBytes && output > input * limits.ratio) return 'zipBomb'
  if (output > limits.fileBytes) return 'fileTooLarge'
  return output > totalLeft ? 'totalTooLarge' : undefined
}

/** Collects the output in `parts`; stops at the first limit. */
function inflate(packed: Uint8Array, parts: Uint8Array[], allowance: Allowance): UnpackFault | undefined {
  let output = 0
  const stream = new Inflate((part) => {
    output += part.length
    parts.push(part)
  })
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      const end = at + STEP
      stream.push(packed.subarray(at, end), end >= packed.length)
      const fault = limitFault(output, Math.min(end, packed.length), allowance)
      if (fault !== undefined) return fault
    }
  } catch (error) {
    // fflate throws an Error with a numeric code when the data is no deflate stream or ends too early.
    if (error instanceof Error && 'code' in error) return 'zipDamaged'
    throw error
  }
  return undefined
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function verify(entry: ZipEntry, bytes: Uint8Array, fault: UnpackFault | undefined) {
  if (fault !== undefined) return err(fault)
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) return err<UnpackFault>('zipDamaged')
  return ok(bytes)
}
