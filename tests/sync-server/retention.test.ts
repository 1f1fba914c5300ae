import { createHash } from 'node:crypto'
import { readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { DAY_MS } from '../../src/shared/clock.ts'
import { blobHeaders, blobPath } from '../../src/protocol/blobs.ts'
import { type Capability, roomIdOf } from '../../src/protocol/capability.ts'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { NEW_PROOF_HEADER, ROOM_CLOSE_PATH, ROOM_ROTATE_PATH } from '../../src/protocol/roomAdmin.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { createBlobFiles } from '../../sync-server/blobs/blobFiles.ts'
import { createRetention } from '../../sync-server/retention.ts'
import type { RelayStorage } from '../../sync-server/storage/contract.ts'
import { createEmbeddedStorage } from '../../sync-server/storage/embedded.ts'
import { newLinks } from './helpers/capabilities.ts'
import { createLogSink, startRelay, type StartedRelay, temporaryFolder } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { waitFor } from './helpers/waitFor.ts'

const PICTURE = Buffer.from('GIF89a a picture')
const HASH = createHash('sha256').update(PICTURE).digest('hex')

async function writeSomething(relay: StartedRelay, moderator: Capability): Promise<void> {
  const anna = connectStock(relay, moderator)
  await anna.synced()
  anna.cards.set('plan', 1)
  const headers = blobHeaders(roomIdOf(moderator), moderator.secret)
  expect((await fetch(relay.origin + blobPath(HASH), { method: 'PUT', headers, body: PICTURE })).ok).toBe(
    true,
  )
}

function post(relay: StartedRelay, path: string, held: Capability, next?: Capability): Promise<Response> {
  const headers = {
    ...blobHeaders(roomIdOf(held), held.secret),
    ...(next === undefined ? {} : { [NEW_PROOF_HEADER]: next.secret }),
  }
  return fetch(relay.origin + path, { method: 'POST', headers })
}

/** What a relay on this folder does so many days later, with 90 days to keep. */
function lookAfter(
  dataDir: string,
  days: number,
  change: (storage: RelayStorage) => RelayStorage = (s) => s,
) {
  const clock = { now: () => Date.now() + days * DAY_MS }
  const sink = createLogSink()
  const storage = change(createEmbeddedStorage({ folder: dataDir, logger: sink.logger, clock }))
  const files = createBlobFiles({ folder: join(dataDir, 'blobs'), uploads: join(dataDir, 'uploads'), clock })
  const retention = createRetention({
    storage,
    removePictures: files.removeRoom,
    keepDays: 90,
    logger: sink.logger,
    longAgo: (ms) => Promise.resolve(clock.now() - ms),
  })
  onTestFinished(retention.stop)
  return { look: retention.run, lines: sink.lines }
}

it('documents and pictures of closed and moved rooms go after the days; their links still say closed, open rooms stay', async () => {
  const relay = await startRelay()
  const [closed, moved, next] = [newLinks(), newLinks(), newLinks()]
  for (const { moderator } of [closed, moved]) await writeSomething(relay, moderator)
  expect((await post(relay, ROOM_CLOSE_PATH, closed.moderator)).status).toBe(200)
  expect((await post(relay, ROOM_ROTATE_PATH, moved.moderator, next.moderator)).status).toBe(200)
  await relay.server.close()
  const gone = [closed, moved].map(({ moderator }) => roomIdOf(moderator))
  const kept = roomIdOf(next.moderator)
  const filesOf = async (part: string, room: string) =>
    (await readdir(join(relay.dataDir, part, room))).length
  const early = lookAfter(relay.dataDir, 89)
  await early.look()
  expect(early.lines).toEqual([])
  for (const room of gone) expect(await filesOf('rooms', room)).toBeGreaterThan(1)
  const later = lookAfter(relay.dataDir, 91)
  await later.look()
  await later.look()
  expect(later.lines).toEqual([
    'info: removed documents and pictures of rooms closed long ago {"rooms":2,"keepDays":90}',
  ])
  for (const room of gone) {
    expect(await readdir(join(relay.dataDir, 'rooms', room))).toEqual(['closed.json'])
    expect(await filesOf('blobs', room)).toBe(0)
  }
  expect(await filesOf('blobs', kept)).toBe(1)
  const again = await startRelay({ dataDir: relay.dataDir, limits: { rooms: 2 } })
  const late = connectStock(again, closed.moderator)
  await waitFor('told', () => late.closes.at(-1) === CLOSE_CODES.roomClosed)
  const ben = connectStock(again, next.writer)
  await ben.synced()
  expect(ben.cards.toJSON()).toEqual({ plan: 1 })
  const more = connectStock(again, newLinks().moderator)
  await more.synced()
})

it('a relay that is killed while it removes a closed room, or cannot, does it the next time', async () => {
  const relay = await startRelay()
  const { moderator } = newLinks()
  const room = roomIdOf(moderator)
  await writeSomething(relay, moderator)
  await post(relay, ROOM_CLOSE_PATH, moderator)
  await relay.server.close()
  const halfway = (storage: RelayStorage): RelayStorage => ({
    ...storage,
    emptyRoom: async () => {
      await rm(join(relay.dataDir, 'rooms', room, 'room.json'))
      throw new Error('input/output error')
    },
  })
  const failing = lookAfter(relay.dataDir, 91, halfway)
  await failing.look()
  expect(failing.lines).toEqual([
    `warn: a closed room could not be emptied ${JSON.stringify({ room: room.slice(0, 8), cause: 'Error: input/output error' })}`,
  ])
  const again = await startRelay({ dataDir: relay.dataDir })
  const late = connectStock(again, moderator)
  await waitFor('told', () => late.closes.at(-1) === CLOSE_CODES.roomClosed)
  await again.server.close()
  const next = lookAfter(relay.dataDir, 91)
  await next.look()
  expect(next.lines).toHaveLength(1)
  expect(await readdir(join(relay.dataDir, 'rooms', room))).toEqual(['closed.json'])
})

it('a room that was closed by mistake is open again with all it held once its mark is deleted', async () => {
  const relay = await startRelay()
  const { moderator } = newLinks()
  await writeSomething(relay, moderator)
  await post(relay, ROOM_CLOSE_PATH, moderator)
  await relay.server.close()
  await rm(join(relay.dataDir, 'rooms', roomIdOf(moderator), 'closed.json'))
  const anna = connectStock(await startRelay({ dataDir: relay.dataDir }), moderator)
  await anna.synced()
  expect(anna.cards.toJSON()).toEqual({ plan: 1 })
})

it('a relay that runs on does it by itself, after the days that were set', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  let now = Date.now()
  const relay = await startRelay({ config: { keepClosedDays: 30 }, clock: { now: () => now } })
  const { moderator } = newLinks()
  await writeSomething(relay, moderator)
  expect((await post(relay, ROOM_CLOSE_PATH, moderator)).status).toBe(200)
  const closedAt = now
  await waitFor(
    'said',
    () => {
      now += 9 * DAY_MS
      vi.advanceTimersByTime(DAY_MS / 4)
      return relay.log.join().includes('{"rooms":1,"keepDays":30}')
    },
    45_000,
  )
  expect(now).toBeGreaterThan(closedAt + 30 * DAY_MS)
  expect(await readdir(join(relay.dataDir, 'rooms', roomIdOf(moderator)))).toEqual(['closed.json'])
})

