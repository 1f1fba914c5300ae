/**
 * The wire's message numbers. 0–3 are y-websocket's own; ours is far above so that it never meets a number that stock
 * clients learn later, and it is only sent to clients that offered `etappe.ack`.
 */
import { createDecoder, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'

export const MESSAGE_SYNC = 0
export const MESSAGE_AWARENESS = 1
export const MESSAGE_AUTH = 2
export const MESSAGE_QUERY_AWARENESS = 3
/** Relay to client: a varUint, how many document frames of this connection are durable (see `isDocumentFrame`). */
export const MESSAGE_ACK = 100

export const SYNC_STEP_1 = 0
export const SYNC_STEP_2 = 1
export const SYNC_UPDATE = 2

/**
 * What the acknowledgement counts: step 2 and Update messages, in the order the client sent them on this connection,
 * the first one being number 1. Everything else (step 1, awareness) is not counted.
 */
export function isDocumentFrame(frame: Uint8Array): boolean {
  return frame[0] === MESSAGE_SYNC && (frame[1] === SYNC_STEP_2 || frame[1] === SYNC_UPDATE)
}

export function encodeAck(durableFrames: number): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE_ACK)
  writeVarUint(encoder, durableFrames)
  return toUint8Array(encoder)
}

/** The count in an acknowledgement, or null when `frame` is another message. Throws on a truncated one. */
export function readAck(frame: Uint8Array): number | null {
  if (frame[0] !== MESSAGE_ACK) return null
  const decoder = createDecoder(frame)
  readVarUint(decoder)
  return readVarUint(decoder)
}
