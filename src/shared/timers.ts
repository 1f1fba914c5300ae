/** Waiting as something that is handed in, so that tests decide when time passes. */
import type { Disposer } from './disposer.ts'

export interface Timers {
  /** Calls `run` once after `ms`, unless the returned disposer was called before. */
  readonly after: (ms: number, run: () => void) => Disposer
}

export const systemTimers: Timers = {
  after: (ms, run) => {
    const handle = setTimeout(run, ms)
    return () => clearTimeout(handle)
  },
}
