/**
 * Gives a workshop that exists only in memory (new, copied, joined, read from a file) its place on this device, and
 * leaves it open. Either all of it is kept, or nothing of it is left; what was here before is never touched.
 */
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { createModeratorCapability, roomIdOf } from '../../protocol/capability.ts'
import type { Result } from '../../shared/result.ts'
import { ok } from '../../shared/result.ts'
import { persistWorkshop } from '../../storage/persistWorkshop.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { WorkshopEntryPatch } from '../../storage/workshopEntry.ts'
import type { Device } from '../device.ts'
import type { AppServices } from '../services.ts'
import { attachWorkshop } from '../session/attachWorkshop.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { type KeepFiles, mergeIntoKnown } from './mergeIntoKnown.ts'

/** Who makes a workshop moderates it; the secret is there from the start, the relay only when it is shared. */
export function moderatorPatch(): WorkshopEntryPatch {
  const capability = createModeratorCapability()
  return { role: 'moderator', secret: capability.secret, roomId: roomIdOf(capability) }
}

const noFiles: KeepFiles = () => Promise.resolve(ok(undefined))

/** The document and its files first, the line in the catalogue last: what is listed is always whole. */
export async function keepNewWorkshop(
  services: AppServices,
  document: WorkshopDocument,
  patch: WorkshopEntryPatch,
  keepFiles: KeepFiles = noFiles,
): Promise<Result<WorkshopSession, StorageFailure>> {
  const { device } = services
  if (!device.ok) return device
  const { catalogue } = device.value
  const { workshopId, title } = document.snapshot().meta
  if (workshopId === '') throw new Error('a workshop without an id cannot be kept')
  const known = await catalogue.find(workshopId)
  if (!known.ok) return known
  if (known.value !== null) {
    return mergeIntoKnown(services, device.value, { known: known.value, document, patch, keepFiles })
  }
  const stored = await store(device.value, document, keepFiles)
  if (!stored.ok) return withdraw(device.value, workshopId, stored)
  const lastOpenedAt = services.clock.now()
  const entry = await catalogue.upsert(workshopId, { title, lastOpenedAt, ...patch })
  if (!entry.ok) return withdraw(device.value, workshopId, entry)
  const attached = await attachWorkshop(device.value, entry.value, document)
  // It is here and whole by now: it stays, and can be opened as soon as the device reads again.
  if (!attached.ok) return attached
  // Only so that it is shown as saved from the start: it has been stored before.
  await attached.value.persistence.flush()
  services.sessions.adopt(attached.value)
  return ok(attached.value)
}

async function store(
  { database }: Device,
  document: WorkshopDocument,
  keepFiles: KeepFiles,
): Promise<Result<void, StorageFailure>> {
  const { workshopId } = document.snapshot().meta
  const persistence = persistWorkshop({ workshopId, documents: { ...document.docs }, database })
  const flushed = await persistence.flush()
  const kept = flushed.ok ? await keepFiles(workshopId) : flushed
  await persistence.close()
  return kept
}

/** Takes away what this attempt has left, unless another tab has kept the same workshop meanwhile. */
async function withdraw<F>(device: Device, workshopId: string, failure: F): Promise<F> {
  const listed = await device.catalogue.find(workshopId)
  if (listed.ok && listed.value === null) {
    await device.catalogue.remove(workshopId, ['map', 'stage', 'review'])
  }
  return failure
}
