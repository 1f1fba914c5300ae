/** The settings as a value to watch, shared by all tabs of this device; a change shows at once and is stored behind it. */
import { liveQuery } from 'dexie'
import type { Disposer } from '../shared/disposer.ts'
import { consoleLogger, type Logger } from '../shared/logger.ts'
import type { Result } from '../shared/result.ts'
import { createValueStore, type ReadableValue } from '../shared/valueStore.ts'
import { attempt } from './attempt.ts'
import type { DeviceDatabase } from './database.ts'
import { defaultSettings, isSettingKey, type Settings, withStoredSetting } from './settings.ts'
import type { StorageFailure } from './storageFailure.ts'

export interface SettingsStore extends ReadableValue<Settings> {
  /** Shown at once; the result says whether it will still be so after a reload. */
  readonly change: (patch: Partial<Settings>) => Promise<Result<void, StorageFailure>>
  readonly close: Disposer
}

/** Resolves with what is stored; settings that cannot be read are the defaults, because the app must start. */
export async function openSettingsStore(
  database: DeviceDatabase,
  logger: Logger = consoleLogger,
): Promise<SettingsStore> {
  const stored = await attempt(() => readSettings(database))
  const store = createValueStore<Settings>(stored.ok ? stored.value : defaultSettings, isSame)
  let unwritten = 0
  const subscription = liveQuery(() => readSettings(database)).subscribe({
    next: (settings) => {
      if (unwritten === 0) store.set(settings)
    },
    error: (cause: unknown) => logger.warn('settings of other tabs cannot be followed', { cause }),
  })
  return {
    get: store.get,
    subscribe: store.subscribe,
    change: async (patch) => {
      store.set({ ...store.get(), ...patch })
      unwritten += 1
      const written = await attempt(() => writeSettings(database, patch))
      unwritten -= 1
      return written
    },
    close: () => subscription.unsubscribe(),
  }
}

async function readSettings(database: DeviceDatabase): Promise<Settings> {
  const rows = await database.settings.toArray()
  return rows.reduce((settings, row) => withStoredSetting(settings, row.key, row.value), defaultSettings)
}

/** One row per setting, so that two tabs that change different ones do not undo each other. */
async function writeSettings(database: DeviceDatabase, patch: Partial<Settings>): Promise<void> {
  const rows = Object.entries(patch).flatMap(([key, value]) => (isSettingKey(key) ? [{ key, value }] : []))
  await database.settings.bulkPut(rows)
}

function isSame(a: Settings, b: Settings): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
