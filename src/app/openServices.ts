/** Opens, once at the start, the device's database and what is built on it. */
import type { Clock } from '../shared/clock.ts'
import { systemClock } from '../shared/clock.ts'
import type { Logger } from '../shared/logger.ts'
import { consoleLogger } from '../shared/logger.ts'
import { err, ok } from '../shared/result.ts'
import { createValueStore } from '../shared/valueStore.ts'
import { createCatalogue } from '../storage/catalogue.ts'
import { openDeviceDatabase } from '../storage/database.ts'
import { finishRemovals } from '../storage/finishRemovals.ts'
import { createMediaStore } from '../storage/mediaStore.ts'
import type { Settings } from '../storage/settings.ts'
import { defaultSettings } from '../storage/settings.ts'
import { openSettingsStore } from '../storage/settingsStore.ts'
import type { StorageFailure } from '../storage/storageFailure.ts'
import { createKeepingPromise } from './keepingPromise.ts'
import type { AppServices } from './services.ts'
import { openWorkshop } from './session/openWorkshop.ts'
import { createReadiness } from './update/readiness.ts'
import { createSessions } from './session/sessions.ts'

export interface OpenServicesOptions {
  readonly databaseName?: string
  readonly clock?: Clock
  readonly logger?: Logger
  /** Another tab runs a newer version of the app: this one must be reloaded. */
  readonly onSuperseded?: () => void
}

export async function openServices(options: OpenServicesOptions = {}): Promise<AppServices> {
  const clock = options.clock ?? systemClock
  const logger = options.logger ?? consoleLogger
  const opened = await openDeviceDatabase({
    ...(options.databaseName === undefined ? {} : { name: options.databaseName }),
    ...(options.onSuperseded === undefined ? {} : { onSuperseded: options.onSuperseded }),
  })
  if (!opened.ok) {
    logger.error('the database of this device did not open', { ...opened.error })
    return withSessions({
      clock,
      logger,
      settings: forgetfulSettings(opened.error),
      device: opened,
      close: () => undefined,
    })
  }
  const database = opened.value
  void finishRemovals(database, logger)
  const settings = await openSettingsStore(database, logger)
  return withSessions({
    clock,
    logger,
    settings,
    device: ok({
      keeping: createKeepingPromise(settings, clock),
      database,
      catalogue: createCatalogue(database, clock),
      media: createMediaStore(database, clock),
    }),
    close: () => {
      settings.close()
      database.close()
    },
  })
}

function withSessions(base: Omit<AppServices, 'sessions' | 'readiness'>): AppServices {
  return {
    ...base,
    readiness: createReadiness(),
    sessions: createSessions((workshopId) => openWorkshop(base, workshopId)),
  }
}

/** Language and look can still be switched; they are just not kept. */
function forgetfulSettings(failure: StorageFailure): AppServices['settings'] {
  const store = createValueStore<Settings>(defaultSettings)
  return {
    get: store.get,
    subscribe: store.subscribe,
    change: (patch) => {
      store.set({ ...store.get(), ...patch })
      return Promise.resolve(err(failure))
    },
    close: () => undefined,
  }
}
