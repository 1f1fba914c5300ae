/**
 * The open workshop as one file, with every picture that is on this device and, if wanted, with its earlier versions.
 * Loaded when it is first needed.
 */
import { FILE_EXTENSION, FILE_MIME } from '../../exchange/workshopFile/fileFormat.ts'
import { fileOfWorkshop } from '../../exchange/workshopFile/fileOfWorkshop.ts'
import { mediaNamedIn } from '../../exchange/workshopFile/mediaNamedIn.ts'
import type { FileCheckpoint, FileMedia, FileSetAside } from '../../exchange/workshopFile/workshopFile.ts'
import { writeWorkshopFile } from '../../exchange/workshopFile/writeWorkshopFile.ts'
import { documentNames } from '../../model/documentName.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { APP_VERSION } from '../../shared/appVersion.ts'
import { versionsToCarry } from '../../storage/carriedVersions.ts'
import { listSetAside, type SetAside } from '../../storage/quarantine.ts'
import type { ReadyFile } from '../downloadFile.ts'
import { fileNameOf } from '../downloadFile.ts'
import type { AppServices } from '../services.ts'

export interface PackedWorkshop {
  readonly file: ReadyFile
  /** Pictures and files that are not on this device, or did not fit. The work itself always is in the file. */
  readonly missing: number
}

export interface PackOptions {
  readonly withVersions?: boolean
}

/** More than this of earlier versions would make a file that no mail takes. */
const VERSION_BYTES = 64 * 1024 * 1024

export async function packWorkshop(
  services: AppServices,
  workshop: WorkshopDocument,
  untitled: string,
  { withVersions = false }: PackOptions = {},
): Promise<PackedWorkshop> {
  const named = mediaNamedIn(workshop.snapshot())
  const media = await readMedia(services, named)
  const content = fileOfWorkshop(workshop, {
    appVersion: APP_VERSION,
    createdAt: services.clock.now(),
    media,
    checkpoints: withVersions ? await readVersions(services, workshop) : [],
    setAside: await readSetAside(services, workshop),
  })
  const written = await writeWorkshopFile(content)
  if (!written.ok) throw new Error(`a file that nobody cancelled was not written: ${written.error.code}`)
  const name = fileNameOf(content.title, untitled, FILE_EXTENSION)
  return {
    file: { name, mime: FILE_MIME, bytes: written.value.bytes },
    missing: named.size - media.length + written.value.leftOut.length,
  }
}

/** A device that cannot read its pictures still gives the work out: that is what the file is for. */
async function readMedia(
  { device, logger }: AppServices,
  named: ReadonlyMap<string, string>,
): Promise<readonly FileMedia[]> {
  const media: FileMedia[] = []
  if (!device.ok) return media
  for (const [sha256, mime] of named) {
    const read = await device.value.media.read(sha256)
    if (!read.ok) logger.warn('a picture is not in the file', { sha256, ...read.error })
    else if (read.value !== null)
      media.push({ sha256, mime: mime === '' ? read.value.mime : mime, bytes: read.value.bytes })
  }
  return media
}

/** The file without them is still the workshop. */
async function readVersions(
  { device, logger }: AppServices,
  workshop: WorkshopDocument,
): Promise<readonly FileCheckpoint[]> {
  if (!device.ok) return []
  const { workshopId } = workshop.snapshot().meta
  const carried = await versionsToCarry(device.value.database, { workshopId, document: 'map' }, VERSION_BYTES)
  if (carried.ok) return carried.value.map((version) => ({ ...version, document: 'map' }))
  logger.warn('the earlier versions are not in the file', { ...carried.error })
  return []
}

/** Never merged, never shown, and always taken along: nobody knows what is in them. */
async function readSetAside(
  { device, logger }: AppServices,
  workshop: WorkshopDocument,
): Promise<readonly FileSetAside[]> {
  if (!device.ok) return []
  const rows = await listSetAside(device.value.database, workshop.snapshot().meta.workshopId)
  if (rows.ok) return rows.value.flatMap((row) => (isOfDocument(row) ? [row] : []))
  logger.warn('what was set aside is not in the file', { ...rows.error })
  return []
}

function isOfDocument(row: SetAside): row is FileSetAside {
  return documentNames.some((name) => name === row.document)
}
