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
import { keptBuffer } from './keptBytes.ts'

/** One or more whole WebSocket frames of one message, to be written in this order with no other message between. */
export type Frames = readonly Buffer[]

const FRAGMENT_BYTES = 64 * 1024
const FIN = 0x80
const BINARY = 0x02
const CONTINUATION = 0x00

export const step1Frames = (stateVector: Uint8Array): Frames => syncFrames(SYNC_STEP_1, stateVector)
export const step2Frames = (update: Uint8Array): Frames => syncFrames(SYNC_STEP_2, update)
/** For many readers, as long as nobody writes. */
export const keptStep2Frames = (update: Uint8Array): Frames => syncFrames(SYNC_STEP_2, update, keptBuffer)
export const updateFrames = (update: Uint8Array): Frames => syncFrames(SYNC_UPDATE, update)
export const ackFrames = (durableFrames: number): Frames => frameMessage(encodeAck(durableFrames))

export function awarenessFrames(update: Uint8Array): Frames {
  return frameMessage(headOf([MESSAGE_AWARENESS, update.length]), update)
}

/** An awareness message about nobody: it only keeps stock clients from giving up after 30 s of silence. */
export const HEARTBEAT_FRAMES = awarenessFrames(Uint8Array.of(0))

function syncFrames(kind: number, payload: Uint8Array, memory?: Memory): Frames {
  return frameMessage(headOf([MESSAGE_SYNC, kind, payload.length]), payload, memory)
}

function headOf(numbers: readonly number[]): Uint8Array {
  const encoder = createEncoder()
  for (const number of numbers) writeVarUint(encoder, number)
  return toUint8Array(encoder)
}

type Memory = (length: number) => Buffer

/** The message `head` followed by `body`: a large body is copied once, into its frames. */
export function frameMessage(
  head: Uint8Array,
  body: Uint8Array = new Uint8Array(),
  memory: Memory = (length) => Buffer.allocUnsafe(length),
): Frames {
  const frames: Buffer[] = []
  const length = head.length + body.length
  let at = 0
  do {
    const end = Math.min(length, at + FRAGMENT_BYTES)
    const header = headerOf(end - at, at === 0 ? BINARY : CONTINUATION, end === length)
    const frame = memory(header.length + end - at)
    frame.set(header)
    if (at < head.length) frame.set(head.subarray(at, end), header.length)
    if (end > head.length) {
      const part = body.subarray(Math.max(0, at - head.length), end - head.length)
      frame.set(part, frame.length - part.length)
    }
    frames.push(frame)
    at = end
  } while (at < length)
  return frames
}

function headerOf(length: number, opcode: number, isLast: boolean): Uint8Array {
  const first = (isLast ? FIN : 0) | opcode
  if (length < 126) return Uint8Array.of(first, length)
  if (length < 0x1_00_00) return Uint8Array.of(first, 126, length >> 8, length)
  const header = Buffer.alloc(10)
  header.set([first, 127])
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
