/**
 * The update log of one document, as rows in y-indexeddb's own format. It is looked at here before y-indexeddb is let
 * in, because that one hangs for ever on an open that fails or a row that cannot be read, and grows by the full state
 * with every opening. Replacing rows is one transaction, so any number of tabs may do it at any time; merely to save
 * space one of them does it for all.
 */
import { err, ok, type Result } from '../shared/result.ts'
import { type OpenLogOptions, openLog, UPDATES_STORE } from './idbOpen.ts'
import { EMPTY_UPDATE, mergeCollected, whyUnreadable } from './mergeUpdates.ts'
import type { OneTab } from './oneTab.ts'
import { failureFrom, storageFailure, type StorageFailure } from './storageFailure.ts'
import { withinTime } from './withinTime.ts'

/** Below this a log is left alone: compacting costs a full write. */
const MANY_ROWS = 64
const SOME_ROWS = 8
const MANY_BYTES = 512 * 1024

export interface DamagedRow {
  readonly bytes: ArrayBuffer | null
  readonly reason: string
}

export interface LogInspection {
  readonly rows: number
  readonly bytes: number
  readonly damaged: readonly DamagedRow[]
}

export interface LogFailure extends StorageFailure {
  /** What could be read all the same, to be looked at and exported. */
  readonly salvaged: Uint8Array | null
}

export interface InspectOptions extends OpenLogOptions {
  /** After a failure: the whole document, which replaces every row in the same transaction. */
  readonly rewriteWith?: Uint8Array
  /** Who compacts; the others leave the log as it is. */
  readonly oneTab: OneTab
  /** Keeps damaged rows elsewhere before they leave the log. */
  readonly setAside: (damaged: readonly DamagedRow[]) => Promise<Result<void, StorageFailure>>
}

export async function inspectUpdateLog(options: InspectOptions): Promise<Result<LogInspection, LogFailure>> {
  const opened = await openLog(options)
  if (!opened.ok) return err({ ...opened.error, salvaged: null })
  try {
    return await inspect(opened.value, options)
  } finally {
    opened.value.close()
  }
}

async function inspect(
  database: IDBDatabase,
  options: InspectOptions,
): Promise<Result<LogInspection, LogFailure>> {
  const inTime = <T>(work: Promise<Result<T, StorageFailure>>) =>
    withinTime(work, options.timers, options.answerWithinMs, options.name)
  const found = await inTime(readRows(database))
  if (!found.ok) return err({ ...found.error, salvaged: null })
  const { updates, damaged } = found.value
  const inspection = { rows: updates.length + damaged.length, bytes: totalBytes(updates), damaged }
  const rewrite = (state: Uint8Array) => inTime(rewriteRows(database, state, damaged.length))
  if (damaged.length === 0 && options.rewriteWith === undefined) {
    if (!isBloated(inspection)) return ok(inspection)
    // A log that is only large still opens; the next opening tries again.
    const compacted = await options.oneTab(() => rewrite(EMPTY_UPDATE))
    return ok(compacted?.ok ? { rows: 1, bytes: compacted.value, damaged } : inspection)
  }
  const salvaged = damaged.length > 0 ? mergeCollected(updates) : null
  const kept = damaged.length > 0 ? await options.setAside(damaged) : ok(undefined)
  if (!kept.ok) return err({ ...storageFailure('damaged', `${damaged.length} rows unreadable`), salvaged })
  const rewritten = await rewrite(options.rewriteWith ?? EMPTY_UPDATE)
  return rewritten.ok
    ? ok({ rows: 1, bytes: rewritten.value, damaged })
    : err({ ...rewritten.error, salvaged })
}

interface SortedRows {
  readonly updates: readonly Uint8Array[]
  readonly damaged: readonly DamagedRow[]
}

export function readRows(database: IDBDatabase): Promise<Result<SortedRows, StorageFailure>> {
  return inTransaction<SortedRows>(database, 'readonly', (store, done) => {
    const request: IDBRequest<unknown[]> = store.getAll()
    request.onsuccess = () => done(sortRows(request.result))
  })
}

/** Replaces all rows by one: them, freed of deleted content, and `state`. Gives its size. */
function rewriteRows(
  database: IDBDatabase,
  state: Uint8Array,
  knownDamaged: number,
): Promise<Result<number, StorageFailure>> {
  return inTransaction<number>(database, 'readwrite', (store, done) => {
    const request: IDBRequest<unknown[]> = store.getAll()
    request.onsuccess = () => {
      const { updates, damaged } = sortRows(request.result)
      if (damaged.length > knownDamaged) throw new Error('another row became unreadable')
      const merged = mergeCollected([...updates, state])
      store.clear()
      store.add(merged)
      done(merged.byteLength)
    }
  })
}

/** An exception in `work` or in its callbacks rolls everything back, like an error of the browser's. */
function inTransaction<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore, done: (value: T) => void) => void,
): Promise<Result<T, StorageFailure>> {
  return new Promise((resolve) => {
    try {
      const transaction = database.transaction(UPDATES_STORE, mode)
      let outcome: Result<T, StorageFailure> = err(storageFailure('aborted', 'no answer'))
      transaction.oncomplete = () => resolve(outcome)
      transaction.onabort = () => resolve(err(failureFrom(transaction.error, 'aborted')))
      work(transaction.objectStore(UPDATES_STORE), (value) => {
        outcome = ok(value)
      })
    } catch (cause) {
      resolve(err(failureFrom(cause)))
    }
  })
}

function sortRows(rows: readonly unknown[]): SortedRows {
  const updates: Uint8Array[] = []
  const damaged: DamagedRow[] = []
  for (const row of rows) {
    const reason = whyUnreadable(row)
    if (reason === null && row instanceof Uint8Array) updates.push(row)
    else
      damaged.push({
        bytes: row instanceof Uint8Array ? new Uint8Array(row).buffer : null,
        reason: reason ?? '',
      })
  }
  return { updates, damaged }
}

function totalBytes(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, update) => sum + update.byteLength, 0)
}

function isBloated(log: LogInspection): boolean {
  return log.rows > MANY_ROWS || (log.rows > SOME_ROWS && log.bytes > MANY_BYTES)
}
