/**
 * How much one client, one room and this process may use. Above a limit a socket is closed with a named code; an update
 * that was allowed is never dropped. Tests set smaller numbers.
 */
import { MAX_BLOB_BYTES } from '../src/protocol/blobs.ts'
import {
  HEARTBEAT_MS,
  MAX_AWARENESS_BYTES,
  MAX_STATE_VECTOR_BYTES,
  MAX_STEP_2_BYTES,
  MAX_UPDATE_BYTES,
  MESSAGE_BURST,
  MESSAGES_PER_SECOND,
} from '../src/protocol/limits.ts'

export interface RelayLimits {
  readonly updateBytes: number
  readonly step2Bytes: number
  readonly stateVectorBytes: number
  readonly awarenessBytes: number
  /**
   * Structs, deleted ranges and clients in one update, which is read in one go. Our clients cut theirs into pieces that
   * cannot hold as many; 5,000 cards in one update, each moved six times, are 77,000.
   */
  readonly updateParts: number
  /**
   * Clients that wrote in one document. Each is named in every state vector, which takes 16 bytes at most; with more of them
   * nobody who has the document could say so any more.
   */
  readonly authors: number
  /** All stored bytes of one document of a room. */
  readonly documentBytes: number
  /** All stored bytes of all documents of a room. */
  readonly roomBytes: number
  readonly connections: number
  readonly connectionsPerRoom: number
  /** A household, or a whole workshop behind one router; see `clientAddress`. */
  readonly connectionsPerAddress: number
  /** Rooms on this relay, closed ones included. */
  readonly rooms: number
  /** Rooms that one address may create in an hour. */
  readonly roomsPerAddress: number
  /** Document frames of one connection: sustained, and at once after a quiet time. */
  readonly editsPerSecond: number
  readonly editBurst: number
  readonly messagesPerSecond: number
  readonly messageBurst: number
  /** What may wait for a reader before the relay stops sending to it. */
  readonly bufferedBytes: number
  /** How long a reader may stay above that without taking anything. */
  readonly stallMs: number
  /** What a connection may have waiting for the disk before the relay stops reading from it. */
  readonly unwrittenBytes: number
  readonly heartbeatMs: number
  /** How often silent sockets are asked whether they live; twice without an answer ends them. */
  readonly pingMs: number
  /** How long a socket whose name somebody else claims may say nothing: a tablet on a weak radio takes seconds. */
  readonly probeMs: number
  /** Edits that arrive within this time after a broadcast travel together in the next one. */
  readonly coalesceMs: number
  /** The shortest time between two syncs of one document to the disk; what is shown does not wait for them. */
  readonly syncMs: number
  /** A log beyond this, and beyond half of its document, is replaced by a checkpoint while people work. */
  readonly checkpointBytes: number
  /** A document that nobody wrote for so long may be made small, if that is worth it. */
  readonly quietMs: number
  /** Runs of edits that may wait for something that never arrived; nothing that would add one is taken beyond. */
  readonly pendingStretches: number
  /** How often one of the writers of a document is asked whether it has something that the relay lacks. */
  readonly healMs: number
  /** One picture or file. */
  readonly blobBytes: number
  /** All pictures and files of a room. */
  readonly roomBlobBytes: number
  /** Uploads at the same time, over all rooms. */
  readonly uploads: number
  /** An upload that sends nothing for so long is over. */
  readonly uploadIdleMs: number
}

export const DEFAULT_LIMITS: RelayLimits = {
  updateBytes: MAX_UPDATE_BYTES,
  step2Bytes: MAX_STEP_2_BYTES,
  stateVectorBytes: MAX_STATE_VECTOR_BYTES,
  awarenessBytes: MAX_AWARENESS_BYTES,
  updateParts: 200_000,
  authors: 8_000,
  documentBytes: 64 * 1024 * 1024,
  roomBytes: 96 * 1024 * 1024,
  connections: 4096,
  connectionsPerRoom: 1024,
  connectionsPerAddress: 1024,
  rooms: 50_000,
  roomsPerAddress: 600,
  editsPerSecond: 200,
  editBurst: MESSAGE_BURST,
  messagesPerSecond: MESSAGES_PER_SECOND,
  messageBurst: MESSAGE_BURST,
  bufferedBytes: 256 * 1024,
  stallMs: 10_000,
  unwrittenBytes: 4 * 1024 * 1024,
  heartbeatMs: HEARTBEAT_MS,
  pingMs: 25_000,
  probeMs: 10_000,
  coalesceMs: 20,
  syncMs: 200,
  checkpointBytes: 1024 * 1024,
  quietMs: 2_000,
  pendingStretches: 2_000,
  healMs: 60_000,
  blobBytes: MAX_BLOB_BYTES,
  roomBlobBytes: 2 * 1024 * 1024 * 1024,
  uploads: 64,
  uploadIdleMs: 30_000,
}

/** A token bucket over a monotonic clock in milliseconds. */
export interface RateLimit {
  /** False when the connection has used up what it may; the caller closes it. */
  readonly take: (cost: number) => boolean
}

export function createRateLimit(perSecond: number, burst: number, now: () => number): RateLimit {
  let tokens = burst
  let last = now()
  return {
    take: (cost) => {
      const time = now()
      tokens = Math.min(burst, tokens + ((time - last) / 1000) * perSecond)
      last = time
      tokens -= cost
      return tokens >= 0
    },
  }
}
