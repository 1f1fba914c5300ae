/**
 * A workshop → the bytes of its file. The manifest and the documents come first and the documents once more at the
 * end, so that a transfer that broke off, or a damaged place anywhere, leaves a whole copy of the work.
 */
import { deflateSync, strToU8, zipSync, type ZipOptions } from 'fflate'
import { documentNames } from '../../model/documentName.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Job, pause } from '../job.ts'
import {
  checkpointEntry,
  documentEntry,
  FILE_FORMAT,
  FILE_VERSION,
  MANIFEST_NAME,
  mediaEntry,
  setAsideEntry,
  spareEntry,
} from './fileFormat.ts'
import { hashOf } from './hashOf.ts'
import type { Manifest, ManifestEntry } from './manifest.ts'
import type { WorkshopFile } from './workshopFile.ts'
import { WORKSHOP_FILE_LIMITS, type WorkshopFileLimits } from './workshopFileLimits.ts'
import { fileProblem, type WorkshopFileProblem } from './workshopFileProblem.ts'

export interface WrittenWorkshopFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Hashes of pictures and files that did not fit any more; the documents always do. */
  readonly leftOut: readonly string[]
}

interface Part {
  readonly entry: ManifestEntry
  readonly bytes: Uint8Array
  readonly isPackable: boolean
}

/** The earliest time a zip can hold: when a file was written says the manifest, in the time zone of nobody. */
const ZIP_EPOCH = '1980-01-01T00:00:00'
/** Better packed than this is stored unpacked instead, so that our own files never look like bombs. */
const BEST_RATIO = 50

export async function writeWorkshopFile(
  workshop: WorkshopFile,
  job: Job = {},
  limits: WorkshopFileLimits = WORKSHOP_FILE_LIMITS,
): Promise<Result<WrittenWorkshopFile, WorkshopFileProblem>> {
  const parts = await documentParts(workshop)
  const leftOut: string[] = []
  let total = parts.reduce((sum, part) => sum + part.bytes.length * 2, limits.manifestBytes)
  for (const [index, { sha256, mime, bytes }] of workshop.media.entries()) {
    if (await pause(job)) return err(fileProblem('cancelled'))
    const isTooMuch = bytes.length > limits.mediaBytes || total + bytes.length > roomFor(limits)
    if (isTooMuch || parts.length * 2 > limits.entries) {
      leftOut.push(sha256)
      continue
    }
    total += bytes.length
    const entry = { name: mediaEntry(sha256), kind: 'media', mime, bytes: bytes.length, sha256 } as const
    parts.push({ entry, bytes, isPackable: mime.startsWith('text/') })
    job.onProgress?.((index + 1) / (workshop.media.length + 1))
  }
  const spares = parts.flatMap(spareOf)
  const packed = zipSync(archiveOf(workshop, [...parts, ...spares]), { mtime: ZIP_EPOCH })
  job.onProgress?.(1)
  return ok({ bytes: packed as Uint8Array<ArrayBuffer>, leftOut })
}

/** What the reader would take, packed or not. */
function roomFor(limits: WorkshopFileLimits): number {
  return Math.min(limits.totalBytes, limits.archiveBytes)
}

async function documentParts({ documents, checkpoints, setAside }: WorkshopFile): Promise<Part[]> {
  const parts: Part[] = []
  for (const document of documentNames) {
    const bytes = documents[document]
    const head = { name: documentEntry(document), bytes: bytes.length, sha256: await hashOf(bytes) }
    parts.push({ entry: { ...head, kind: 'document', document }, bytes, isPackable: true })
  }
  for (const [index, { document, at, label, state }] of checkpoints.entries()) {
    const head = { name: checkpointEntry(index), bytes: state.length, sha256: await hashOf(state) }
    parts.push({
      entry: { ...head, kind: 'checkpoint', document, at, label },
      bytes: state,
      isPackable: true,
    })
  }
  for (const [index, { document, at, bytes }] of setAside.entries()) {
    const head = { name: setAsideEntry(index), bytes: bytes.length, sha256: await hashOf(bytes) }
    parts.push({ entry: { ...head, kind: 'setAside', document, at }, bytes, isPackable: true })
  }
  return parts
}

function spareOf({ entry, bytes, isPackable }: Part): Part[] {
  if (entry.kind !== 'document') return []
  return [{ entry: { ...entry, kind: 'spare', name: spareEntry(entry.document) }, bytes, isPackable }]
}

function archiveOf(workshop: WorkshopFile, parts: readonly Part[]): Record<string, [Uint8Array, ZipOptions]> {
  const manifest: Manifest = {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    minReader: 1,
    app: workshop.appVersion,
    workshopId: workshop.workshopId,
    title: workshop.title,
    journeys: workshop.journeys,
    created: new Date(workshop.createdAt).toISOString(),
    entries: parts.map(({ entry }) => entry),
  }
  const files = parts.map(({ entry, bytes, isPackable }) => {
    const level = isPackable && !packsSuspiciously(bytes) ? 6 : 0
    return [entry.name, [bytes, { level }]] as const
  })
  const head = strToU8(`${JSON.stringify(manifest, null, 1)}\n`)
  return Object.fromEntries([[MANIFEST_NAME, [head, { level: 0 }]], ...files]) as Record<
    string,
    [Uint8Array, ZipOptions]
  >
}

function packsSuspiciously(bytes: Uint8Array): boolean {
  const { ratioFreeBytes } = WORKSHOP_FILE_LIMITS
  return bytes.length > ratioFreeBytes && deflateSync(bytes, { level: 6 }).length * BEST_RATIO < bytes.length
}