it('a relay whose clock leaps by years keeps what was closed yesterday, and pictures of open rooms; older ones go', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  let now = Date.now()
  const dataDir = await temporaryFolder()
  await writeFile(join(dataDir, 'seen-time.json'), JSON.stringify({ format: 1, seenAt: now, leaps: [] }))
  const relay = await startRelay({ dataDir, clock: { now: () => now } })
  const [old, closed, open] = [newLinks(), newLinks(), newLinks()]
  for (const { moderator } of [old, closed, open]) await writeSomething(relay, moderator)
  for (const { moderator } of [old, closed])
    expect((await post(relay, ROOM_CLOSE_PATH, moderator)).status).toBe(200)
  const folderOf = (part: string, { moderator }: typeof open) => join(dataDir, part, roomIdOf(moderator))
  const before = now - 70 * DAY_MS
  await writeFile(join(folderOf('rooms', old), 'closed.json'), JSON.stringify({ format: 1, at: before }))
  const oldPicture = join(folderOf('blobs', open), 'a'.repeat(64))
  await writeFile(oldPicture, 'old')
  await utimes(oldPicture, before / 1000, before / 1000)
  now += 4000 * DAY_MS
  vi.advanceTimersByTime(DAY_MS / 4)
  await waitFor('looked', () => relay.log.filter((line) => line.includes('removed ')).length === 2)
  const said = relay.log.filter((line) => line.includes('removed ')).toSorted()
  expect(said[0]).toContain('closed long ago {"rooms":1,"keepDays":90}')
  expect(said[1]).toContain('listed any more {"removed":1}')
  const counts = [folderOf('rooms', old), folderOf('blobs', closed), folderOf('blobs', open)]
  expect(await Promise.all(counts.map(async (path) => (await readdir(path)).length))).toEqual([1, 1, 1])
  expect((await readdir(folderOf('rooms', closed))).length).toBeGreaterThan(1)
})

it('a store with a clock of its own is asked for the time: that of a relay beside it may be wrong by years', async () => {
  const { moderator } = newLinks()
  const emptied: string[] = []
  const closedAt = 1_000 * DAY_MS
  const lookAt = (storeNow: number) => {
    const retention = createRetention({
      storage: {
        now: () => Promise.resolve(storeNow),
        closedRooms: () => Promise.resolve(new Map([[roomIdOf(moderator), closedAt]])),
        emptyRoom: (room) => Promise.resolve(void emptied.push(room)),
      },
      removePictures: () => Promise.resolve(),
      keepDays: 90,
      logger: silentLogger,
      longAgo: () => Promise.resolve(Number.POSITIVE_INFINITY),
    })
    onTestFinished(retention.stop)
    return retention.run()
  }
  await lookAt(closedAt + 89 * DAY_MS)
  expect(emptied).toEqual([])
  await lookAt(closedAt + 90 * DAY_MS)
  expect(emptied).toEqual([roomIdOf(moderator)])
})
