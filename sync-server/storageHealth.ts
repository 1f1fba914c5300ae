/**
 * Whether what people write can be kept, as far as the relay has seen, for who watches it: said in `/healthz` and the metrics,
 * and no reason to lead people away or to start the relay anew. A full disk stays full, a Redis that is away is away for
 * every relay, and the app and what is there can still be had. Tries nothing of its own: the tablets come back to try.
 */

export interface StorageHealth {
  /** The disk, or Redis, refused something. */
  readonly failed: () => void
  /** Something that people wrote became durable. */
  readonly worked: () => void
  readonly failures: () => number
  readonly isFailing: () => boolean
}

/** When nobody is left who tries again, an old failure says nothing about now. */
const FAILING_MS = 60_000

/** `now` in milliseconds that never go back. */
export function createStorageHealth(now: () => number = () => performance.now()): StorageHealth {
  let failures = 0
  let failedAt: number | null = null
  return {
    failed: () => {
      failures += 1
      failedAt = now()
    },
    worked: () => (failedAt = null),
    failures: () => failures,
    isFailing: () => failedAt !== null && now() - failedAt < FAILING_MS,
  }
}
