/**
 * What every relay store must do, whatever it is made of. Numbered like a specification: [RS1] and so on. `reopen`
 * simulates a new process on the same data.
 */
import { describe, expect, it } from 'vitest'
import { createModeratorCapability, type RoomId, roomIdOf } from '../../src/protocol/capability.ts'
import type { DocumentLog, RelayStorage } from '../../sync-server/storage/contract.ts'

export interface StorageUnderTest {
  readonly storage: RelayStorage
  /** The same data, opened as by a new process; null when this store ends with its process. */
  readonly reopen: (() => RelayStorage | Promise<RelayStorage>) | null
}

const bytes = (...values: number[]) => Uint8Array.from(values)

async function load(storage: RelayStorage, room: RoomId, document: 'map' | 'stage' = 'map') {
  const { stored, log } = await storage.openDocument(room, document)
  await log.close()
  return {
    checkpoint: stored.checkpoint === null ? null : [...stored.checkpoint],
    updates: stored.updates.map((update) => [...update]),
    lastSeq: log.lastSeq(),
  }
}

export function relayStorageContract(name: string, create: () => Promise<StorageUnderTest>): void {
  async function withRoom(): Promise<StorageUnderTest & { room: RoomId }> {
    const made = await create()
    const room = roomIdOf(createModeratorCapability())
    await made.storage.createRoom(room)
    return { ...made, room }
  }

  async function opened(): Promise<StorageUnderTest & { room: RoomId; log: DocumentLog }> {
    const made = await withRoom()
    const { log } = await made.storage.openDocument(made.room, 'map')
    return { ...made, log }
  }

  describe(`${name} as a relay store`, () => {
    it('[RS1] knows which rooms were created, and creating one again changes nothing', async () => {
      const { storage, reopen, room } = await withRoom()
      const { log } = await storage.openDocument(room, 'map')
      await log.append([bytes(1)])
      await log.close()
      await storage.createRoom(room)
      expect(await storage.roomState(room)).toBe('open')
      expect(await storage.roomState(roomIdOf(createModeratorCapability()))).toBe('absent')
      expect((await load(storage, room)).updates).toEqual([[1]])
      if (reopen !== null) expect(await (await reopen()).roomState(room)).toBe('open')
    })

    it('[RS2] gives back every update in order, also to a later process', async () => {
      const { storage, reopen, room, log } = await opened()
      await log.append([bytes(1), bytes(2, 2)])
      await log.append([bytes(3), bytes()])
      expect(log.lastSeq()).toBe(4)
      await log.sync()
      await log.close()
      const expected = { checkpoint: null, updates: [[1], [2, 2], [3], []], lastSeq: 4 }
      expect(await load(storage, room)).toEqual(expected)
      if (reopen !== null) expect(await load(await reopen(), room)).toEqual(expected)
    })

    it('[RS3] keeps the documents of a room, and rooms, apart', async () => {
      const { storage, room, log } = await opened()
      await log.append([bytes(1)])
      await log.close()
      const other = roomIdOf(createModeratorCapability())
      await storage.createRoom(other)
      expect((await load(storage, room, 'stage')).updates).toEqual([])
      const stored = await storage.storedBytes(room)
      expect([(stored.get('map') ?? 0) > 0, stored.get('stage') ?? 0]).toEqual([true, 0])
      expect((await load(storage, other)).updates).toEqual([])
    })

    it('[RS4] replaces what a checkpoint covers and keeps what came after', async () => {
      const { storage, reopen, room, log } = await opened()
      await log.append([bytes(1), bytes(2), bytes(3)])
      await log.checkpoint(bytes(9, 9), 2)
      await log.append([bytes(4)])
      await log.sync()
      await log.close()
      const expected = { checkpoint: [9, 9], updates: [[3], [4]], lastSeq: 4 }
      expect(await load(storage, room)).toEqual(expected)
      if (reopen !== null) expect(await load(await reopen(), room)).toEqual(expected)
    })

    it('[RS5] has nothing to replay after a checkpoint of everything, and goes on counting', async () => {
      const { storage, room, log } = await opened()
      await log.append([bytes(1), bytes(2)])
      expect(log.logBytes()).toBeGreaterThan(0)
      await log.checkpoint(bytes(9), 2)
      expect(log.logBytes()).toBe(0)
      await log.close()
      const again = await storage.openDocument(room, 'map')
      await again.log.append([bytes(3)])
      expect(again.log.lastSeq()).toBe(3)
      await again.log.checkpoint(bytes(8), 3)
      await again.log.close()
      expect(await load(storage, room)).toEqual({ checkpoint: [8], updates: [], lastSeq: 3 })
    })

    it('[RS10] gives back what was handed in with a checkpoint, and nothing once there is another one', async () => {
      const { storage, room, log } = await opened()
      await log.append([bytes(1), bytes(2), bytes(3)])
      await log.checkpoint(bytes(9, 9), 1, bytes(4, 5))
      await log.close()
      const first = await storage.openDocument(room, 'map')
      expect([...(first.stored.summary ?? [])]).toEqual([4, 5])
      expect(first.stored.updates.map((update) => [...update])).toEqual([[2], [3]])
      await first.log.checkpoint(bytes(8, 8), 2)
      await first.log.close()
      const second = await storage.openDocument(room, 'map')
      expect(second.stored.summary ?? null).toBeNull()
      await second.log.checkpoint(bytes(7), 3, bytes())
      await second.log.close()
      const third = await storage.openDocument(room, 'map')
      await third.log.close()
      expect(third.stored.summary).toEqual(bytes())
    })

    it('[RS6] refuses a checkpoint that claims to cover what was never appended', async () => {
      const { log } = await opened()
      await log.append([bytes(1)])
      await expect(log.checkpoint(bytes(9), 2)).rejects.toThrow('cannot cover')
      await log.close()
    })

    it('[RS7] takes large updates and many of them', async () => {
      const { storage, room, log } = await opened()
      const large = new Uint8Array(3_000_000).map((_, index) => index % 251)
      await log.append([large])
      await log.append(Array.from({ length: 5_000 }, (_, index) => bytes(index % 256)))
      await log.sync()
      await log.close()
      const { stored, log: again } = await storage.openDocument(room, 'map')
      await again.close()
      expect(stored.updates).toHaveLength(5_001)
      expect(Buffer.compare(stored.updates[0] ?? bytes(), large)).toBe(0)
    })

    it('[RS9] counts its rooms, and a room that was closed stays closed with what it holds', async () => {
      const { storage, reopen, room } = await withRoom()
      const before = await storage.countRooms()
      const other = roomIdOf(createModeratorCapability())
      await storage.createRoom(other)
      expect(await storage.countRooms()).toBe(before + 1)
      expect(await storage.rooms()).toEqual(expect.arrayContaining([room, other]))
      const { log } = await storage.openDocument(room, 'map')
      await log.append([bytes(7)])
      await log.close()
      const held = await storage.holdRoom(room)
      await held?.close()
      await held?.release()
      await storage.createRoom(room)
      for (const opened of [storage, ...(reopen === null ? [] : [await reopen()])]) {
        expect(await opened.roomState(room)).toBe('closed')
        expect(await opened.holdRoom(room), 'it could be moved to two rooms').toBeNull()
        expect(await opened.roomState(other)).toBe('open')
        expect((await load(opened, room)).updates).toEqual([[7]])
      }
    })

    it('[RS11] empties a closed room for good and no other; it stays closed and takes no place any more', async () => {
      const { storage, reopen, room, log } = await opened()
      await log.append([bytes(1), bytes(2)])
      await log.checkpoint(bytes(9), 1)
      await log.close()
      const before = await storage.countRooms()
      await expect(storage.emptyRoom(room)).rejects.toThrow('only a closed room')
      await expect(storage.emptyRoom(roomIdOf(createModeratorCapability()))).rejects.toThrow('only a closed')
      expect((await load(storage, room)).updates).toEqual([[2]])
      expect((await storage.closedRooms()).has(room)).toBe(false)
      const from = Date.now()
      const held = await storage.holdRoom(room)
      await held?.close()
      await held?.release()
      // By the clock of the store, which may be another machine's.
      const closedAt = (await storage.closedRooms()).get(room) ?? 0
      expect(Math.abs(closedAt - from)).toBeLessThan(60_000)
      const now = (await storage.now?.()) ?? Date.now()
      expect(Math.abs(now - closedAt)).toBeLessThan(60_000)
      expect(await storage.countRooms()).toBe(before)
      await storage.emptyRoom(room)
      await storage.emptyRoom(room)
      await storage.createRoom(room)
      for (const again of [storage, ...(reopen === null ? [] : [await reopen()])]) {
        expect(await again.roomState(room)).toBe('closed')
        expect(await again.countRooms()).toBe(before - 1)
        expect((await again.closedRooms()).has(room)).toBe(false)
        expect(await again.rooms()).toContain(room)
        expect([...(await again.storedBytes(room)).values()].reduce((sum, size) => sum + size, 0)).toBe(0)
        expect(await load(again, room)).toEqual({ checkpoint: null, updates: [], lastSeq: 0 })
      }
    })

    it('[RS8] does not change what it stored when the caller reuses its buffer', async () => {
      const { storage, reopen, room, log } = await opened()
      const reused = bytes(1, 2, 3)
      await log.append([reused.slice()])
      reused.fill(0)
      await log.close()
      expect((await load((await reopen?.()) ?? storage, room)).updates).toEqual([[1, 2, 3]])
    })
  })
}
