/**
 * What goes wrong with a device's IndexedDB, for any number of devices in one page: a device is everything whose
 * database is called `etappe/<device>` or `etappe/<device>/…`. Patches the prototypes, so it works on the browser's own
 * IndexedDB as on the fake one, and the modules under test are the real ones.
 */
import type { Disposer } from '../../../src/shared/disposer.ts'

interface Trouble {
  /** So many of the next transactions on the log are rolled back at the end. */
  abortNext: number
  /** Every write is rolled back for want of room. */
  isFull: boolean
  /** An open never answers. */
  isMute: boolean
  /** Nothing runs there: what its pages still ask for never gets an answer. */
  isOff: boolean
  readonly connections: Set<IDBDatabase>
  readonly running: Set<IDBTransaction>
}

const troubles = new Map<string, Trouble>()
/** Connections that the browser took away without a word. */
const lost = new WeakSet<IDBDatabase>()
const failing = new WeakSet<IDBTransaction>()
/** What was asked of the storage and is not answered yet. */
const unanswered = new Set<IDBTransaction | IDBOpenDBRequest>()

/** Whether nothing will come of it any more unless it is asked for something. */
export const isStorageAtRest = (): boolean => unanswered.size === 0

export const catalogueName = (device: string): string => `etappe/${device}`

export function troubleOf(device: string): Trouble {
  const held = troubles.get(device)
  if (held !== undefined) return held
  const fresh = {
    abortNext: 0,
    isFull: false,
    isMute: false,
    isOff: false,
    connections: new Set<never>(),
    running: new Set<never>(),
  }
  troubles.set(device, fresh)
  return fresh
}

function troubleFor(database: string): Trouble | undefined {
  return troubles.get(database.split('/')[1] ?? '')
}

export interface FaultOptions {
  /** Closes a connection as the browser itself would, with the event. */
  readonly forceClose: (connection: IDBDatabase) => void
}

let forceClose: FaultOptions['forceClose'] = (connection) => connection.close()

export function installStorageFaults(options: FaultOptions): Disposer {
  forceClose = options.forceClose
  // The methods themselves are needed, to put them back and to call them on other objects.
  /* oxlint-disable typescript/unbound-method */
  const { open } = IDBFactory.prototype
  const { transaction } = IDBDatabase.prototype
  const { add, put } = IDBObjectStore.prototype
  /* oxlint-enable typescript/unbound-method */
  IDBFactory.prototype.open = function (name: string, version?: number) {
    const trouble = troubleFor(name)
    if (trouble?.isMute === true || trouble?.isOff === true) return new EventTarget() as IDBOpenDBRequest
    const request = version === undefined ? open.call(this, name) : open.call(this, name, version)
    unanswered.add(request)
    request.addEventListener('error', () => void unanswered.delete(request))
    request.addEventListener('success', () => {
      unanswered.delete(request)
      if (trouble?.isOff === true) lost.add(request.result)
      trouble?.connections.add(request.result)
    })
    return request
  }
  IDBDatabase.prototype.transaction = function (...args: Parameters<IDBDatabase['transaction']>) {
    if (lost.has(this)) {
      throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError')
    }
    const begun = transaction.apply(this, args)
    follow(begun, args[1] === 'readwrite' ? troubleFor(this.name)?.running : undefined)
    return begun
  }
  IDBObjectStore.prototype.add = function (value: unknown, key?: IDBValidKey) {
    return watch(this, key === undefined ? add.call(this, value) : add.call(this, value, key))
  }
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    return watch(this, key === undefined ? put.call(this, value) : put.call(this, value, key))
  }
  return () => {
    Object.assign(IDBFactory.prototype, { open })
    Object.assign(IDBDatabase.prototype, { transaction })
    Object.assign(IDBObjectStore.prototype, { add, put })
    troubles.clear()
    unanswered.clear()
  }
}

function follow(transaction: IDBTransaction, running: Set<IDBTransaction> | undefined): void {
  running?.add(transaction)
  unanswered.add(transaction)
  const forget = (): void => {
    running?.delete(transaction)
    unanswered.delete(transaction)
  }
  transaction.addEventListener('complete', forget)
  transaction.addEventListener('abort', forget)
}

function watch(store: IDBObjectStore, request: IDBRequest<IDBValidKey>): IDBRequest<IDBValidKey> {
  const { transaction, name } = store
  const trouble = troubleFor(transaction.db.name)
  if (trouble === undefined || failing.has(transaction)) return request
  const isUnlucky = name === 'updates' && trouble.abortNext > 0
  if (!trouble.isFull && !isUnlucky) return request
  if (isUnlucky) trouble.abortNext -= 1
  failing.add(transaction)
  if (trouble.isFull) {
    const error = new DOMException('There is no room left (quota).', 'QuotaExceededError')
    Object.defineProperty(transaction, 'error', { get: () => error })
  }
  request.addEventListener('success', () => transaction.abort())
  return request
}

/** As Safari does it: no event, and whatever is asked of the connection throws. */
export function loseConnections(device: string): void {
  for (const connection of troubleOf(device).connections) lost.add(connection)
}

/** As a browser does it that clears or repairs its storage under an open page. */
export function closeConnections(device: string): void {
  const { connections } = troubleOf(device)
  for (const connection of Array.from(connections)) forceClose(connection)
  connections.clear()
}

/** Another tab wants a newer version of the log: whoever holds it open is told to let go. */
export function upgradeLog(name: string): void {
  const trouble = troubleFor(name)
  const held = [...(trouble?.connections ?? [])].filter((connection) => connection.name === name)
  if (held.length === 0 || trouble?.isMute === true) return
  const request = indexedDB.open(name, Math.max(...held.map(({ version }) => version)) + 1)
  request.addEventListener('success', () => request.result.close())
  // Somebody was quicker; that one was told already.
  request.addEventListener('error', (event) => event.preventDefault())
}

/** The battery is empty: what was under way is rolled back, and nobody hears of it. */
export function cutPower(device: string): void {
  const trouble = troubleOf(device)
  for (const transaction of Array.from(trouble.running)) abortQuietly(transaction)
  for (const connection of trouble.connections) {
    lost.add(connection)
    connection.close()
  }
  trouble.connections.clear()
  trouble.running.clear()
}

function abortQuietly(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch (cause) {
    // It was just committed.
    if (!(cause instanceof DOMException) || cause.name !== 'InvalidStateError') throw cause
  }
}
