/** The contract without a disk: for tests and demonstrations; what it holds ends with the process. */
import type { RelayDocument } from '../../src/protocol/access.ts'
import type { RoomId } from '../../src/protocol/capability.ts'
import { type Clock, systemClock } from '../../src/shared/clock.ts'
import type { DocumentLog, OpenedDocument, RelayStorage } from './contract.ts'

interface MemoryDocument {
  checkpoint: Uint8Array | null
  summary: Uint8Array | null
  coversSeq: number
  updates: Uint8Array[]
}

export function createMemoryStorage(clock: Clock = systemClock): RelayStorage {
  const rooms = new Map<RoomId, Map<RelayDocument, MemoryDocument>>()
  /** When each was closed; null once it was emptied. */
  const closed = new Map<RoomId, number | null>()
  return {
    roomState: (room) => Promise.resolve(closed.has(room) ? 'closed' : rooms.has(room) ? 'open' : 'absent'),
    rooms: () => Promise.resolve([...rooms.keys()]),
    countRooms: () => Promise.resolve([...rooms.keys()].filter((room) => closed.get(room) !== null).length),
    storedBytes: (room) =>
      Promise.resolve(new Map([...(rooms.get(room) ?? [])].map(([name, held]) => [name, bytesOf(held)]))),
    createRoom: (room) => {
      if (!rooms.has(room)) rooms.set(room, new Map())
      return Promise.resolve()
    },
    holdRoom: (room) => {
      if (closed.has(room)) return Promise.resolve(null)
      const close = () => {
        if (!rooms.has(room)) rooms.set(room, new Map())
        closed.set(room, clock.now())
        return Promise.resolve()
      }
      return Promise.resolve({ close, release: () => Promise.resolve() })
    },
    closedRooms: () => {
      const kept = [...closed].filter((entry): entry is [RoomId, number] => entry[1] !== null)
      return Promise.resolve(new Map(kept))
    },
    emptyRoom: (room) => {
      if (!closed.has(room)) return Promise.reject(new Error('only a closed room can be emptied'))
      rooms.set(room, new Map())
      closed.set(room, null)
      return Promise.resolve()
    },
    watchRooms: () => undefined,
    openDocument: (room, document) => Promise.resolve(open(rooms, room, document)),
    close: () => Promise.resolve(),
  }
}

function open(
  rooms: Map<RoomId, Map<RelayDocument, MemoryDocument>>,
  room: RoomId,
  document: RelayDocument,
): OpenedDocument {
  const documents = rooms.get(room)
  if (documents === undefined) throw new Error('the room must be created before its documents are opened')
  const held = documents.get(document) ?? { checkpoint: null, summary: null, coversSeq: 0, updates: [] }
  documents.set(document, held)
  const { checkpoint, summary } = held
  return { stored: { checkpoint, summary, updates: [...held.updates] }, log: logOf(held) }
}

function bytesOf(held: MemoryDocument): number {
  return held.updates.reduce((sum, update) => sum + update.length, held.checkpoint?.length ?? 0)
}

function logOf(held: MemoryDocument): DocumentLog {
  const lastSeq = () => held.coversSeq + held.updates.length
  return {
    lastSeq,
    logBytes: () => held.updates.reduce((sum, update) => sum + update.length, 0),
    append: (updates) => {
      held.updates.push(...updates)
      return Promise.resolve()
    },
    sync: () => Promise.resolve(),
    checkpoint: (state, coversSeq, summary = null) => {
      if (coversSeq > lastSeq() || coversSeq < held.coversSeq) {
        return Promise.reject(new Error(`a checkpoint cannot cover ${coversSeq} of ${lastSeq()}`))
      }
      held.updates = held.updates.slice(coversSeq - held.coversSeq)
      held.coversSeq = coversSeq
      held.checkpoint = state
      held.summary = summary
      return Promise.resolve()
    },
    claimCheckpoint: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  }
}
