/**
 * The only proof that something is saved. A transaction that spans the log's store starts after every write that was
 * asked for before it has been committed or rolled back, so when this one is committed and nothing was reported
 * meanwhile, they are on the device. `strict` asks the browser to flush to the disk before it says so.
 */
import { err, ok, type Result } from '../shared/result.ts'
import type { Clock } from '../shared/clock.ts'
import { CUSTOM_STORE, UPDATES_STORE } from './idbOpen.ts'
import { failureFrom, type StorageFailure } from './storageFailure.ts'

const BARRIER_KEY = 'savedAt'

export function passBarrier(database: IDBDatabase, clock: Clock): Promise<Result<void, StorageFailure>> {
  return new Promise((resolve) => {
    try {
      const transaction = database.transaction([UPDATES_STORE, CUSTOM_STORE], 'readwrite', {
        durability: 'strict',
      })
      transaction.oncomplete = () => resolve(ok(undefined))
      transaction.onabort = () => resolve(err(failureFrom(transaction.error, 'aborted')))
      transaction.objectStore(CUSTOM_STORE).put(clock.now(), BARRIER_KEY)
    } catch (cause) {
      resolve(err(failureFrom(cause, 'closed')))
    }
  })
}
