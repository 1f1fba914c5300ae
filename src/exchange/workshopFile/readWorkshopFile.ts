/**
 * The bytes of a file → a workshop that is known to be whole: every part is there, has its length and hash, and can be
 * read as what it says. Everything is found before anybody is handed anything.
 */
import type { DocumentName } from '../../model/documentName.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Job, pause } from '../job.ts'
import { documentEntry, MANIFEST_NAME } from './fileFormat.ts'
import { hashOf } from './hashOf.ts'
import type { Manifest, ManifestEntry } from './manifest.ts'
import { type ArchiveParts, openArchive, unpackPart } from './openArchive.ts'
import { parseManifest } from './parseManifest.ts'
import { EMPTY_UPDATE, scratchWorkshop } from './scratchWorkshop.ts'
import type { WorkshopFile } from './workshopFile.ts'
import { WORKSHOP_FILE_LIMITS, type WorkshopFileLimits } from './workshopFileLimits.ts'
import { fileProblem, type WorkshopFileProblem } from './workshopFileProblem.ts'

type Problems = readonly WorkshopFileProblem[]
type Contents = ReadonlyMap<string, Uint8Array>

/** Beyond these the rest is not even looked at. */
const LIMIT_CODES = ['bomb', 'entryTooLarge', 'totalTooLarge']

export async function readWorkshopFile(
  archive: Uint8Array,
  job: Job = {},
  limits: WorkshopFileLimits = WORKSHOP_FILE_LIMITS,
): Promise<Result<WorkshopFile, Problems>> {
  const parts = openArchive(archive, limits)
  if (!parts.ok) return parts
  const manifest = readManifest(archive, parts.value, limits)
  if (!manifest.ok) return err([manifest.error])
  const contents = await unpackAll(archive, parts.value, manifest.value, { job, limits })
  if (!contents.ok) return contents
  const file = assemble(manifest.value, contents.value)
  const problem = checkWorkshop(file)
  return problem === null ? ok(file) : err([problem])
}

export function readManifest(
  archive: Uint8Array,
  parts: ArchiveParts,
  limits: WorkshopFileLimits,
): Result<Manifest, WorkshopFileProblem> {
  const part = parts.get(MANIFEST_NAME)
  if (part === undefined) return err(fileProblem('manifestMissing', MANIFEST_NAME))
  const allowed = { bytes: limits.manifestBytes, totalLeft: limits.totalBytes, limits }
  const bytes = unpackPart(archive, part, allowed)
  if (bytes.ok) return parseManifest(bytes.value)
  const isDamaged = bytes.error.code === 'entryDamaged'
  return err(isDamaged ? fileProblem('manifestDamaged', MANIFEST_NAME) : bytes.error)
}

export function allowedBytes(entry: ManifestEntry, limits: WorkshopFileLimits): number {
  return entry.kind === 'media' ? limits.mediaBytes : limits.documentBytes
}

async function unpackAll(
  archive: Uint8Array,
  parts: ArchiveParts,
  { entries }: Manifest,
  { job, limits }: { readonly job: Job; readonly limits: WorkshopFileLimits },
): Promise<Result<Contents, Problems>> {
  const contents = new Map<string, Uint8Array>()
  const problems: WorkshopFileProblem[] = []
  let totalLeft = limits.totalBytes
  for (const [index, entry] of entries.entries()) {
    if (await pause(job)) return err([fileProblem('cancelled')])
    const part = parts.get(entry.name)
    const unpacked =
      part === undefined
        ? err(fileProblem('entryMissing', entry.name))
        : unpackPart(archive, part, { bytes: allowedBytes(entry, limits), totalLeft, limits })
    const checked = unpacked.ok ? await checkHash(entry, unpacked.value) : unpacked
    if (checked.ok) {
      totalLeft -= checked.value.length
      contents.set(entry.name, checked.value)
    } else {
      problems.push(checked.error)
      if (LIMIT_CODES.includes(checked.error.code)) return err([checked.error])
      if (problems.length >= limits.problems) break
    }
    job.onProgress?.((index + 1) / entries.length)
  }
  if (problems.length > 0) return err(problems)
  return contents.has(documentEntry('map'))
    ? ok(contents)
    : err([fileProblem('entryMissing', documentEntry('map'))])
}

async function checkHash(
  entry: ManifestEntry,
  bytes: Uint8Array,
): Promise<Result<Uint8Array, WorkshopFileProblem>> {
  const isRight = bytes.length === entry.bytes && (await hashOf(bytes)) === entry.sha256
  return isRight ? ok(bytes) : err(fileProblem('wrongHash', entry.name))
}

function assemble(manifest: Manifest, contents: Contents): WorkshopFile {
  const document = (name: DocumentName) => contents.get(documentEntry(name)) ?? EMPTY_UPDATE
  const bytesOf = (entry: ManifestEntry) => contents.get(entry.name) ?? EMPTY_UPDATE
  return {
    workshopId: manifest.workshopId,
    title: manifest.title,
    journeys: manifest.journeys,
    appVersion: manifest.app,
    createdAt: Date.parse(manifest.created),
    documents: { map: document('map'), stage: document('stage'), review: document('review') },
    media: manifest.entries.flatMap((entry) =>
      entry.kind === 'media' ? [{ sha256: entry.sha256, mime: entry.mime, bytes: bytesOf(entry) }] : [],
    ),
    checkpoints: manifest.entries.flatMap((entry) =>
      entry.kind === 'checkpoint'
        ? [{ document: entry.document, at: entry.at, label: entry.label, state: bytesOf(entry) }]
        : [],
    ),
    setAside: manifest.entries.flatMap((entry) =>
      entry.kind === 'setAside' ? [{ document: entry.document, at: entry.at, bytes: bytesOf(entry) }] : [],
    ),
  }
}

function checkWorkshop({ documents, workshopId }: WorkshopFile): WorkshopFileProblem | null {
  const scratch = scratchWorkshop(documents)
  if (!scratch.ok) return fileProblem('documentUnreadable', documentEntry(scratch.error))
  const { meta } = scratch.value.snapshot()
  scratch.value.destroy()
  if (meta.workshopId === '') return fileProblem('noWorkshop', documentEntry('map'))
  return meta.workshopId === workshopId ? null : fileProblem('idMismatch', documentEntry('map'))
}
