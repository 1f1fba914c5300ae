/**
 * Which rooms are open, and the only place that opens and closes their documents. One mutex per room: a client that joins
 * while the room is being loaded or put away waits, and then finds all of it.
 */
import { mayCreateRoom, type RelayDocument } from '../src/protocol/access.ts'
import type { Role, RoomId } from '../src/protocol/capability.ts'
import type { CloseReason } from '../src/protocol/closeCodes.ts'
import type { Logger } from '../src/shared/logger.ts'
import { err, ok, type Result } from '../src/shared/result.ts'
import type { Compactor } from './compaction/compactor.ts'
import { createLiveDocument, type LiveDocument } from './document/liveDocument.ts'
import type { Peer } from './document/peer.ts'
import type { RelayLimits } from './limits.ts'
import { copyDocuments } from './copyDocuments.ts'
import { createMutex, type Mutex } from './mutex.ts'
import { measureRoom, type RoomBytes } from './roomBytes.ts'
import type { RelayStorage, RoomState } from './storage/contract.ts'
import { RoomTaken } from './storage/roomTaken.ts'

export interface JoinRequest {
  readonly room: RoomId
  readonly document: RelayDocument
  readonly role: Role
  /** False when this relay wants a creation token and none or a wrong one was shown. */
  readonly creationAllowed: boolean
  /** Counts a creation; false when this address has created as many rooms as it may for now. */
  readonly countCreation: () => boolean
}

export interface RoomSeat {
  readonly document: LiveDocument
  readonly leave: (peer: Peer) => Promise<void>
}

/** Where a room moves to; nobody may be in it. */
export interface NewRoom {
  readonly id: RoomId
  /** As in `JoinRequest`. */
  readonly countCreation: () => boolean
  /** While people still work in the old room: it may take a while. */
  readonly copyPictures: () => Promise<void>
}

export type NotClosed = 'busy' | 'relayFull' | 'roomClosed' | 'stopping' | 'tooMany'

export interface Rooms {
  /** Waits until the document is loaded; the reason says why there is no seat. */
  readonly join: (request: JoinRequest) => Promise<Result<RoomSeat, CloseReason>>
  readonly openRooms: () => number
  readonly roomState: (room: RoomId) => Promise<RoomState>
  /** For good; with a new room, everything is put there first. */
  readonly closeRoom: (room: RoomId, into: NewRoom | null) => Promise<Result<void, NotClosed>>
  /** Called about once a second. */
  readonly tick: (now: number) => void
  /** How many stretches of edits wait for something that never arrived, over all open documents. */
  readonly pending: () => number
  /** Resolves when everything received is durable and acknowledged. */
  readonly settled: () => Promise<void>
  /** Puts everything away; nobody may join any more. */
  readonly close: () => Promise<void>
}

export interface RoomsOptions {
  readonly storage: RelayStorage
  readonly limits: RelayLimits
  readonly logger: Logger
  readonly compactor: Compactor
  readonly onStorageFailed: () => void
}

interface Room {
  readonly id: RoomId
  readonly mutex: Mutex
  readonly documents: Map<RelayDocument, LiveDocument>
  /** Seats taken or being waited for. */
  users: number
  /** Measured when the first document is opened. */
  bytes: RoomBytes | null
}

export function createRooms(options: RoomsOptions): Rooms {
  const table = new RoomTable(options)
  return {
    join: (request) => table.join(request),
    openRooms: () => table.rooms.size,
    roomState: (room) => options.storage.roomState(room),
    closeRoom: (room, into) => table.closeRoom(room, into),
    tick: (now) => table.documents().forEach((document) => document.heal(now)),
    pending: () => table.documents().reduce((sum, document) => sum + document.pending(), 0),
    settled: () => table.settled(),
    close: () => table.close(),
  }
}

class RoomTable {
  readonly rooms = new Map<RoomId, Room>()
  private closing = false
  private readonly options: RoomsOptions

  constructor(options: RoomsOptions) {
    this.options = options
    options.storage.watchRooms((room) => void this.yieldRoom(room))
  }

  async join(request: JoinRequest): Promise<Result<RoomSeat, CloseReason>> {
    const room = this.roomFor(request.room)
    if (room.users >= this.options.limits.connectionsPerRoom) return err('tooMany')
    room.users += 1
    // Not one after the other: before the mutex.
    await this.options.storage.reachable?.()
    const document = await room.mutex
      .run(() => this.openDocument(room, request))
      .catch((cause: unknown) => {
        this.options.onStorageFailed()
        this.options.logger.error('a room could not be opened', {
          room: shortId(room.id),
          cause: String(cause),
        })
        return err('storageFailed' as const)
      })
    if (!document.ok) {
      await this.giveUp(room)
      return document
    }
    return ok({
      document: document.value,
      leave: (peer) => {
        document.value.leave(peer)
        return this.giveUp(room)
      },
    })
  }

  documents(): LiveDocument[] {
    return [...this.rooms.values()].flatMap((room) => [...room.documents.values()])
  }

  async settled(): Promise<void> {
    await Promise.all(this.documents().map((document) => document.settled()))
  }

  async close(): Promise<void> {
    this.closing = true
    await Promise.all([...this.rooms.values()].map((room) => room.mutex.run(() => this.putAway(room, true))))
  }

