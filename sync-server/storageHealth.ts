/**
 * Whether what people write can be kept, as far as the relay has seen: for who watches it, and for who leads people to the relay of
 * several that works. Tries nothing of its own: the tablets come back to try.
 */

export interface StorageHealth {
  /** The disk, or Redis, refused something. */
  readonly failed: () => void
  /** Something became durable. */
  readonly worked: () => void
  readonly failures: () => number
  readonly isFailing: () => boolean
}

/** Whoever is led elsewhere meanwhile does not try again here: then this relay is given another chance. */
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
