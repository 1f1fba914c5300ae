/**
 * The order of y-indexeddb's writes: none is begun before the one before it is committed. Else a write that is rolled
 * back leaves a hole in the log, and what was written after it takes away what it replaces without putting anything in
 * its place. What waits goes in one transaction, so thousands of changes cost few.
 */
import type { Disposer } from '../shared/disposer.ts'
import { UPDATES_STORE } from './idbOpen.ts'
import { failureFrom, type StorageFailure } from './storageFailure.ts'

export interface LogListener {
  readonly onFailure: (failure: StorageFailure) => void
  /** A write of y-indexeddb's was committed: the browser is slow perhaps, but it works. */
  readonly onProgress: () => void
}

type TransactionArguments = Parameters<IDBDatabase['transaction']>

export class WriteQueue {
  readonly #database: IDBDatabase
  readonly #listener: LogListener
  /** A transaction takes requests until the task that opened it ends, so the next microtask forgets it. */
  #current: IDBTransaction | null = null
  #running: IDBTransaction | null = null
  #waiting: unknown[] = []
  #isStopped = false
  readonly #waiters = new Set<Disposer>()

  constructor(database: IDBDatabase, listener: LogListener) {
    this.#database = database
    this.#listener = listener
  }

  /** What y-indexeddb takes for `database.transaction`. */
  readonly open = (...args: TransactionArguments): object => {
    if (this.#isStopped) return { objectStore: () => deadStore }
    if (this.#current === null && this.#running !== null) return { objectStore: () => this.#waitingStore }
    const transaction = this.#current ?? this.#begin(args)
    if (transaction === null) return { objectStore: () => deadStore }
    return { objectStore: (name: string) => quietStore(transaction.objectStore(name)) }
  }

  /** Resolves when every write that was asked for is committed, or will never be. */
  drained(): Promise<void> {
    if (this.#isStopped || this.#running === null) return Promise.resolve()
    return new Promise((resolve) => this.#waiters.add(resolve))
  }

  /** What waits is dropped: the next spell begins with the whole state. */
  stop(): void {
    this.#isStopped = true
    this.#waiting = []
    this.#release()
  }

  #begin(args: TransactionArguments): IDBTransaction | null {
    try {
      const transaction = this.#database.transaction(...args)
      this.#current = transaction
      this.#running = transaction
      queueMicrotask(() => {
        this.#current = null
      })
      transaction.addEventListener('complete', () => this.#goOn())
      transaction.addEventListener('abort', () => this.stop())
      return transaction
    } catch (cause) {
      this.stop()
      this.#listener.onFailure(failureFrom(cause, 'closed'))
      return null
    }
  }

  #goOn(): void {
    this.#running = null
    this.#listener.onProgress()
    const values = this.#waiting.splice(0)
    if (values.length === 0) return this.#release()
    const store = this.#begin([[UPDATES_STORE], 'readwrite'])?.objectStore(UPDATES_STORE)
    for (const value of values) store?.add(value)
  }

  #release(): void {
    for (const tell of this.#waiters) tell()
    this.#waiters.clear()
  }

  readonly #waitingStore = {
    add: (value: unknown): object => {
      this.#waiting.push(value)
      return {}
    },
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
