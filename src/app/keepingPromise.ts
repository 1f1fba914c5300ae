/** Whether the browser has promised to keep what is stored here: known at the start, asked for at the first own edit. */
import type { Clock } from '../shared/clock.ts'
import { createValueStore, type ReadableValue } from '../shared/valueStore.ts'
import type { SettingsStore } from '../storage/settingsStore.ts'
import {
  askToPersistOnce,
  isPersisted,
  type StorageBrowser,
  storageBrowser,
} from '../storage/storageHealth.ts'

export interface KeepingPromise {
  /** False also where nobody knows. */
  readonly isGiven: ReadableValue<boolean>
  /** May be called at every edit; the browser is asked once. */
  readonly ask: () => void
}

export function createKeepingPromise(
  settings: SettingsStore,
  clock: Clock,
  browser: StorageBrowser = storageBrowser(),
): KeepingPromise {
  const isGiven = createValueStore(false)
  void isPersisted(browser).then((answer) => isGiven.set(isGiven.get() || answer === true))
  return {
    isGiven,
    ask: () => {
      if (settings.get().persistAskedAt !== null) return
      void askToPersistOnce(settings, browser, clock).then((answer) => isGiven.set(answer === 'kept'))
    },
  }
}
