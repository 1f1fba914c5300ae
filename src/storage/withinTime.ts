/**
 * A browser that does not answer is a failure like any other: the promise of an answer, or the code `timeout`. As long
 * as `progress` grows, it is only slow, and is waited for.
 */
import type { Disposer } from '../shared/disposer.ts'
import { err, type Result } from '../shared/result.ts'
import type { Timers } from '../shared/timers.ts'
import { storageFailure, type StorageFailure } from './storageFailure.ts'

export function withinTime<T>(
  work: Promise<Result<T, StorageFailure>>,
  timers: Timers,
  ms: number,
  what: string,
  progress: () => number = () => 0,
): Promise<Result<T, StorageFailure>> {
  return new Promise((resolve, reject) => {
    let stop: Disposer = () => undefined
    const wait = (seen: number): void => {
      stop = timers.after(ms, () => {
        const now = progress()
        if (now !== seen) wait(now)
        else resolve(err(storageFailure('timeout', `${what} took over ${ms} ms`)))
      })
    }
    wait(progress())
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
