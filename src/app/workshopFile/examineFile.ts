/**
 * What a workshop file is on this device, found out without changing anything: damaged, new here, or a workshop that is
 * here already, with what merging would bring.
 */
import { type MergePreview, previewMerge } from '../../exchange/workshopFile/mergeWorkshopFile.ts'
import { readWorkshopFile } from '../../exchange/workshopFile/readWorkshopFile.ts'
import {
  type SalvagedWorkshop,
  salvageWorkshopFile,
} from '../../exchange/workshopFile/salvageWorkshopFile.ts'
import type { WorkshopFile } from '../../exchange/workshopFile/workshopFile.ts'
import { WORKSHOP_FILE_LIMITS } from '../../exchange/workshopFile/workshopFileLimits.ts'
import { isDamage, type WorkshopFileProblem } from '../../exchange/workshopFile/workshopFileProblem.ts'
import { fileProblem } from '../../exchange/workshopFile/workshopFileProblem.ts'
import type { Job } from '../../exchange/job.ts'
import { mebibytes } from '../../exchange/limits.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import type { Device } from '../device.ts'
import type { ReasonCode } from '../reasonText.ts'
import type { AppServices } from '../services.ts'
import { withSession } from './withSession.ts'

export type ExaminedFile =
  | {
      readonly kind: 'problems'
      readonly problems: readonly WorkshopFileProblem[]
      readonly salvage: SalvagedWorkshop | null
    }
  /** The file vanished or is locked. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'deviceFailed'; readonly failure: { readonly code: ReasonCode } }
  | { readonly kind: 'new'; readonly file: WorkshopFile }
  | {
      readonly kind: 'here'
      readonly file: WorkshopFile
      readonly entry: WorkshopEntry
      /** Null while the workshop lies in the bin: it is not opened before somebody wants it. */
      readonly preview: MergePreview | null
      readonly newMedia: number
    }

export async function examineFile(services: AppServices, picked: File, job: Job): Promise<ExaminedFile> {
  if (picked.size > WORKSHOP_FILE_LIMITS.archiveBytes) {
    const limit = mebibytes(WORKSHOP_FILE_LIMITS.archiveBytes)
    return { kind: 'problems', problems: [fileProblem('fileTooLarge', '', limit)], salvage: null }
  }
  const bytes = await readBytes(picked)
  if (bytes === null) return { kind: 'unreadable' }
  const read = await readWorkshopFile(bytes, job)
  if (!read.ok) {
    const salvage = isDamage(read.error) ? await salvageWorkshopFile(bytes, job) : null
    return { kind: 'problems', problems: read.error, salvage }
  }
  const { device } = services
  if (!device.ok) return { kind: 'deviceFailed', failure: device.error }
  const found = await device.value.catalogue.find(read.value.workshopId)
  if (!found.ok) return { kind: 'deviceFailed', failure: found.error }
  if (found.value === null) return { kind: 'new', file: read.value }
  return compareWithHere(services, device.value, read.value, found.value)
}

async function compareWithHere(
  services: AppServices,
  device: Device,
  file: WorkshopFile,
  entry: WorkshopEntry,
): Promise<ExaminedFile> {
  const held = await device.media.list(file.workshopId)
  if (!held.ok) return { kind: 'deviceFailed', failure: held.error }
  const newMedia = file.media.filter(({ sha256 }) => !held.value.includes(sha256)).length
  if (entry.deletedAt !== null) return { kind: 'here', file, entry, preview: null, newMedia }
  const previewed = await withSession(services, file.workshopId, (session) =>
    Promise.resolve(previewMerge(session.document, file)),
  )
  if (!previewed.ok) return { kind: 'deviceFailed', failure: previewed.error }
  const preview = previewed.value
  if (!preview.ok) return { kind: 'problems', problems: [preview.error], salvage: null }
  return { kind: 'here', file, entry, preview: preview.value, newMedia }
}

async function readBytes(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}
