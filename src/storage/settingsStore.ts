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
  const loaded = await attempt(() => readSettings(database))
  let stored = loaded.ok ? loaded.value : defaultSettings
  let unwritten: Partial<Settings> = {}
  const store = createValueStore<Settings>(stored, isSame)
  const show = (): void => store.set({ ...stored, ...unwritten })
  const subscription = liveQuery(() => readSettings(database)).subscribe({
    next: (settings) => {
      stored = settings
      show()
    },
    error: (cause: unknown) => logger.warn('settings of other tabs cannot be followed', { cause }),
  })
  return {
    get: store.get,
    subscribe: store.subscribe,
    change: async (patch) => {
      unwritten = { ...unwritten, ...patch }
      show()
      const written = await attempt(() => writeSettings(database, patch))
      if (written.ok) {
        stored = { ...stored, ...patch }
        unwritten = withoutSame(unwritten, patch)
        show()
      }
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

/** What was changed again meanwhile stays: it is not written yet. */
function withoutSame(unwritten: Partial<Settings>, written: Partial<Settings>): Partial<Settings> {
  const left = Object.entries(unwritten).filter(
    ([key, value]) => !isSettingKey(key) || written[key] !== value,
  )
  return Object.fromEntries(left)
}

function isSame(a: Settings, b: Settings): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
