/**
 * Rooms in Redis, for relays on several machines: any of them serves any room. An update is in the document's stream
 * before any node hears of it. Redis must keep an append-only file with `appendfsync always`; that is checked, because an
 * acknowledgement means durable.
 */
import type { RelayDocument } from '../../src/protocol/access.ts'
import type { RoomId } from '../../src/protocol/capability.ts'
import { randomId } from '../../src/shared/ids.ts'
import type { Logger } from '../../src/shared/logger.ts'
import type { RelayStorage, RoomState } from './contract.ts'
import { connectRedis, type RedisConnection } from './redisConnection.ts'
import { openRedisDocument } from './redisDocument.ts'

export interface RedisStorageOptions {
  readonly url: string
  readonly logger: Logger
}

const ROOMS = 'etappe:rooms'

export async function createRedisStorage(options: RedisStorageOptions): Promise<RelayStorage> {
  const { logger } = options
  const redis = await connectRedis(options.url, logger)
  await checkDurability(redis, logger)
  const node = randomId(12)
  const roomState = async (room: RoomId): Promise<RoomState> => {
    const state = await redis.run('HGET', ROOMS, room)
    if (!Buffer.isBuffer(state)) return 'absent'
    return state.toString() === 'closed' ? 'closed' : 'open'
  }
  return {
    roomState,
    countRooms: async () => Number(await redis.run('HLEN', ROOMS)),
    createRoom: async (room) => {
      await redis.run('HSETNX', ROOMS, room, 'open')
    },
    closeRoom: async (room) => {
      await redis.run('HSET', ROOMS, room, 'closed')
    },
    openDocument: (room: RoomId, document: RelayDocument, onForeign) =>
      openRedisDocument({ redis, node, room, document, logger, onForeign: onForeign ?? (() => undefined) }),
    close: () => redis.close(),
  }
}

/** Some hosts do not let themselves be asked; then the README's word must do. */
async function checkDurability(redis: RedisConnection, logger: Logger): Promise<void> {
  const setting = async (name: string): Promise<string> => {
    const answer = await redis.run('CONFIG', 'GET', name)
    return Array.isArray(answer) ? String(answer[1]) : ''
  }
  try {
    const [file, sync] = [await setting('appendonly'), await setting('appendfsync')]
    if (file === 'yes' && sync === 'always') return
    logger.warn('Redis does not write every edit to its disk: acknowledged edits can be lost when it dies', {
      appendonly: file,
      appendfsync: sync,
      needed: 'appendonly yes, appendfsync always',
    })
  } catch (cause) {
    logger.warn('Redis does not tell how it writes its disk; it needs appendonly yes, appendfsync always', {
      cause: String(cause),
    })
  }
}
