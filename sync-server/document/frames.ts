/**
 * Messages as bytes that are ready for a socket: the WebSocket header is put on once and the same buffer is written to
 * every reader. Large messages are cut into fragments, between which pings and closes may pass and progress is seen.
 */
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
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
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE_AWARENESS)
  writeVarUint8Array(encoder, update)
  return frameMessage(toUint8Array(encoder))
}

/** An awareness message about nobody: it only keeps stock clients from giving up after 30 s of silence. */
export const HEARTBEAT_FRAMES = awarenessFrames(Uint8Array.of(0))

function syncFrames(kind: number, payload: Uint8Array): Frames {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE_SYNC)
  writeVarUint(encoder, kind)
  writeVarUint8Array(encoder, payload)
  return frameMessage(toUint8Array(encoder))
}

export function frameMessage(message: Uint8Array): Frames {
  const frames: Buffer[] = []
  let at = 0
  do {
    const part = message.subarray(at, at + FRAGMENT_BYTES)
    const opcode = at === 0 ? BINARY : CONTINUATION
    at += part.length
    frames.push(frameOf(part, opcode, at >= message.length))
  } while (at < message.length)
  return frames
}

function frameOf(part: Uint8Array, opcode: number, isLast: boolean): Buffer {
  const first = (isLast ? FIN : 0) | opcode
  const frame = Buffer.allocUnsafe(headerLength(part.length) + part.length)
  frame[0] = first
  if (part.length < 126) {
    frame[1] = part.length
  } else if (part.length < 0x1_00_00) {
    frame[1] = 126
    frame.writeUInt16BE(part.length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(part.length), 2)
  }
  frame.set(part, frame.length - part.length)
  return frame
}

function headerLength(payloadLength: number): number {
  if (payloadLength < 126) return 2
  return payloadLength < 0x1_00_00 ? 4 : 10
}
