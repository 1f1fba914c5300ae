/** Whether there may be a way from this device to its relay; false only when the browser knows that there is none. */
import { useSyncExternalStore } from 'react'
import { isOnlyThisMachine } from '../../features/share/lanAddress.logic.ts'
import type { Disposer } from '../../shared/disposer.ts'
import { browserLifecycle } from '../../shared/pageLifecycle.ts'

/** A relay on this very machine is reached without a network. */
export function useHasNetwork(relayOrigin: string | null): boolean {
  const isOnline = useSyncExternalStore(onNetwork, () => navigator.onLine)
  return isOnline || (relayOrigin !== null && isOnlyThisMachine(relayOrigin))
}

function onNetwork(listener: () => void): Disposer {
  const { on } = browserLifecycle()
  const stops = [on('online', listener), on('offline', listener)]
  return () => stops.forEach((stop) => stop())
}
