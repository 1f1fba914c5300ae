/** A browser that does not answer is a failure like any other: the promise of an answer, or the code `timeout`. */
import { err, type Result } from '../shared/result.ts'
import type { Timers } from '../shared/timers.ts'
import { storageFailure, type StorageFailure } from './storageFailure.ts'

export function withinTime<T>(
  work: Promise<Result<T, StorageFailure>>,
  timers: Timers,
  ms: number,
  what: string,
): Promise<Result<T, StorageFailure>> {
  return new Promise((resolve, reject) => {
    const stop = timers.after(ms, () => resolve(err(storageFailure('timeout', `${what} took over ${ms} ms`))))
    work.then(
      (result) => {
        stop()
        resolve(result)
      },
      (cause: unknown) => {
        stop()
        reject(cause instanceof Error ? cause : new Error(String(cause)))
      },
    )
  })
}
