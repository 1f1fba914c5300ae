/**
 * What the relay needs from a store: per document an append log and a checkpoint that "covers seq ≤ n". The relay
 * treats the bytes as opaque, which keeps the way open for encrypted updates and for other stores (Redis).
 * Every implementation passes `tests/contracts/relayStorage`.
 */
import type { RelayDocument } from '../../src/protocol/access.ts'
import type { RoomId } from '../../src/protocol/capability.ts'

/** A document as it was found: apply the checkpoint, then the updates, oldest first. */
export interface StoredDocument {
  readonly checkpoint: Uint8Array | null
  /** What was handed in with this very checkpoint; null or left out when it cannot be told. */
  readonly summary?: Uint8Array | null
  readonly updates: readonly Uint8Array[]
}

export interface DocumentLog {
  /** The number of the last update appended, over the whole life of the document; 0 when there was none. */
  readonly lastSeq: () => number
  /** How many bytes a load would have to replay on top of the checkpoint. */
  readonly logBytes: () => number
  /**
   * Stores `updates` in order, all or none, and resolves when the operating system has them: from then on killing this
   * process cannot lose them. Rejects (disk full, I/O error; `RoomTaken` when another process holds the room or has closed
   * it) without having stored any.
   */
  readonly append: (updates: readonly Uint8Array[]) => Promise<void>
  /** Resolves when everything appended before the call survives a power cut. Rejects when that cannot be said. */
  readonly sync: () => Promise<void>
  /**
   * Replaces everything up to and including `coversSeq` by `state`, durably and atomically: after a crash at any point
   * either the old or the new form is loaded, and updates after `coversSeq` are kept. One at a time; others may be
   * appended and synced meanwhile. `summary` is what the caller wants to know of `state` without reading it.
   */
  readonly checkpoint: (state: Uint8Array, coversSeq: number, summary?: Uint8Array | null) => Promise<void>
  /**
   * Asked before the work for a checkpoint is done; false while another process does it. Whoever was asked first and then
   * took too long is refused by `checkpoint` without harm.
   */
  readonly claimCheckpoint: () => Promise<boolean>
  /** Releases the document; later calls of the others are bugs. Does not imply `sync`. */
  readonly close: () => Promise<void>
}

/** Between the processes that have the same document open: fast, not kept, and lost at times. */
export interface DocumentBus {
  /** To all the others. */
  readonly say: (message: Uint8Array) => void
  /** From now on; `node` tells which process said it. */
  readonly listen: (onMessage: (node: string, message: Uint8Array) => void) => void
}

export interface OpenedDocument {
  readonly stored: StoredDocument
  readonly log: DocumentLog
  /** Left out by stores that only one process uses at a time. */
  readonly bus?: DocumentBus
}

/** Updates that another process appended to the same document; they are stored already. */
export type OnForeign = (updates: readonly Uint8Array[]) => void

/** A room to which nobody appends any more, in no process; it ends by itself when its process dies. */
export interface HeldRoom {
  /** For good, durable when it resolves; rejects when the room is not held any more. What was stored stays stored. */
  readonly close: () => Promise<void>
  /** Nothing was done: the room goes on. Harmless after `close`. */
  readonly release: () => Promise<void>
}

export type RoomState = 'open' | 'absent' | 'closed'

export interface RelayStorage {
  /**
   * Resolves when the store can be asked; waits a while for one that is coming back, and never rejects. Left out by stores
   * that are always there.
   */
  readonly reachable?: () => Promise<void>
  readonly roomState: (room: RoomId) => Promise<RoomState>
  /** All of them, closed ones included. */
  readonly rooms: () => Promise<readonly RoomId[]>
  /** How many rooms take space here: closed ones included, emptied ones not. */
  readonly countRooms: () => Promise<number>
  /** About how many bytes each document takes here; a document that was never written may be left out. */
  readonly storedBytes: (room: RoomId) => Promise<ReadonlyMap<RelayDocument, number>>
  /** Durable when it resolves; creating a room that exists (open or closed) changes nothing. */
  readonly createRoom: (room: RoomId) => Promise<void>
  /** The caller has put the room's documents away; null when another process holds it, or it is closed. May be an absent room. */
  readonly holdRoom: (room: RoomId) => Promise<HeldRoom | null>
  /** By the clock that tells when rooms were closed; left out where that is this machine's. */
  readonly now?: () => Promise<number>
  /** The closed rooms that still have their documents, and when each was closed (milliseconds since 1970). */
  readonly closedRooms: () => Promise<ReadonlyMap<RoomId, number>>
  /**
   * Removes the documents of a closed room for good; it stays closed, and can never be created anew. Rejects for any other
   * room without having touched it. Cut short, it leaves a closed room that `closedRooms` names again; twice does no harm.
   */
  readonly emptyRoom: (room: RoomId) => Promise<void>
  /** Hears of rooms that another process holds or has closed: their documents must be put away. */
  readonly watchRooms: (onTaken: (room: RoomId) => void) => void
  /** Loads a document of an existing room. The caller opens each document at most once at a time. */
  readonly openDocument: (
    room: RoomId,
    document: RelayDocument,
    onForeign?: OnForeign,
  ) => Promise<OpenedDocument>
  readonly close: () => Promise<void>
}
