/** What the whole app stands on, as types; `openServices` makes it. Types only. */
import type { Clock } from '../shared/clock.ts'
import type { Disposer } from '../shared/disposer.ts'
import type { Logger } from '../shared/logger.ts'
import type { Result } from '../shared/result.ts'
import type { SettingsStore } from '../storage/settingsStore.ts'
import type { StorageFailure } from '../storage/storageFailure.ts'
import type { Device } from './device.ts'
import type { Readiness } from './update/readiness.ts'
import type { Sessions } from './session/sessions.ts'

export interface AppServices {
  readonly clock: Clock
  readonly logger: Logger
  readonly settings: SettingsStore
  /** A device that cannot keep anything is a value, not a crash: every screen must be able to say so. */
  readonly device: Result<Device, StorageFailure>
  readonly sessions: Sessions
  /** Whether this tab may be reloaded for an update right now. */
  readonly readiness: Readiness
  readonly close: Disposer
}
