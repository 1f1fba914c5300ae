/** Repeats a piece of work until there is nothing left to do: never twice at once, later each time it brought nothing. */
import type { Disposer } from '../shared/disposer.ts'
import type { RandomBytes } from '../shared/ids.ts'
import type { Timers } from '../shared/timers.ts'
import { retryDelay } from './retryDelay.ts'

export interface RetriedRoundsOptions {
  /** Whether it brought anything. */
  readonly round: () => Promise<boolean>
  readonly mayRun: () => boolean
  readonly isDone: () => boolean
  /** How long after everything is done it is checked again. */
  readonly againMs: number
  readonly onAgain: () => void
  readonly onBug: (cause: unknown) => void
  readonly timers: Timers
  readonly randomBytes: RandomBytes
}

export interface RetriedRounds {
  /** Now, or right after the round that is running; counts as the first attempt. */
  readonly start: () => void
  readonly stop: Disposer
}

export function createRetriedRounds(options: RetriedRoundsOptions): RetriedRounds {
  let attempt = 0
  let isRunning = false
  let isWanted = false
  let stopTimer: Disposer = () => undefined
  const runAll = async (): Promise<void> => {
    while (isWanted && options.mayRun()) {
      isWanted = false
      if (await options.round()) attempt = 0
    }
  }
  const wait = (): void => {
    stopTimer()
    if (!options.mayRun()) return
    const isDone = options.isDone()
    const ms = isDone ? options.againMs : retryDelay(attempt, null, options.randomBytes)
    attempt += 1
    stopTimer = options.timers.after(ms, () => {
      if (isDone) options.onAgain()
      run()
    })
  }
  const run = (): void => {
    stopTimer()
    isWanted = true
    if (isRunning) return
    isRunning = true
    void runAll()
      .catch(options.onBug)
      .finally(() => {
        isRunning = false
        wait()
      })
  }
  return {
    start: () => {
      attempt = 0
      run()
    },
    stop: () => stopTimer(),
  }
}
