/**
 * The three ways in which a workshop file ends up on this device: as a workshop that was not here, merged into the one
 * that is, or (what could be read of a damaged one) as a new workshop of its own.
 */
import { mergeWorkshopFile, previewMerge } from '../../exchange/workshopFile/mergeWorkshopFile.ts'
import type { SalvagedWorkshop } from '../../exchange/workshopFile/salvageWorkshopFile.ts'
import { applyUpdates } from '../../exchange/workshopFile/scratchWorkshop.ts'
import type {
  DocumentUpdates,
  FileCheckpoint,
  FileMedia,
  FileSetAside,
  WorkshopFile,
} from '../../exchange/workshopFile/workshopFile.ts'
import type { DocumentName } from '../../model/documentName.ts'
import { duplicateWorkshop } from '../../model/duplicateWorkshop.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { createWorkshopDocument } from '../../model/workshopDocument.ts'
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import { keepNewWorkshop, moderatorPatch } from '../home/keepNewWorkshop.ts'
import { keepCarriedVersions } from '../../storage/carriedVersions.ts'
import { keepSetAside } from '../../storage/quarantine.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { WorkshopEntryPatch } from '../../storage/workshopEntry.ts'
import type { Device } from '../device.ts'
import type { AppServices } from '../services.ts'
import type { DeviceReason } from './withSession.ts'
import { withSession } from './withSession.ts'

/** Gives back the id of the workshop to show. */
export type TakenIn = Promise<Result<string, DeviceReason>>

/** Whoever has the file has the whole workshop, and may share it from here under a secret of this device's own. */
export async function keepFile(
  services: AppServices,
  file: WorkshopFile,
  access: WorkshopEntryPatch = moderatorPatch(),
): TakenIn {
  return keep(services, documentOf(services, file.documents), file, access)
}

export async function keepSalvaged(
  services: AppServices,
  salvaged: SalvagedWorkshop,
  title: string,
): TakenIn {
  const found = documentOf(services, salvaged.documents)
  const copy = duplicateWorkshop(found, { title })
  found.destroy()
  return copy.ok
    ? keep(services, copy.value, { media: salvaged.media, checkpoints: [], setAside: [] })
    : err({ code: 'damaged' })
}

/** Pictures first: the map never shows what is not here. Done only when the device has kept all of it. */
export async function mergeFile(services: AppServices, file: WorkshopFile): TakenIn {
  const { device } = services
  if (!device.ok) return device
  const { catalogue } = device.value
  const known = await catalogue.find(file.workshopId)
  if (!known.ok) return known
  const deletedAt = known.value?.deletedAt ?? null
  const restored = await catalogue.restore(file.workshopId)
  if (!restored.ok) return restored
  const merged = await mergeRestored(services, device.value, file)
  if (merged.ok || deletedAt === null) return merged
  // Nothing came of it: back to where it lay.
  await services.sessions.end(file.workshopId)
  const binned = await catalogue.update(file.workshopId, { deletedAt })
  return binned.ok ? merged : binned
}

async function mergeRestored(services: AppServices, device: Device, file: WorkshopFile): TakenIn {
  const merged = await withSession(services, file.workshopId, async (session) => {
    const preview = previewMerge(session.document, file)
    if (!preview.ok) return err({ code: 'damaged' } as const)
    const brought = await keepBrought(services, file.workshopId, file)
    if (!brought.ok) return brought
    mergeWorkshopFile(session.document, file)
    // Whoever draws this workshop right now has already asked for pictures that came with the file.
    session.pictures.noteArrived()
    const flushed = await session.persistence.flush()
    if (!flushed.ok) return flushed
    // The list of workshops shows the new title at once, also when this page is reloaded right now.
    const { title } = session.document.snapshot().meta
    return device.catalogue.update(file.workshopId, { title })
  })
  if (!merged.ok) return merged
  return merged.value.ok ? ok(file.workshopId) : merged.value
}

function documentOf(services: AppServices, documents: DocumentUpdates): WorkshopDocument {
  const workshop = createWorkshopDocument({ clock: services.clock })
  const unreadable = applyUpdates(workshop, documents)
  if (unreadable !== null) throw new Error(`a checked file's ${unreadable} could not be read`)
  return workshop
}

async function keep(
  services: AppServices,
  document: WorkshopDocument,
  brought: Brought,
  access: WorkshopEntryPatch = moderatorPatch(),
): TakenIn {
  // Pictures before the list names the workshop: what fails half-way leaves nothing behind.
  const kept = await keepNewWorkshop(services, document, access, (workshopId) =>
    keepBrought(services, workshopId, brought),
  )
  if (kept.ok) return ok(kept.value.workshopId)
  document.destroy()
  return kept
}

/** What a file brings besides the documents. */
interface Brought {
  readonly media: readonly FileMedia[]
  readonly checkpoints: readonly FileCheckpoint[]
  readonly setAside: readonly FileSetAside[]
}

async function keepBrought(
  services: AppServices,
  workshopId: string,
  { media, checkpoints, setAside }: Brought,
): Promise<Result<void, StorageFailure>> {
  const { device } = services
  if (!device.ok) return device
  const pictures = await keepMedia(services, workshopId, media)
  if (!pictures.ok) return pictures
  const unread = await keepSetAside(device.value.database, workshopId, setAside)
  if (!unread.ok || checkpoints.length === 0) return unread
  // Only the map has versions that somebody looks back at; what else a file says it has is left in it.
  const document = 'map' satisfies DocumentName
  const versions = checkpoints.filter((version) => version.document === document)
  const taken = await keepCarriedVersions(device.value.database, { workshopId, document }, versions)
  return taken.ok ? ok(undefined) : taken
}

async function keepMedia(
  { device }: AppServices,
  workshopId: string,
  media: readonly FileMedia[],
): Promise<Result<void, StorageFailure>> {
  if (!device.ok) return device
  for (const { bytes, mime } of media) {
    const saved = await device.value.media.save(workshopId, bytes, mime)
    if (!saved.ok) return saved
  }
  return ok(undefined)
}
