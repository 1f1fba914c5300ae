/**
 * What a running relay does every so often, besides what it is asked: tidying up, looking after its certificate and its machine.
 * One round at a time. Stopping breaks off the one under way and waits for its end: the data folder then belongs to the next
 * relay, into whose work this one must not write.
 */
import { createMutex } from './mutex.ts'

export interface RoundsOptions {
  readonly everyMs: number
  /** One more, so long after the start. */
  readonly firstAfterMs?: number
  /** Long work looks at the signal between two of its pieces. */
  readonly work: (signal: AbortSignal) => Promise<unknown>
  readonly onFailed: (cause: unknown) => void
}

export interface Rounds {
  /** One more, after the one under way; resolves at its end, also when it failed. None after `stop`. */
  readonly run: () => Promise<void>
  /** Never rejects; resolves when nothing is done any more. */
  readonly stop: () => Promise<void>
}

export function startRounds({ everyMs, firstAfterMs, work, onFailed }: RoundsOptions): Rounds {
  const mutex = createMutex()
  const stopping = new AbortController()
  let waiting = 0
  const run = async (): Promise<void> => {
    waiting += 1
    await mutex
      .run(() => (stopping.signal.aborted ? Promise.resolve() : work(stopping.signal)))
      .catch(onFailed)
    waiting -= 1
  }
  // A round that lasts longer than the time between two is not followed by all those that were due meanwhile.
  const timer = setInterval(() => {
    if (waiting === 0) void run()
  }, everyMs).unref()
  const first = firstAfterMs === undefined ? null : setTimeout(() => void run(), firstAfterMs).unref()
  return {
    run,
    stop: () => {
      clearInterval(timer)
      if (first !== null) clearTimeout(first)
      stopping.abort()
      return mutex.run(() => Promise.resolve())
    },
  }
}
