/**
 * Which rooms a data folder holds, by marks: `room.json` in the room's folder when it was created, `closed.json` when it was
 * closed for good, and beside the folder `<room>.emptied` once its documents are gone. A mark of closing is never removed,
 * nor is a folder: a backup that is being made always finds one or the other.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isRoomId, type RoomId } from '../../src/protocol/capability.ts'
import type { Clock } from '../../src/shared/clock.ts'
import type { RoomState } from './contract.ts'
import { makeFolderDurably, namesIn, readFileIfThere, replaceFileDurably, syncFolder } from './durableFile.ts'

export interface EmbeddedRooms {
  readonly folderOf: (room: RoomId) => string
  readonly all: () => Promise<readonly RoomId[]>
  readonly count: () => Promise<number>
  readonly state: (room: RoomId) => Promise<RoomState>
  readonly create: (room: RoomId) => Promise<void>
  readonly close: (room: RoomId) => Promise<void>
  /** Those with their documents, and when they were closed. */
  readonly closed: () => Promise<ReadonlyMap<RoomId, number>>
  readonly empty: (room: RoomId) => Promise<void>
}

const CLOSED = 'closed.json'
const EMPTIED = '.emptied'

export function openEmbeddedRooms(dataDir: string, clock: Clock): EmbeddedRooms {
  const rooms = join(dataDir, 'rooms')
  const folderOf = (room: RoomId) => join(rooms, room)
  const isMarked = async (room: RoomId, name: string) =>
    (await readFileIfThere(join(folderOf(room), name))) !== null
  const state = async (room: RoomId): Promise<RoomState> => {
    if (await isMarked(room, CLOSED)) return 'closed'
    return (await isMarked(room, 'room.json')) ? 'open' : 'absent'
  }
  const mark = async (room: RoomId, name: string): Promise<void> => {
    await makeFolderDurably(folderOf(room))
    const marker = { format: 1, at: clock.now() }
    await replaceFileDurably(join(folderOf(room), name), Buffer.from(`${JSON.stringify(marker)}\n`))
  }
  const listed = async () => {
    const names = await namesIn(rooms)
    const emptied = names
      .filter((name) => name.endsWith(EMPTIED))
      .map((name) => name.slice(0, -EMPTIED.length))
    return { all: names.filter(isRoomId), emptied: new Set(emptied.filter(isRoomId)) }
  }
  let counted: Promise<number> | null = null
  const count = () => (counted ??= listed().then(({ all, emptied }) => all.length - emptied.size))
  return {
    folderOf,
    all: async () => (await listed()).all,
    count,
    state,
    create: async (room) => {
      if ((await state(room)) !== 'absent') return
      await count()
      await mark(room, 'room.json')
      counted = count().then((before) => before + 1)
    },
    close: (room) => mark(room, CLOSED),
    closed: async () => {
      const { all, emptied } = await listed()
      const closed = new Map<RoomId, number>()
      for (const room of all) {
        const at = emptied.has(room) ? null : closedAt(await readFileIfThere(join(folderOf(room), CLOSED)))
        if (at !== null) closed.set(room, at)
      }
      return closed
    },
    empty: async (room) => {
      if (!(await isMarked(room, CLOSED))) throw new Error('only a closed room can be emptied')
      await count()
      for (const name of await namesIn(folderOf(room))) {
        if (name !== CLOSED) await rm(join(folderOf(room), name), { force: true, recursive: true })
      }
      await syncFolder(folderOf(room))
      // Last: without it the room is found again and emptied to the end.
      if ((await listed()).emptied.has(room)) return
      await replaceFileDurably(join(rooms, `${room}${EMPTIED}`), Buffer.alloc(0))
      counted = count().then((before) => before - 1)
    },
  }
}

/** Null for an open room, and for a mark that cannot be read: that room is closed, but nothing of it is removed. */
function closedAt(mark: Buffer | null): number | null {
  if (mark === null) return null
  try {
    const parsed: unknown = JSON.parse(mark.toString())
    const at = typeof parsed === 'object' && parsed !== null && 'at' in parsed ? parsed.at : null
    return typeof at === 'number' ? at : null
  } catch {
    return null
  }
}
