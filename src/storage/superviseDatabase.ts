/**
 * Stands in for the IDBDatabase that y-indexeddb holds. That one neither catches a `transaction()` that throws (every
 * edit would throw in the hands of the person) nor the promises of failed requests (they end as unhandled rejections),
 * so both are caught here and reported; what happens to the data is the supervisor's business, not y-indexeddb's.
 */
import type { Disposer } from '../shared/disposer.ts'
import { failureFrom, storageFailure, type StorageFailure } from './storageFailure.ts'
import { type LogListener, WriteQueue } from './writeQueue.ts'

export type FailureListener = (failure: StorageFailure) => void

/**
 * Lets y-indexeddb see the stand-in instead of the database from the moment that it is opened, and keeps its count of
 * rows at zero: its own trimming, which starts at 500, deletes what another tab has written when the workshop is left
 * in the middle of it.
 */
export function interceptDatabase(
  persistence: { db: IDBDatabase | null; _dbsize: number },
  listener: LogListener & { readonly onOpened: (queue: WriteQueue) => void },
): void {
  let standIn: IDBDatabase | null = null
  Object.defineProperty(persistence, 'db', {
    get: () => standIn,
    set: (database: IDBDatabase) => {
      const queue = new WriteQueue(database, listener)
      standIn = standInFor(database, queue)
      listener.onOpened(queue)
    },
  })
  Object.defineProperty(persistence, '_dbsize', { get: () => 0, set: ignore })
}

/** Aborts, errors and closing bubble to the database; `complete` does not, hence the barrier. */
export function hearFailures(database: IDBDatabase, report: FailureListener): Disposer {
  const onAbort = (event: Event): void => {
    const transaction = event.target as IDBTransaction | null
    report(failureFrom(transaction?.error ?? 'transaction rolled back', 'aborted'))
  }
  const onError = (event: Event): void => {
    const request = event.target as IDBRequest | null
    report(failureFrom(request?.error ?? 'request failed', 'aborted'))
  }
  const onClose = (): void => report(storageFailure('closed', 'the browser closed the database'))
  const onVersionChange = (): void =>
    report(storageFailure('closed', 'another tab deletes or upgrades the database'))
  database.addEventListener('abort', onAbort)
  database.addEventListener('error', onError)
  database.addEventListener('close', onClose)
  database.addEventListener('versionchange', onVersionChange)
  return () => {
    database.removeEventListener('abort', onAbort)
    database.removeEventListener('error', onError)
    database.removeEventListener('close', onClose)
    database.removeEventListener('versionchange', onVersionChange)
  }
}

function standInFor(database: IDBDatabase, queue: WriteQueue): IDBDatabase {
  return new Proxy(database, {
    get: (target, key) => {
      if (key === 'transaction') return queue.open
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function ignore(): void {}
