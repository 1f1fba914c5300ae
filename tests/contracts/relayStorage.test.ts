import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { systemClock } from '../../src/shared/clock.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { createEmbeddedStorage } from '../../sync-server/storage/embedded.ts'
import { createMemoryStorage } from '../../sync-server/storage/memory.ts'
import { createRedisStorage } from '../../sync-server/storage/redis.ts'
import { type RedisServer, startRedis } from '../sync-server/helpers/redisServer.ts'
import { temporaryFolder } from '../sync-server/helpers/startRelay.ts'
import { relayStorageContract } from './relayStorage.ts'

relayStorageContract('memory', () => Promise.resolve({ storage: createMemoryStorage(), reopen: null }))

relayStorageContract('the embedded store', async () => {
  const folder = await temporaryFolder()
  onTestFinished(() => expect(openFilesIn(folder)).toEqual([]))
  const open = () => createEmbeddedStorage({ folder, logger: silentLogger, clock: systemClock })
  return { storage: open(), reopen: open }
})

/** A file that is left open is closed some day, with a warning now and an error in later versions of Node. */
function openFilesIn(folder: string): string[] {
  const descriptors = '/proc/self/fd'
  if (!existsSync(descriptors)) return []
  return readdirSync(descriptors)
    .map((name) => targetOf(join(descriptors, name)))
    .filter((path) => path.startsWith(folder))
}

function targetOf(descriptor: string): string {
  try {
    return readlinkSync(descriptor)
  } catch {
    // Closed meanwhile, such as the one of the listing itself.
    return ''
  }
}

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())

relayStorageContract('Redis', async () => {
  const open = async () => {
    const storage = await createRedisStorage({ url: redis.url, logger: silentLogger })
    onTestFinished(() => storage.close())
    return storage
  }
  return { storage: await open(), reopen: open }
})
