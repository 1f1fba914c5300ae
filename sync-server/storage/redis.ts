/**
 * Rooms in Redis, for relays on several machines: any of them serves any room. An update is in the document's stream
 * before any node hears of it. Redis must keep an append-only file with `appendfsync always`; that is checked, because an
 * acknowledgement means durable.
 */
import { RELAY_DOCUMENTS, type RelayDocument } from '../../src/protocol/access.ts'
import type { RoomId } from '../../src/protocol/capability.ts'
import { randomId } from '../../src/shared/ids.ts'
import type { Logger } from '../../src/shared/logger.ts'
import type { RelayStorage } from './contract.ts'
import { checkRedis } from './redisChecks.ts'
import { connectRedis, type RedisConnection } from './redisConnection.ts'
import { type OpenRedisDocument, openRedisDocument, redisKeysOf } from './redisDocument.ts'
import { openRedisRooms, type RedisRoomKeys, type RedisRooms } from './redisRooms.ts'

export interface RedisStorageOptions {
  readonly url: string
  readonly logger: Logger
  /** How long edits wait for a Redis that is away, before their writers are sent away. */
  readonly patienceMs?: number
  /** And how long somebody who joins waits for it. */
  readonly joinPatienceMs?: number
  /** Where its rooms are, of a restore that is not finished. */
  readonly keys?: RedisRoomKeys
  /** A replica will do. */
  readonly onlyReads?: boolean
}

/** How often a node looks whether it missed word of something; normally it hears at once. */
const LOOK_MS = 2_000
/** It restarts in a second or two; being sent away and coming back takes a client longer than that. */
const PATIENCE_MS = 5_000
/** Who is there when it is back need not come first; stock clients take a relay for dead that says nothing for 30 s. */
const JOIN_PATIENCE_MS = 10_000

export async function createRedisStorage(options: RedisStorageOptions): Promise<RelayStorage> {
  const { logger, patienceMs = PATIENCE_MS, joinPatienceMs = JOIN_PATIENCE_MS } = options
  const redis = await connectRedis(options.url, logger)
  try {
    await checkRedis(redis, logger, options.onlyReads === true)
  } catch (cause) {
    await redis.close()
    throw cause
  }
  const node = randomId(12)
  const rooms = await openRedisRooms(redis, options.keys)
  const open = new Map<OpenRedisDocument, RoomId>()
  const timer = setInterval(() => {
    // A failure was said by the connection; the next look finds what this one would have.
    look(redis, rooms, open).catch(() => undefined)
  }, LOOK_MS)
  timer.unref()
  return {
    reachable: () => redis.reachable(joinPatienceMs),
    roomState: rooms.state,
    rooms: rooms.all,
    countRooms: rooms.count,
    storedBytes: async (room) =>
      new Map(await Promise.all(RELAY_DOCUMENTS.map((name) => sizeOf(redis, room, name)))),
    createRoom: rooms.create,
    holdRoom: rooms.hold,
    now: rooms.now,
    closedRooms: rooms.closed,
    emptyRoom: rooms.empty,
    watchRooms: rooms.watch,
    openDocument: async (room, document, onForeign = () => undefined) => {
      const opened = await openRedisDocument({
        redis,
        node,
        room,
        document,
        logger,
        onForeign,
        patienceMs,
      })
      open.set(opened, room)
      const close = async (): Promise<void> => {
        open.delete(opened)
        await opened.log.close()
      }
      return { stored: opened.stored, log: { ...opened.log, close }, bus: opened.bus }
    },
    close: async () => {
      clearInterval(timer)
      await rooms.close()
      await redis.close()
    },
  }
}

/** The log as Redis itself estimates it; a host that does not tell is asked for the checkpoint only. */
async function sizeOf(
  redis: RedisConnection,
  room: RoomId,
  document: RelayDocument,
): Promise<[RelayDocument, number]> {
  const { log, checkpoint } = redisKeysOf(room, document)
  const state = Number(await redis.run('HSTRLEN', checkpoint, 'state'))
  const logged = await redis.run('MEMORY', 'USAGE', log).catch(() => 0)
  return [document, state + Number(logged ?? 0)]
}

async function look(
  redis: RedisConnection,
  rooms: RedisRooms,
  open: ReadonlyMap<OpenRedisDocument, RoomId>,
): Promise<void> {
  const documents = [...open.keys()]
  if (documents.length === 0) return
  const before = documents.map(({ log }) => log.lastSeq())
  const answer = await redis.run('MGET', ...documents.map(({ seqKey }) => seqKey))
  if (Array.isArray(answer)) {
    documents.forEach(({ compareWith }, index) => compareWith(Number(answer[index] ?? 0), before[index] ?? 0))
  }
  await rooms.lookAt([...new Set(open.values())])
}
