/**
 * Lets one tab of this browser do something and the others leave it: by the browser's locks where there are any, else
 * (plain http in a workshop room) by a lease in the database, which runs out when its tab dies.
 */
import { cryptoRandomBytes, randomId } from '../shared/ids.ts'
import { answerInTime } from './answerInTime.ts'
import { attempt } from './attempt.ts'
import type { DeviceDatabase } from './database.ts'
import type { StorageEnvironment } from './storageEnvironment.ts'

/** Null: another tab is at it. */
export type OneTab = <T>(work: () => Promise<T>) => Promise<T | null>

/** Longer than compacting takes on a slow tablet; a tab that dies in it holds up nothing but compacting. */
export const LEASE_MS = 60_000

export function oneTab(
  database: DeviceDatabase,
  name: string,
  environment: Pick<StorageEnvironment, 'locks' | 'clock' | 'logger' | 'timers' | 'answerWithinMs'>,
): OneTab {
  const { locks, clock, logger } = environment
  const inTime = <T>(work: () => PromiseLike<T>) => answerInTime(database, environment, attempt(work))
  return async <T>(work: () => Promise<T>) => {
    if (locks !== null) {
      // An awaited variable, because the type of `request` loses what the callback promises.
      let outcome: T | null = null
      await locks.request(name, { ifAvailable: true }, async (lock) => {
        if (lock !== null) outcome = await work()
      })
      return outcome
    }
    const holder = randomId(22, cryptoRandomBytes)
    const taken = await inTime(() => takeLease(database, name, holder, clock.now()))
    if (!taken.ok || !taken.value) return null
    try {
      return await work()
    } finally {
      const given = await inTime(() => giveLease(database, name, holder))
      if (!given.ok) logger.warn('a lease could not be given back; it runs out', { name, ...given.error })
    }
  }
}

/** A lease that ends further ahead than one can last is of a clock that was turned back. */
function takeLease(database: DeviceDatabase, name: string, holder: string, now: number): Promise<boolean> {
  return database.transaction('rw', database.leases, async () => {
    const held = await database.leases.get(name)
    if (held !== undefined && held.until > now && held.until <= now + LEASE_MS) return false
    await database.leases.put({ name, holder, until: now + LEASE_MS })
    return true
  })
}

function giveLease(database: DeviceDatabase, name: string, holder: string): Promise<void> {
  return database.transaction('rw', database.leases, async () => {
    const held = await database.leases.get(name)
    if (held?.holder === holder) await database.leases.delete(name)
  })
}
