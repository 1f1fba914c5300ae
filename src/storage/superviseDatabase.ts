/**
 * Stands in for the IDBDatabase that y-indexeddb holds. That one neither catches a `transaction()` that throws (every
 * edit would throw in the hands of the person) nor the promises of failed requests (they end as unhandled rejections),
 * so both are caught here and reported; what happens to the data is the supervisor's business, not y-indexeddb's.
 */
import type { Disposer } from '../shared/disposer.ts'
import { failureFrom, storageFailure, type StorageFailure } from './storageFailure.ts'

export type FailureListener = (failure: StorageFailure) => void

export interface LogListener {
  readonly onFailure: FailureListener
  /** A write of y-indexeddb's was committed: the browser is slow perhaps, but it works. */
  readonly onProgress: () => void
}

/**
 * Lets y-indexeddb see the stand-in instead of the database from the moment that it is opened, and keeps its count of
 * rows at zero: its own trimming, which starts at 500, deletes what another tab has written when the workshop is left
 * in the middle of it.
 */
export function interceptDatabase(
  persistence: { db: IDBDatabase | null; _dbsize: number },
  listener: LogListener,
): void {
  let standIn: IDBDatabase | null = null
  Object.defineProperty(persistence, 'db', {
    get: () => standIn,
    set: (database: IDBDatabase) => {
      standIn = standInFor(database, listener)
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

function standInFor(database: IDBDatabase, listener: LogListener): IDBDatabase {
  const open = quietOpener(database, listener)
  return new Proxy(database, {
    get: (target, key) => {
      if (key === 'transaction') return open
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

type TransactionArguments = Parameters<IDBDatabase['transaction']>

/**
 * Changes of one moment share a transaction: y-indexeddb asks for one each, and thousands of an import would take the
 * browser a minute. A transaction takes requests until the task that opened it ends, so the next microtask forgets it.
 */
function quietOpener(
  database: IDBDatabase,
  listener: LogListener,
): (...args: TransactionArguments) => object {
  let current: IDBTransaction | null = null
  const transactionOf = (args: TransactionArguments): IDBTransaction => {
    if (current !== null) return current
    const transaction = database.transaction(...args)
    transaction.addEventListener('complete', listener.onProgress)
    current = transaction
    queueMicrotask(() => {
      current = null
    })
    return transaction
  }
  return (...args) => {
    try {
      const transaction = transactionOf(args)
      return { objectStore: (name: string) => quietStore(transaction.objectStore(name)) }
    } catch (cause) {
      listener.onFailure(failureFrom(cause, 'closed'))
      return { objectStore: () => deadStore }
    }
  }
}

/** y-indexeddb waits for these requests for ever, which is what it should do when they failed. */
function quietStore(store: IDBObjectStore): IDBObjectStore {
  return new Proxy(store, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target)
      if (typeof value !== 'function') return value
      return (...args: unknown[]): unknown => quietRequest(Reflect.apply(value, target, args))
    },
  })
}

/** The failure itself still bubbles to the database, where it is heard. */
function quietRequest(request: unknown): unknown {
  if (request instanceof IDBRequest) {
    Object.defineProperty(request, 'onerror', { get: () => null, set: ignore })
  }
  return request
}

const deadStore: object = new Proxy({}, { get: () => () => ({}) })

function ignore(): void {}
