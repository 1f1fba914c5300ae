/**
 * Messages as bytes that are ready for a socket: the WebSocket header is put on once and the same buffer is written to
 * every reader. Large messages are cut into fragments, between which pings and closes may pass and progress is seen.
 */
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import {
  encodeAck,
  MESSAGE_AWARENESS,
  MESSAGE_SYNC,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from '../../src/protocol/messages.ts'

/** One or more whole WebSocket frames of one message, to be written in this order with no other message between. */
export type Frames = readonly Buffer[]

const FRAGMENT_BYTES = 64 * 1024
const FIN = 0x80
const BINARY = 0x02
const CONTINUATION = 0x00

export const step1Frames = (stateVector: Uint8Array): Frames => syncFrames(SYNC_STEP_1, stateVector)
export const step2Frames = (update: Uint8Array): Frames => syncFrames(SYNC_STEP_2, update)
export const updateFrames = (update: Uint8Array): Frames => syncFrames(SYNC_UPDATE, update)
export const ackFrames = (durableFrames: number): Frames => frameMessage(encodeAck(durableFrames))

export function awarenessFrames(update: Uint8Array): Frames {
  return frameMessage(headOf([MESSAGE_AWARENESS, update.length]), update)
}

/** An awareness message about nobody: it only keeps stock clients from giving up after 30 s of silence. */
export const HEARTBEAT_FRAMES = awarenessFrames(Uint8Array.of(0))

function syncFrames(kind: number, payload: Uint8Array): Frames {
  return frameMessage(headOf([MESSAGE_SYNC, kind, payload.length]), payload)
}

function headOf(numbers: readonly number[]): Uint8Array {
  const encoder = createEncoder()
  for (const number of numbers) writeVarUint(encoder, number)
  return toUint8Array(encoder)
}

const NO_HEAD = new Uint8Array()

/** The message `head` followed by `body`: a large body is copied once, into its frames. */
export function frameMessage(head: Uint8Array, body: Uint8Array = NO_HEAD): Frames {
  const frames: Buffer[] = []
  const length = head.length + body.length
  let at = 0
  do {
    const end = Math.min(length, at + FRAGMENT_BYTES)
    const frame = emptyFrame(end - at, at === 0 ? BINARY : CONTINUATION, end === length)
    if (at < head.length) frame.set(head.subarray(at, end), frame.length - (end - at))
    const from = Math.max(0, at - head.length)
    if (end > head.length) {
      const part = body.subarray(from, end - head.length)
      frame.set(part, frame.length - part.length)
    }
    frames.push(frame)
    at = end
  } while (at < length)
  return frames
}

function emptyFrame(length: number, opcode: number, isLast: boolean): Buffer {
  const frame = Buffer.allocUnsafe(headerLength(length) + length)
  frame[0] = (isLast ? FIN : 0) | opcode
  if (length < 126) {
    frame[1] = length
  } else if (length < 0x1_00_00) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  return frame
}

function headerLength(payloadLength: number): number {
  if (payloadLength < 126) return 2
  return payloadLength < 0x1_00_00 ? 4 : 10
}
