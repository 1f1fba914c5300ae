/**
 * Gives a workshop that exists only in memory (new, copied, read from a file) its place on this device, and leaves it
 * open. Either all of it is kept, or nothing of it is left.
 */
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { createModeratorCapability, roomIdOf } from '../../protocol/capability.ts'
import type { Result } from '../../shared/result.ts'
import { ok } from '../../shared/result.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { WorkshopEntryPatch } from '../../storage/workshopEntry.ts'
import type { Device } from '../device.ts'
import type { AppServices } from '../services.ts'
import { attachWorkshop } from '../session/attachWorkshop.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

/** Who makes a workshop moderates it; the secret is there from the start, the relay only when it is shared. */
export function moderatorPatch(): WorkshopEntryPatch {
  const capability = createModeratorCapability()
  return { role: 'moderator', secret: capability.secret, roomId: roomIdOf(capability) }
}

export async function keepNewWorkshop(
  services: AppServices,
  document: WorkshopDocument,
  patch: WorkshopEntryPatch,
): Promise<Result<WorkshopSession, StorageFailure>> {
  const { device } = services
  if (!device.ok) return device
  const { workshopId, title } = document.snapshot().meta
  if (workshopId === '') throw new Error('a workshop without an id cannot be kept')
  const entry = await device.value.catalogue.upsert(workshopId, {
    title,
    lastOpenedAt: services.clock.now(),
    deletedAt: null,
    ...patch,
  })
  if (!entry.ok) return entry
  const attached = await attachWorkshop(device.value, entry.value, document)
  if (!attached.ok) return withdraw(device.value, workshopId, attached)
  const flushed = await attached.value.persistence.flush()
  if (!flushed.ok) {
    await attached.value.close()
    return withdraw(device.value, workshopId, flushed)
  }
  services.sessions.adopt(attached.value)
  return ok(attached.value)
}

async function withdraw<F>(device: Device, workshopId: string, failure: F): Promise<F> {
  await device.catalogue.remove(workshopId, ['map', 'stage', 'review'])
  return failure
}
