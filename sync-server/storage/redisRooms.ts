/**
 * Rooms in Redis as a whole: which there are, who holds one to close it, and word of that to the other nodes. What a node
 * missed while it was cut off it finds by looking.
 */
import { isRoomId, type RoomId } from '../../src/protocol/capability.ts'
import { randomId } from '../../src/shared/ids.ts'
import type { HeldRoom, RoomState } from './contract.ts'
import { CLOSED_KEY, openRedisClosedRooms, type RedisClosedRooms, ROOMS_KEY } from './redisClosedRooms.ts'
import type { RedisConnection } from './redisConnection.ts'
import { heldKeyOf } from './redisDocument.ts'
import { CLOSE, HOLD, RELEASE } from './redisScripts.ts'

const TAKEN_CHANNEL = 'etappe:taken'
/** Copying a large room into a new one takes seconds; a node that dies meanwhile leaves the room usable after this. */
const HOLD_MS = 60_000

export interface RedisRooms extends RedisClosedRooms {
  readonly all: () => Promise<readonly RoomId[]>
  readonly create: (room: RoomId) => Promise<void>
  readonly state: (room: RoomId) => Promise<RoomState>
  readonly hold: (room: RoomId) => Promise<HeldRoom | null>
  readonly watch: (onTaken: (room: RoomId) => void) => void
  /** Says again which of these are closed: word of it may have been lost. */
  readonly lookAt: (open: readonly RoomId[]) => Promise<void>
  readonly close: () => Promise<void>
}

/** Under which names rooms are kept: those of a restore are elsewhere until all of them are there. */
export interface RedisRoomKeys {
  readonly rooms: string
  readonly closed: string
}

export const LIVE_KEYS: RedisRoomKeys = { rooms: ROOMS_KEY, closed: CLOSED_KEY }
export const RESTORING_KEYS: RedisRoomKeys = { rooms: 'etappe:restoring', closed: 'etappe:restoring:closed' }

export async function openRedisRooms(redis: RedisConnection, keys = LIVE_KEYS): Promise<RedisRooms> {
  const watchers = new Set<(room: RoomId) => void>()
  const own = new Set<string>()
  const say = (room: string): void => {
    if (isRoomId(room) && !own.has(room)) for (const onTaken of watchers) onTaken(room)
  }
  const stop = await redis.listen(
    TAKEN_CHANNEL,
    (message) => say(message.toString()),
    () => undefined,
  )
  const eval1 = (script: string, keys: readonly string[], ...args: string[]) =>
    redis.run('EVAL', script, String(keys.length), ...keys, ...args)
  return {
    ...openRedisClosedRooms(redis),
    all: async () => {
      const names = await redis.run('HKEYS', keys.rooms)
      return Array.isArray(names) ? names.map(String).filter(isRoomId) : []
    },
    create: async (room) => {
      await redis.run('HSETNX', keys.rooms, room, 'open')
    },
    state: async (room) => stateOf(await redis.run('HGET', ROOMS_KEY, room)),
    hold: async (room) => {
      const token = randomId(16)
      const key = heldKeyOf(room)
      own.add(room)
      if ((await eval1(HOLD, [key], token, String(HOLD_MS), TAKEN_CHANNEL, room)) !== 1) {
        own.delete(room)
        return null
      }
      return {
        close: async () => {
          const closed = await eval1(CLOSE, [key, keys.rooms, keys.closed], token, room, TAKEN_CHANNEL)
          if (closed !== 1) throw new Error('closing took too long: the room is open again')
        },
        release: async () => {
          own.delete(room)
          await eval1(RELEASE, [key], token)
        },
      }
    },
    watch: (onTaken) => watchers.add(onTaken),
    lookAt: async (open) => {
      if (open.length === 0) return
      const states = await redis.run('HMGET', ROOMS_KEY, ...open)
      if (!Array.isArray(states)) return
      open.forEach((room, index) => {
        if (stateOf(states[index]) === 'closed') say(room)
      })
    },
    close: stop,
  }
}

function stateOf(value: unknown): RoomState {
  if (!Buffer.isBuffer(value)) return 'absent'
  return value.toString() === 'closed' ? 'closed' : 'open'
}
