/** What storage needs from the outside world, with the real thing as default, so that tests can make it misbehave. */
import { type Clock, systemClock } from '../shared/clock.ts'
import { consoleLogger, type Logger } from '../shared/logger.ts'
import { browserLifecycle, noLifecycle, type PageLifecycle } from '../shared/pageLifecycle.ts'
import { systemTimers, type Timers } from '../shared/timers.ts'

export interface StorageEnvironment {
  readonly clock: Clock
  readonly timers: Timers
  readonly lifecycle: PageLifecycle
  readonly logger: Logger
  /** Null where the browser has none, as on plain http. */
  readonly locks: Pick<LockManager, 'request'> | null
  /** How long the browser may take to open a database or commit before it counts as failed. */
  readonly answerWithinMs: number
}

export function storageEnvironment(overrides: Partial<StorageEnvironment> = {}): StorageEnvironment {
  return {
    clock: systemClock,
    timers: systemTimers,
    lifecycle: typeof window === 'undefined' ? noLifecycle : browserLifecycle(),
    logger: consoleLogger,
    locks: browserLocks(),
    answerWithinMs: 10_000,
    ...overrides,
  }
}

function browserLocks(): LockManager | null {
  const navigator: Navigator | undefined = globalThis.navigator
  const locks: LockManager | undefined = navigator?.locks
  return locks ?? null
}