  async closeRoom(id: RoomId, into: NewRoom | null): Promise<Result<void, NotClosed>> {
    const { storage, limits } = this.options
    const count = into === null ? 0 : await storage.countRooms()
    if (this.closing) return err('stopping')
    // From here to where the rooms are taken nothing may come between: two that move into each other would both go on.
    if (into !== null && this.rooms.has(into.id)) return err('busy')
    if (into !== null && count >= limits.rooms) return err('relayFull')
    if (into !== null && !into.countCreation()) return err('tooMany')
    const [room, target] = [this.roomFor(id), into === null ? null : this.roomFor(into.id)]
    for (const held of [room, target]) if (held !== null) held.users += 1
    try {
      await into?.copyPictures()
      const close = () => this.moveAndClose(room, target)
      return await room.mutex.run(() => (target === null ? close() : target.mutex.run(close)))
    } finally {
      await this.giveUp(room)
      if (target !== null) await this.giveUp(target)
    }
  }

  /** Told to come back rather than that it is closed: should the disk fail now, the room is still open. */
  private async moveAndClose(room: Room, target: Room | null): Promise<Result<void, NotClosed>> {
    const { storage, logger } = this.options
    if (this.closing) return err('stopping')
    await this.dismissAll(room)
    const held = await storage.holdRoom(room.id)
    if (held === null) return err((await storage.roomState(room.id)) === 'closed' ? 'roomClosed' : 'busy')
    try {
      if (target !== null) await copyDocuments({ storage, room: room.id }, { storage, room: target.id })
      await held.close()
    } finally {
      await held.release()
    }
    logger.info('closed a room for good', { room: shortId(room.id), moved: target !== null })
    return ok(undefined)
  }

  /** Another node holds the room or has closed it: nothing can be written here, and who comes back hears why. */
  private async yieldRoom(id: RoomId): Promise<void> {
    const room = this.rooms.get(id)
    if (room !== undefined) await room.mutex.run(() => this.dismissAll(room))
  }

  private async dismissAll(room: Room): Promise<void> {
    for (const document of room.documents.values()) document.dismiss('stopping')
    await this.putAway(room, true)
  }

  private roomFor(id: RoomId): Room {
    const room = this.rooms.get(id) ?? {
      id,
      mutex: createMutex(),
      documents: new Map(),
      users: 0,
      bytes: null,
    }
    this.rooms.set(id, room)
    return room
  }

  private async openDocument(room: Room, request: JoinRequest): Promise<Result<LiveDocument, CloseReason>> {
    const { storage, limits, logger } = this.options
    const open = room.documents.get(request.document)
    if (open !== undefined) return ok(open)
    const state = await storage.roomState(room.id)
    if (state === 'closed') return err('roomClosed')
    if (state === 'absent') {
      if (!mayCreateRoom(request.role)) return err('roomNotThereYet')
      if (!request.creationAllowed) return err('creationRefused')
      if ((await storage.countRooms()) >= limits.rooms) return err('relayFull')
      if (!request.countCreation()) return err('tooMany')
      await storage.createRoom(room.id)
      logger.info('created a room', { room: shortId(room.id) })
    }
    room.bytes ??= await measureRoom(storage, room.id)
    const { bytes } = room
    const opened = await storage.openDocument(room.id, request.document, (updates) => {
      bytes.addForeign(request.document, updates)
      room.documents.get(request.document)?.receiveForeign(updates)
    })
    const document: LiveDocument = createLiveDocument({
      opened: bytes.count(request.document, opened),
      limits: withinRoom(limits, () => bytes.besides(request.document)),
      logger,
      collectGarbage: this.options.compactor.compact,
      onFailed: (cause) => void this.discard(room, request.document, document, cause),
    })
    room.documents.set(request.document, document)
    return ok(document)
  }

  /** After an edit was not taken: the next client that joins gets it loaded afresh. */
  private async discard(
    room: Room,
    name: RelayDocument,
    document: LiveDocument,
    cause: unknown,
  ): Promise<void> {
    if (!(cause instanceof RoomTaken)) this.options.onStorageFailed()
    await room.mutex.run(async () => {
      if (room.documents.get(name) !== document) return
      room.documents.delete(name)
      await this.closeDocument(room, document, true)
    })
  }

  private async giveUp(room: Room): Promise<void> {
    room.users -= 1
    if (room.users > 0) return
    await room.mutex.run(async () => {
      if (room.users === 0) await this.putAway(room, this.closing)
      if (room.users === 0 && this.rooms.get(room.id) === room) this.rooms.delete(room.id)
    })
  }

  private async putAway(room: Room, inHurry: boolean): Promise<void> {
    const documents = [...room.documents.values()]
    room.documents.clear()
    await Promise.all(documents.map((document) => this.closeDocument(room, document, inHurry)))
  }

  private async closeDocument(room: Room, document: LiveDocument, inHurry: boolean): Promise<void> {
    try {
      await document.close(inHurry)
    } catch (cause) {
      this.options.onStorageFailed()
      this.options.logger.error('a document could not be closed properly', {
        room: shortId(room.id),
        cause: String(cause),
      })
    }
  }
}

/** A document may take what the others of its room leave over, looked up anew each time. */
function withinRoom(limits: RelayLimits, besides: () => number): RelayLimits {
  return {
    ...limits,
    get documentBytes() {
      return Math.min(limits.documentBytes, limits.roomBytes - besides())
    },
  }
}

/** Enough to find a room in a log, too little to be of use elsewhere. */
function shortId(room: RoomId): string {
  return room.slice(0, 8)
}
