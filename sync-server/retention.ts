/**
 * Closed rooms do not stay on the disk for ever: after some days, in which a mistake can be repaired, their pictures and then
 * their documents go, and only the word that they are closed remains. Cut short at any point it is simply done again.
 */
import type { RoomId } from '../src/protocol/capability.ts'
import type { Disposer } from '../src/shared/disposer.ts'
import type { Logger } from '../src/shared/logger.ts'
import type { SeenTime } from './seenTime.ts'
import type { RelayStorage } from './storage/contract.ts'
import { DAY_MS } from '../src/shared/clock.ts'

export interface RetentionOptions {
  readonly storage: Pick<RelayStorage, 'closedRooms' | 'emptyRoom' | 'now'>
  readonly removePictures: (room: RoomId) => Promise<void>
  readonly keepDays: number
  readonly logger: Logger
  /** By the clock of this machine; not asked when the store has its own. */
  readonly longAgo: SeenTime['longAgo']
}

/** A relay that is started for an afternoon tidies up too, but not while everybody is coming in. */
const FIRST_LOOK_MS = 10 * 60 * 1000
const LOOK_MS = 6 * 60 * 60 * 1000

export interface Retention {
  /** Now, besides every few hours. */
  readonly look: () => Promise<void>
  readonly stop: Disposer
}

export function createRetention(options: RetentionOptions): Retention {
  const look = (): Promise<void> =>
    emptyClosedRooms(options).catch((cause: unknown) =>
      options.logger.warn('closed rooms could not be looked through', { cause: String(cause) }),
    )
  const first = setTimeout(() => void look(), FIRST_LOOK_MS)
  const timer = setInterval(() => void look(), LOOK_MS)
  for (const each of [first, timer]) each.unref()
  return {
    look,
    stop: () => {
      clearTimeout(first)
      clearInterval(timer)
    },
  }
}

async function emptyClosedRooms(options: RetentionOptions): Promise<void> {
  const { storage, keepDays, logger } = options
  const longAgo = await keptSince(options)
  let emptied = 0
  for (const [room, closedAt] of await storage.closedRooms()) {
    if (closedAt > longAgo) continue
    try {
      // First: the store forgets when the room was closed, and nobody would come for its pictures again.
      await options.removePictures(room)
      await storage.emptyRoom(room)
      emptied += 1
    } catch (cause) {
      logger.warn('a closed room could not be emptied', { room: room.slice(0, 8), cause: String(cause) })
    }
  }
  if (emptied > 0)
    logger.info('removed documents and pictures of rooms closed long ago', { rooms: emptied, keepDays })
}

/** Never one clock against another: that of a store which several relays share is the one by which rooms were closed there. */
async function keptSince({ storage, keepDays, longAgo }: RetentionOptions): Promise<number> {
  const keptMs = keepDays * DAY_MS
  return storage.now === undefined ? longAgo(keptMs) : (await storage.now()) - keptMs
}
