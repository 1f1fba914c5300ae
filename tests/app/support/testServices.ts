/** The app's services over an IndexedDB in memory, as after a fresh start of the browser; closed when the test ends. */
import { onTestFinished } from 'vitest'
import { openServices } from '../../../src/app/openServices.ts'
import type { AppServices } from '../../../src/app/services.ts'
import type { WorkshopSession } from '../../../src/app/session/workshopSession.ts'
import type { Device } from '../../../src/app/device.ts'
import { silentLogger } from '../../../src/shared/logger.ts'
import type { Result } from '../../../src/shared/result.ts'
import { freshIndexedDb } from '../../storage/faultyIndexedDb.ts'

/** Nothing is stored; for `beforeEach`. */
export const freshBrowser = freshIndexedDb

/**
 * A tab of the browser; the next one sees what this one has kept. Another device needs another name besides another
 * IndexedDB, because Dexie remembers by name what it has read.
 */
export async function openTab(databaseName = 'etappe'): Promise<AppServices> {
  const services = await openServices({ logger: silentLogger, databaseName })
  onTestFinished(async () => {
    await Promise.all(services.sessions.open().map((session) => session.close()))
    services.close()
  })
  return services
}

export function deviceOf(services: AppServices): Device {
  if (!services.device.ok) throw new Error(services.device.error.detail)
  return services.device.value
}

export function mustOk<T, E>(result: { ok: true; value: T } | { ok: false; error: E }): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`)
  return result.value
}

/** Shown until the test ends, as on somebody's screen: a workshop that nobody looks at is closed after a while. */
export function staysOpen<E>(services: AppServices, made: Result<WorkshopSession, E>): WorkshopSession {
  const session = mustOk(made)
  services.sessions.hold(session.workshopId)
  return session
}
