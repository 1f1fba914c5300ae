/**
 * Closed rooms do not stay on the disk for ever: after some days, in which a mistake can be repaired, their pictures and then
 * their documents go, and only the word that they are closed remains. Cut short at any point it is simply done again.
 */
import type { RoomId } from '../src/protocol/capability.ts'
import { DAY_MS } from '../src/shared/clock.ts'
import type { Logger } from '../src/shared/logger.ts'
import { type Rounds, startRounds } from './rounds.ts'
import type { SeenTime } from './seenTime.ts'
import type { RelayStorage } from './storage/contract.ts'

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

export function createRetention(options: RetentionOptions): Rounds {
  return startRounds({
    everyMs: LOOK_MS,
    firstAfterMs: FIRST_LOOK_MS,
    work: (signal) => emptyClosedRooms(options, signal),
    onFailed: (cause) =>
      options.logger.warn('closed rooms could not be looked through', { cause: String(cause) }),
  })
}

async function emptyClosedRooms(options: RetentionOptions, signal: AbortSignal): Promise<void> {
  const { storage, keepDays, logger } = options
  const longAgo = await keptSince(options)
  let emptied = 0
  for (const [room, closedAt] of await storage.closedRooms()) {
    if (signal.aborted) break
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
