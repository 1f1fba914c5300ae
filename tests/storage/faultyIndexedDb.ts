/** A fresh fake IndexedDB per test and the faults that browsers have: writes that roll back, opens that hang or fail. */
import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'

// The methods themselves are needed, to put them back and to call them on other objects.
// oxlint-disable-next-line typescript/unbound-method
const { add } = IDBObjectStore.prototype
// oxlint-disable-next-line typescript/unbound-method
const { transaction } = IDBDatabase.prototype

let openings = 0
let openedAs = new WeakMap<IDBDatabase, number>()

/** Forgets every database and heals every fault; call before each test. */
export function freshIndexedDb(): void {
  IDBObjectStore.prototype.add = add
  IDBDatabase.prototype.transaction = transaction
  const factory = new IDBFactory()
  const open = factory.open.bind(factory)
  openings = 0
  openedAs = new WeakMap()
  factory.open = (name: string, version?: number) => {
    const request = open(name, version)
    request.addEventListener('success', () => {
      openings += 1
      openedAs.set(request.result, openings)
    })
    return request
  }
  globalThis.indexedDB = factory
  Dexie.dependencies.indexedDB = factory
  Dexie.dependencies.IDBKeyRange = globalThis.IDBKeyRange
}

/** Commits of such writes fail as on a full disk: the request succeeds, then the transaction is rolled back. */
export function abortWrites(shouldFail: (storeName: string, nth: number) => boolean): {
  readonly aborted: () => number
  readonly heal: () => void
} {
  let nth = 0
  let aborted = 0
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
    const request = key === undefined ? add.call(this, value) : add.call(this, value, key)
    nth += 1
    if (shouldFail(this.name, nth)) {
      aborted += 1
      const failing = this.transaction
      request.addEventListener('success', () => failing.abort())
    }
    return request
  }
  return {
    aborted: () => aborted,
    heal: () => {
      IDBObjectStore.prototype.add = add
    },
  }
}

/** Such databases never answer an open. */
export function hangOpens(nameStartsWith: string): () => void {
  return replaceOpen((open) => (name, version) => {
    if (!name.startsWith(nameStartsWith)) return open(name, version)
    return new EventTarget() as IDBOpenDBRequest
  })
}

/** Opening such a database throws, as in a browser that keeps nothing. */
export function refuseOpens(nameStartsWith: string): () => void {
  return replaceOpen((open) => (name, version) => {
    if (name.startsWith(nameStartsWith)) throw new DOMException('The operation is insecure.', 'SecurityError')
    return open(name, version)
  })
}

/** Safari's way: connections that are open now are gone, no event says so, and every new transaction throws. */
export function killOpenConnections(nameStartsWith: string): void {
  const lastKilled = openings
  IDBDatabase.prototype.transaction = function (
    this: IDBDatabase,
    ...args: Parameters<IDBDatabase['transaction']>
  ) {
    if (this.name.startsWith(nameStartsWith) && (openedAs.get(this) ?? Infinity) <= lastKilled) {
      throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError')
    }
    return transaction.apply(this, args)
  }
}

export function countTransactions(nameStartsWith: string): () => number {
  let count = 0
  IDBDatabase.prototype.transaction = function (
    this: IDBDatabase,
    ...args: Parameters<IDBDatabase['transaction']>
  ) {
    if (this.name.startsWith(nameStartsWith)) count += 1
    return transaction.apply(this, args)
  }
  return () => count
}

export function rowsOf(name: string): Promise<unknown[]> {
  return inLog(name, 'readonly', (store) => store.getAll()) as Promise<unknown[]>
}

export async function addRow(name: string, row: unknown): Promise<void> {
  await inLog(name, 'readwrite', (store) => add.call(store, row))
}

/** Without a word to whoever has the log open. */
export async function clearRows(name: string): Promise<void> {
  await inLog(name, 'readwrite', (store) => store.clear())
}

async function inLog(
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(String(request.error)))
  })
  try {
    return await new Promise((resolve, reject) => {
      const opened = database.transaction('updates', mode)
      const request = work(opened.objectStore('updates'))
      opened.oncomplete = () => resolve(request.result)
      opened.onabort = () => reject(new Error(String(opened.error)))
    })
  } finally {
    database.close()
  }
}

function replaceOpen(replace: (open: IDBFactory['open']) => IDBFactory['open']): () => void {
  const factory = globalThis.indexedDB
  const open = factory.open.bind(factory)
  factory.open = replace(open)
  return () => {
    factory.open = open
  }
}

/** As a browser does that runs out of space. */
export function removeLog(name: string): Promise<unknown> {
  return new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve
  })
}
