import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { RoomId } from '../../src/protocol/capability.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { runBackup } from '../../sync-server/backup/runBackup.ts'
import { createRedisStorage } from '../../sync-server/storage/redis.ts'
import { openRedisRestore } from '../../sync-server/storage/redisRestore.ts'
import { backupOfRooms } from './helpers/manyRooms.ts'
import { type RedisServer, startRedis } from './helpers/redisServer.ts'
import { startRelay, temporaryFolder } from './helpers/startRelay.ts'
import { cardsIn } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'

const clock = { now: () => 1_790_000_000_000 }

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())
beforeEach(() => redis.command('FLUSHALL'))

async function restore(folder: string, dataDir: string): Promise<string> {
  const done = await runBackup(['restore', folder], { dataDir, redisUrl: redis.url }, clock)
  return done.ok ? done.value : done.error
}

const keys = async () => String(await redis.command('KEYS', 'etappe:*'))

async function expectAllThere(rooms: readonly RoomId[]): Promise<void> {
  const storage = await createRedisStorage({ url: redis.url, logger: silentLogger })
  onTestFinished(() => storage.close())
  expect((await storage.rooms()).toSorted()).toEqual(rooms.toSorted())
  for (const [index, room] of rooms.entries()) {
    expect(await storage.roomState(room)).toBe(index === 0 ? 'closed' : 'open')
    const { stored, log } = await storage.openDocument(room, 'map')
    await log.close()
    expect(cardsIn([...stored.updates])).toEqual([`card of room ${index}`])
  }
  expect([...(await storage.closedRooms()).keys()]).toEqual(rooms.slice(0, 1))
}

describe('a restore into Redis', () => {
  it('whose last step fails leaves Redis and the folder as they were, and works when it is run again', async () => {
    const { folder, rooms } = await backupOfRooms(3)
    const dataDir = await temporaryFolder()
    await mkdir(join(dataDir, 'blobs'))
    const inTheWay = join(dataDir, `before-restore-${clock.now()}`)
    await writeFile(inTheWay, 'a file where what was there would go')
    const before = await readdir(dataDir)
    expect(await restore(folder, dataDir)).toMatch(
      /restore failed: .*Nothing was changed.*run the same again/,
    )
    expect([await readdir(dataDir), await keys()]).toEqual([before, ''])
    await rm(inTheWay)
    expect(await restore(folder, dataDir)).toContain('Copied 3 rooms')
    await expectAllThere(rooms)
  })

  it('in which Redis dies shows no room, says so at the start of a relay, and is done by running it again', async () => {
    const { folder, rooms } = await backupOfRooms(40)
    const dataDir = await temporaryFolder()
    const first = restore(folder, dataDir)
    await waitFor('it is in the middle', async () => {
      const copied = Number(await redis.command('HLEN', 'etappe:restoring'))
      return copied > 2
    })
    await redis.kill()
    expect(await first).toContain('restore failed')
    await redis.start()
    expect(await redis.command('EXISTS', 'etappe:rooms')).toBe(0)
    const relay = await startRelay({ config: { redisUrl: redis.url } })
    expect(relay.log.join('\n')).toContain('a restore into this Redis is not finished')
    await relay.server.close()
    expect(await restore(folder, dataDir)).toContain('Copied 40 rooms')
    await expectAllThere(rooms)
    expect(await redis.command('KEYS', 'etappe:restoring*')).toEqual([])
  })

  it('that ended without a word before its last step is begun anew, also with another backup', async () => {
    const killed = await openRedisRestore(redis.url, silentLogger)
    const [left] = (await backupOfRooms(1)).rooms
    if (left === undefined) throw new Error('one room')
    await killed.storage.createRoom(left)
    const { log } = await killed.storage.openDocument(left, 'map')
    await log.append([Uint8Array.of(0, 0)])
    await killed.close()
    const { folder, rooms } = await backupOfRooms(2)
    expect(await restore(folder, await temporaryFolder())).toContain('Copied 2 rooms')
    await expectAllThere(rooms)
    expect(await keys()).not.toContain(left)
  })

  it('never mixes with a room that somebody created meanwhile', async () => {
    const [mine, theirs] = (await backupOfRooms(2)).rooms
    if (mine === undefined || theirs === undefined) throw new Error('two rooms')
    const restoring = await openRedisRestore(redis.url, silentLogger)
    onTestFinished(restoring.close)
    const relay = await createRedisStorage({ url: redis.url, logger: silentLogger })
    onTestFinished(() => relay.close())
    for (const room of [mine, theirs]) await restoring.storage.createRoom(room)
    await relay.createRoom(theirs)
    const { log } = await relay.openDocument(theirs, 'map')
    await log.append([Uint8Array.of(0, 0)])
    await log.close()
    await expect(restoring.finish()).rejects.toThrow('stop all relays')
    await restoring.discard()
    expect(await relay.rooms()).toEqual([theirs])
    expect(await redis.command('EXISTS', `etappe:{${theirs}}:map:log`)).toBe(1)
    expect(await keys()).not.toContain(mine)
  })
})

it.each([
  ['while it swapped its parts', ['etappe-unfinished', 'etappe-swapping']],
  ['while it took its marks away', ['etappe-swapping']],
])(
  'a restore into a data folder that was killed %s is finished by running it again, and no relay starts before',
  async (_when, marks) => {
    const { folder, rooms } = await backupOfRooms(2)
    const dataDir = await temporaryFolder()
    expect(await runBackup(['restore', folder], { dataDir }, clock)).toMatchObject({ ok: true })
    const partial = join(dataDir, 'restore.partial')
    const aside = join(dataDir, 'before-restore-1')
    for (const made of [partial, aside]) await mkdir(made)
    for (const mark of marks) await writeFile(join(partial, mark), '')
    await rename(join(dataDir, 'rooms'), join(aside, 'rooms'))
    await expect(startRelay({ dataDir })).rejects.toThrow('Run it again')
    expect(await runBackup(['restore', folder], { dataDir }, clock)).toMatchObject({ ok: true })
    await (await startRelay({ dataDir })).server.close()
    for (const place of [dataDir, aside])
      expect((await readdir(join(place, 'rooms'))).toSorted()).toEqual(rooms.toSorted())
  },
)
