/** What our socket does to frames on their way out: it keeps them below the relay's limits, in the stock protocol. */
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { MAX_UPDATE_BYTES } from '../protocol/limits.ts'
import { isDocumentFrame, MESSAGE_SYNC, SYNC_STEP_2 } from '../protocol/messages.ts'
import { splitUpdate } from './splitUpdate.ts'

/** Small enough that a slow network acknowledges one before the watchdog loses patience. */
const PIECE_BYTES = MAX_UPDATE_BYTES / 4

export function isStep2(frame: Uint8Array): boolean {
  return isDocumentFrame(frame) && frame[1] === SYNC_STEP_2
}

/**
 * One frame, or several for a large one. The pieces go as step 2, which the relay limits by the room's space instead of
 * by message: a single text of more than a megabyte cannot be cut.
 */
export function fitFrame(frame: Uint8Array, pieceBytes = PIECE_BYTES): readonly Uint8Array[] {
  if (!isDocumentFrame(frame) || frame.byteLength <= pieceBytes) return [frame]
  const decoder = createDecoder(frame)
  readVarUint(decoder)
  readVarUint(decoder)
  return splitUpdate(readVarUint8Array(decoder), pieceBytes).map(step2Frame)
}

function step2Frame(update: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE_SYNC)
  writeVarUint(encoder, SYNC_STEP_2)
  writeVarUint8Array(encoder, update)
  return toUint8Array(encoder)
}
