/** Opening a database of an update log so that it always answers: an open that hangs, throws or is blocked is a code. */
import { err, ok, type Result } from '../shared/result.ts'
import type { Timers } from '../shared/timers.ts'
import { failureFrom, storageFailure, type StorageFailure } from './storageFailure.ts'

/** The stores that y-indexeddb creates, exactly as it does. */
export const UPDATES_STORE = 'updates'
export const CUSTOM_STORE = 'custom'

export interface OpenLogOptions {
  readonly name: string
  readonly timers: Timers
  readonly answerWithinMs: number
}

export function openLog(options: OpenLogOptions): Promise<Result<IDBDatabase, StorageFailure>> {
  return new Promise((resolve) => {
    let late = false
    let blocked = false
    const stop = options.timers.after(options.answerWithinMs, () => {
      late = true
      resolve(err(storageFailure(blocked ? 'blocked' : 'timeout', `opening ${options.name} got no answer`)))
    })
    const settle = (result: Result<IDBDatabase, StorageFailure>): void => {
      stop()
      if (late && result.ok) result.value.close()
      else resolve(result)
    }
    const opening = openRequest(options.name)
    if (!opening.ok) return settle(opening)
    const request = opening.value
    request.onblocked = () => {
      blocked = true
    }
    request.onupgradeneeded = () => {
      request.result.createObjectStore(UPDATES_STORE, { autoIncrement: true })
      request.result.createObjectStore(CUSTOM_STORE)
    }
    request.onerror = () => settle(err(failureFrom(request.error, 'unavailable')))
    request.onsuccess = () => settle(ok(request.result))
  })
}

function openRequest(name: string): Result<IDBOpenDBRequest, StorageFailure> {
  try {
    return ok(indexedDB.open(name))
  } catch (cause) {
    return err(failureFrom(cause, 'unavailable'))
  }
}
