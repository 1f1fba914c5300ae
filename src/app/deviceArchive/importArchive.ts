/**
 * The workshops of a zip of everything, first looked at and then taken in, one after the other: new ones are kept, those
 * that are here are merged. One that is damaged holds up none of the others.
 */
import { readArchivedFile } from '../../exchange/deviceArchive/readDeviceArchive.ts'
import { fileProblem, type WorkshopFileProblem } from '../../exchange/workshopFile/workshopFileProblem.ts'
import type { ZipEntry } from '../../exchange/zip/zipEntry.ts'
import type { ReasonCode } from '../reasonText.ts'
import type { AppServices } from '../services.ts'
import { examineFile } from '../workshopFile/examineFile.ts'
import { keepFile, mergeFile } from '../workshopFile/takeInFile.ts'

export type ArchivedWorkshop =
  | { readonly kind: 'new' }
  /** It is here already; `changes` records differ, `pictures` are not here. */
  | { readonly kind: 'here'; readonly changes: number; readonly pictures: number }
  /** It is in the bin, unopened: taking it in takes it out. */
  | { readonly kind: 'binned' }
  | { readonly kind: 'same' }
  | { readonly kind: 'problem'; readonly problem: WorkshopFileProblem | null }
  | { readonly kind: 'device'; readonly code: ReasonCode }
  | { readonly kind: 'taken' }

/** Changes nothing. */
export async function lookAt(
  services: AppServices,
  archive: Blob,
  entry: ZipEntry,
): Promise<ArchivedWorkshop> {
  const examined = await examine(services, archive, entry)
  switch (examined.kind) {
    case 'new':
      return { kind: 'new' }
    case 'here': {
      const { preview, newMedia } = examined
      if (preview === null) return { kind: 'binned' }
      const changes = preview.changes.reduce(
        (sum, { added, changed, binned, restored }) => sum + added + changed + binned + restored,
        0,
      )
      if (!preview.bringsChanges && newMedia === 0) return { kind: 'same' }
      return { kind: 'here', changes, pictures: newMedia }
    }
    case 'problems':
      return { kind: 'problem', problem: examined.problems[0] ?? null }
    case 'unreadable':
      return { kind: 'problem', problem: null }
    case 'deviceFailed':
      return { kind: 'device', code: examined.failure.code }
  }
}

/** What was read before is read again: a zip may be larger than the memory. */
export async function takeIn(
  services: AppServices,
  archive: Blob,
  entry: ZipEntry,
): Promise<ArchivedWorkshop> {
  const examined = await examine(services, archive, entry)
  if (examined.kind !== 'new' && examined.kind !== 'here') return lookAt(services, archive, entry)
  const take = examined.kind === 'new' ? keepFile : mergeFile
  const taken = await take(services, examined.file)
  return taken.ok ? { kind: 'taken' } : { kind: 'device', code: taken.error.code }
}

async function examine(services: AppServices, archive: Blob, entry: ZipEntry) {
  const bytes = await readArchivedFile(archive, entry)
  if (!bytes.ok) {
    const code = bytes.error === 'damaged' ? 'entryDamaged' : 'totalTooLarge'
    return { kind: 'problems', problems: [fileProblem(code, entry.name)], salvage: null } as const
  }
  const { signal } = new AbortController()
  return examineFile(services, new File([new Uint8Array(bytes.value)], entry.name), { signal })
}
