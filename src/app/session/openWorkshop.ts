/**
 * Opens a workshop that is on this device: model, storage and sync for its id, as one handle with one way to close it.
 * What cannot be read is an error with a reason; it is never shown as an empty workshop.
 */
import { createWorkshopDocument } from '../../model/workshopDocument.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Logger } from '../../shared/logger.ts'
import type { Result } from '../../shared/result.ts'
import { err } from '../../shared/result.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { Device } from '../device.ts'
import { attachWorkshop } from './attachWorkshop.ts'
import type { OpenFailure } from './openFailure.ts'
import type { WorkshopSession } from './workshopSession.ts'

export interface OpenWorkshopServices {
  readonly device: Result<Device, StorageFailure>
  readonly clock: Clock
  readonly logger: Logger
}

export async function openWorkshop(
  services: OpenWorkshopServices,
  workshopId: string,
): Promise<Result<WorkshopSession, OpenFailure>> {
  const { device, clock } = services
  if (!device.ok) return err({ code: 'noStorage', failure: device.error })
  const found = await device.value.catalogue.find(workshopId)
  if (!found.ok) return err({ code: 'noStorage', failure: found.error })
  if (found.value === null) return err({ code: 'notHere' })
  if (found.value.deletedAt !== null) return err({ code: 'binned', entry: found.value })
  const entry = { ...found.value, lastOpenedAt: clock.now() }
  const noted = await device.value.catalogue.update(workshopId, { lastOpenedAt: entry.lastOpenedAt })
  if (!noted.ok) services.logger.warn('the catalogue could not be told what was opened', { ...noted.error })
  const document = createWorkshopDocument({ clock })
  const attached = await attachWorkshop(device.value, entry, document)
  if (attached.ok) return attached
  document.destroy()
  return err({ code: 'loadFailed', failure: attached.error })
}
