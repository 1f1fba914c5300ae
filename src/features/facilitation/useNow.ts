/** The time in whole seconds, told again while something counts; by the clock it is given, so that a test can hold it. */
import { useCallback, useSyncExternalStore } from 'react'
import type { Clock } from '../../shared/clock.ts'

const SECOND = 1000
const LOOK_EVERY = 250

export function useNow(clock: Clock, isTicking: boolean): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!isTicking) return () => undefined
      const handle = setInterval(listener, LOOK_EVERY)
      return () => clearInterval(handle)
    },
    [isTicking],
  )
  return useSyncExternalStore(subscribe, () => Math.floor(clock.now() / SECOND) * SECOND)
}
