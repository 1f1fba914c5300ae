/**
 * Rooms on their way from a backup into Redis. Their documents are under their own names at once, but nobody knows of the
 * rooms until all are there: whatever happens before that, Redis is as empty as it was, and the next try begins anew.
 */
import { isRoomId } from '../../src/protocol/capability.ts'
import type { Logger } from '../../src/shared/logger.ts'
import type { RelayStorage } from './contract.ts'
import { createRedisStorage } from './redis.ts'
import { connectRedis, type RedisConnection } from './redisConnection.ts'
import { heldKeyOf, redisKeysOfRoom } from './redisDocument.ts'
import { isAway } from './redisFailure.ts'
import { LIVE_KEYS, RESTORING_KEYS } from './redisRooms.ts'
import { SHOW_RESTORED } from './redisScripts.ts'

export interface RedisRestore {
  /** Where rooms are copied to. */
  readonly storage: RelayStorage
  /** How many rooms everybody sees. */
  readonly countVisible: () => Promise<number>
  /** Shows all of them, or rejects without showing any. False when Redis went away and did not say which. */
  readonly finish: () => Promise<boolean>
  /** Removes what was copied and is not shown, by this restore or by one that was killed. */
  readonly discard: () => Promise<void>
  readonly close: () => Promise<void>
}

/** How long a Redis that goes away at the last step is waited for. */
const PATIENCE_MS = 20_000

export async function openRedisRestore(url: string, logger: Logger): Promise<RedisRestore> {
  const storage = await createRedisStorage({ url, logger, keys: RESTORING_KEYS, patienceMs: 0 })
  const redis = await connectRedis(url, logger)
  return {
    storage,
    countVisible: async () => Number(await redis.run('HLEN', LIVE_KEYS.rooms)),
    finish: () => finish(redis),
    discard: () => discard(redis),
    close: async () => {
      await storage.close()
      await redis.close()
    },
  }
}

async function finish(redis: RedisConnection): Promise<boolean> {
  const keys = [RESTORING_KEYS.rooms, RESTORING_KEYS.closed, LIVE_KEYS.rooms, LIVE_KEYS.closed]
  try {
    if ((await redis.run('EVAL', SHOW_RESTORED, String(keys.length), ...keys)) === 1) return true
  } catch (cause) {
    if (!isAway(cause)) throw cause
    await redis.reachable(PATIENCE_MS)
    const left = await redis.run('EXISTS', RESTORING_KEYS.rooms).catch(() => null)
    if (left === 1) throw cause
    return left === 0
  }
  throw new Error('meanwhile somebody created a room in Redis: stop all relays')
}

/** Never what belongs to a room that everybody sees. */
async function discard(redis: RedisConnection): Promise<void> {
  const names = await redis.run('HKEYS', RESTORING_KEYS.rooms)
  for (const room of (Array.isArray(names) ? names : []).map(String).filter(isRoomId)) {
    if ((await redis.run('HEXISTS', LIVE_KEYS.rooms, room)) === 1) continue
    await redis.run('UNLINK', heldKeyOf(room), ...redisKeysOfRoom(room))
  }
  await redis.run('DEL', RESTORING_KEYS.rooms, RESTORING_KEYS.closed)
}
