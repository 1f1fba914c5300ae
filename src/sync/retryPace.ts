/**
 * Remembers how often a connection was tried in vain, which decides when it is tried next. Getting in is no proof that all
 * is well: a relay whose room is full lets everybody in and sends them away with their next change.
 */
import { isAskedToWait } from '../protocol/closeCodes.ts'
import type { Clock } from '../shared/clock.ts'
import type { RandomBytes } from '../shared/ids.ts'
import { retryDelay } from './retryDelay.ts'

/** Whoever was let in for so long did not come in vain. */
const STEADY_MS = 60_000

export interface RetryPace {
  readonly synced: () => void
  /** Somebody is waiting for it: the next time is as soon as the first one was. */
  readonly begin: () => void
  /** The connection has ended: after how many milliseconds to try again. */
  readonly nextAfter: (code: number | null) => number
}

export function createRetryPace(clock: Clock, randomBytes: RandomBytes): RetryPace {
  let attempt = 0
  let syncedAt: number | null = null
  return {
    synced: () => {
      syncedAt ??= clock.now()
    },
    begin: () => {
      attempt = 0
    },
    nextAfter: (code) => {
      const wasSteady = syncedAt !== null && clock.now() - syncedAt >= STEADY_MS
      if (wasSteady || (syncedAt !== null && !isAskedToWait(code))) attempt = 0
      syncedAt = null
      attempt += 1
      return retryDelay(attempt - 1, code, randomBytes)
    },
  }
}
