/**
 * What can be said about this device's storage before and during work: whether it keeps anything at all, whether the
 * browser has promised not to clear it, and how much is left. For the start page and the health page.
 */
import { err, ok, type Result } from '../shared/result.ts'
import { attempt } from './attempt.ts'
import type { DeviceDatabase } from './database.ts'
import { copyOf, hashBytes } from './hashBytes.ts'
import { cryptoRandomBytes, type RandomBytes } from '../shared/ids.ts'
import type { SettingsStore } from './settingsStore.ts'
import { type StorageFailure, storageFailure } from './storageFailure.ts'
import { type Clock, systemClock } from '../shared/clock.ts'

export interface StorageHealth {
  /** What was written a moment ago reads back the same; anything else must be said before work begins. */
  readonly probe: Result<void, StorageFailure>
  /** The browser's promise not to clear this origin; null where it makes none (plain http, old browsers). */
  readonly persisted: boolean | null
  /** Bytes, roughly; null where the browser does not say. */
  readonly usedBytes: number | null
  readonly quotaBytes: number | null
  /** Runs from the home screen: then Safari does not clear it after seven idle days. */
  readonly installed: boolean
  /** False on plain http: no service worker, so the page cannot be reloaded without the relay. */
  readonly secure: boolean
}

/** The parts of the browser that are asked; handed in by tests. */
export interface StorageBrowser {
  readonly storage: Pick<StorageManager, 'persisted' | 'persist' | 'estimate'> | null
  readonly installed: boolean
  readonly secure: boolean
}

export function storageBrowser(): StorageBrowser {
  const manager: StorageManager | undefined = globalThis.navigator?.storage
  return {
    storage: manager ?? null,
    installed: globalThis.matchMedia?.('(display-mode: standalone)').matches ?? false,
    secure: globalThis.isSecureContext ?? false,
  }
}

export async function readStorageHealth(
  database: Result<DeviceDatabase, StorageFailure>,
  browser: StorageBrowser = storageBrowser(),
): Promise<StorageHealth> {
  const probe = database.ok ? await probeStorage(database.value) : database
  const persisted = await isPersisted(browser)
  const estimate = await attempt(async () => (await browser.storage?.estimate()) ?? {})
  return {
    probe: probe.ok ? ok(undefined) : probe,
    persisted,
    usedBytes: estimate.ok ? (estimate.value.usage ?? null) : null,
    quotaBytes: estimate.ok ? (estimate.value.quota ?? null) : null,
    installed: browser.installed,
    secure: browser.secure,
  }
}

/** Null where nobody knows. */
export async function isPersisted({ storage }: StorageBrowser): Promise<boolean | null> {
  const answer = await attempt(async () => (await storage?.persisted()) ?? null)
  return answer.ok ? answer.value : null
}

const PROBE_PREFIX = 'probe/'

/** Writes random bytes, reads them back in a new transaction and compares: what a private window may refuse. */
export async function probeStorage(
  database: DeviceDatabase,
  randomBytes: RandomBytes = cryptoRandomBytes,
): Promise<Result<void, StorageFailure>> {
  const bytes = copyOf(randomBytes(1024))
  // A key of its own: the start page, the health page and other tabs may probe at the same moment.
  const key = `${PROBE_PREFIX}${await hashBytes(bytes)}`
  const written = await attempt(() => database.settings.put({ key, value: bytes.buffer }))
  if (!written.ok) return written
  const back = await attempt(() => database.settings.get(key))
  if (!back.ok) return back
  const tidied = await attempt(() => database.settings.delete(key))
  if (!tidied.ok) return tidied
  const value = back.value?.value
  const isSame =
    value instanceof ArrayBuffer && (await hashBytes(new Uint8Array(value))) === (await hashBytes(bytes))
  return isSame ? ok(undefined) : err(storageFailure('mismatch', 'what was written reads back differently'))
}

export type PersistAnswer = 'kept' | 'refused' | 'notAsked'

/**
 * Asks the browser once, at the first real edit, to keep what is stored here. On opening a page most browsers refuse,
 * and some show a question that nobody could answer yet.
 */
export async function askToPersistOnce(
  settings: SettingsStore,
  browser: StorageBrowser = storageBrowser(),
  clock: Clock = systemClock,
): Promise<PersistAnswer> {
  const { storage } = browser
  if (storage === null || settings.get().persistAskedAt !== null) return 'notAsked'
  await settings.change({ persistAskedAt: clock.now() })
  const answer = await attempt(() => storage.persist())
  return answer.ok && answer.value ? 'kept' : 'refused'
}
