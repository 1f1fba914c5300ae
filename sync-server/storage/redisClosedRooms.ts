/**
 * Closed rooms in Redis: when each was closed, and which hold nothing any more. Word that a room is closed stays for ever, where
 * all rooms are listed and as its holder, so that it can neither be written to nor created anew.
 */
import { isRoomId, type RoomId } from '../../src/protocol/capability.ts'
import type { RedisConnection } from './redisConnection.ts'
import { redisKeysOfRoom } from './redisDocument.ts'

export const ROOMS_KEY = 'etappe:rooms'
/** When each was closed, until it is emptied; then it is among those that are. */
export const CLOSED_KEY = 'etappe:closed'
const EMPTIED_KEY = 'etappe:emptied'

/** Removes what a closed room holds. KEYS: all rooms, when they were closed, the emptied ones, then all of its documents'. */
const EMPTY = `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= 'closed' then return 0 end
for index = 4, #KEYS do redis.call('UNLINK', KEYS[index]) end
redis.call('HDEL', KEYS[2], ARGV[1])
redis.call('SADD', KEYS[3], ARGV[1])
return 1
`

export interface RedisClosedRooms {
  /** Of all rooms, those that still hold something. */
  readonly count: () => Promise<number>
  /** By the clock of Redis, in milliseconds. */
  readonly now: () => Promise<number>
  /** Those with their documents, and when they were closed, by that clock. */
  readonly closed: () => Promise<ReadonlyMap<RoomId, number>>
  readonly empty: (room: RoomId) => Promise<void>
}

export function openRedisClosedRooms(redis: RedisConnection): RedisClosedRooms {
  return {
    count: async () => {
      const counts = await Promise.all([redis.run('HLEN', ROOMS_KEY), redis.run('SCARD', EMPTIED_KEY)])
      return Number(counts[0]) - Number(counts[1])
    },
    now: async () => {
      const time = await redis.run('TIME')
      if (!Array.isArray(time)) throw new Error('Redis does not tell its time')
      return Number(time[0]) * 1000
    },
    closed: async () => {
      const names = await redis.run('HKEYS', CLOSED_KEY)
      const closed = Array.isArray(names) ? names.map(String).filter(isRoomId) : []
      const times = closed.length === 0 ? [] : await redis.run('HMGET', CLOSED_KEY, ...closed)
      const entries = closed.map((room, index) => [room, Array.isArray(times) ? times[index] : null] as const)
      return new Map(entries.flatMap(([room, at]) => (Buffer.isBuffer(at) ? [[room, Number(at)]] : [])))
    },
    empty: async (room) => {
      const keys = [ROOMS_KEY, CLOSED_KEY, EMPTIED_KEY, ...redisKeysOfRoom(room)]
      const done = await redis.run('EVAL', EMPTY, String(keys.length), ...keys, room)
      if (done !== 1) throw new Error('only a closed room can be emptied')
    },
  }
}
