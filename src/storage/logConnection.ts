/**
 * One spell of y-indexeddb on one document: it reads the log, appends the full state and then every change. When
 * anything fails the spell is over; the supervisor begins a new one, and its opening full state heals the log.
 */
import type { Doc } from 'yjs'
import { IndexeddbPersistence } from 'y-indexeddb'
import type { Disposer } from '../shared/disposer.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { OpenLogOptions } from './idbOpen.ts'
import { failureFrom, storageFailure, type StorageFailure } from './storageFailure.ts'
import { type FailureListener, hearFailures, interceptDatabase } from './superviseDatabase.ts'
import type { WriteQueue } from './writeQueue.ts'

export interface LogConnection {
  readonly database: IDBDatabase
  /** The origin of what was read from the log. */
  readonly origin: object
  /** How many writes were committed: grows as long as the browser works off what waits. */
  readonly committed: () => number
  /** Resolves when every write that was asked for is committed, or will never be. */
  readonly drained: () => Promise<void>
  readonly close: Disposer
}

export interface LogConnectionOptions extends OpenLogOptions {
  readonly doc: Doc
  /** Called for every failure after the log was read. */
  readonly onFailure: FailureListener
}

/** Resolves when the document holds what the log has; that the full state is written is for the barrier to say. */
export function connectLog(options: LogConnectionOptions): Promise<Result<LogConnection, StorageFailure>> {
  return new Promise((resolve) => {
    let database: IDBDatabase | null = null
    let isRead = false
    let committed = 0
    let queue: WriteQueue | null = null
    let stopHearing: Disposer = () => undefined
    const persistence = new IndexeddbPersistence(options.name, options.doc)
    const close: Disposer = () => {
      stopHearing()
      queue?.stop()
      // Its only failure is that the database never opened, which was reported.
      persistence.destroy().catch(() => undefined)
    }
    const onFailure: FailureListener = (failure) => {
      if (isRead) return options.onFailure(failure)
      stopWaiting()
      close()
      resolve(err(failure))
    }
    const stopWaiting = options.timers.after(options.answerWithinMs, () =>
      onFailure(storageFailure('timeout', `reading ${options.name} got no answer`)),
    )
    interceptDatabase(persistence, {
      onFailure,
      onProgress: () => {
        committed += 1
      },
      onOpened: (opened) => {
        queue = opened
      },
    })
    persistence._db.then(
      (opened) => {
        database = opened
        stopHearing = hearFailures(opened, onFailure)
      },
      (cause: unknown) => onFailure(failureFrom(cause, 'unavailable')),
    )
    persistence.once('synced', () => {
      if (database === null || queue === null) return
      const writes = queue
      const drained = (): Promise<void> => writes.drained()
      stopWaiting()
      isRead = true
      resolve(ok({ database, origin: persistence, committed: () => committed, drained, close }))
    })
  })
}
