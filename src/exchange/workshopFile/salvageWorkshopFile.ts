/**
 * What can still be read of a damaged workshop file, for opening as a new workshop: each document from its place or from
 * its spare at the end; pictures whose bytes still have their hash.
 */
import { documentNames, type DocumentName } from '../../model/documentName.ts'
import { type Job, pause } from '../job.ts'
import { looksLikeZip, readDirectory } from '../zip/readDirectory.ts'
import type { ZipEntry } from '../zip/zipEntry.ts'
import { documentEntry, hashOfMediaEntry, spareEntry } from './fileFormat.ts'
import { hashOf } from './hashOf.ts'
import { mediaNamedIn } from './mediaNamedIn.ts'
import { unpackPart } from './openArchive.ts'
import { scanParts } from './scanParts.ts'
import { EMPTY_UPDATE, scratchWorkshop } from './scratchWorkshop.ts'
import type { DocumentUpdates, FileMedia } from './workshopFile.ts'
import { WORKSHOP_FILE_LIMITS, type WorkshopFileLimits } from './workshopFileLimits.ts'

export interface SalvagedWorkshop {
  readonly title: string
  readonly documents: DocumentUpdates
  readonly media: readonly FileMedia[]
  /** Documents of which nothing could be read. Never the map: without it there is nothing to salvage. */
  readonly lostDocuments: readonly DocumentName[]
  /** Pictures and files that the map shows and the file no longer has whole. */
  readonly lostMedia: number
}

/** The directory and the scan give two; more of one name is somebody's game. */
const MOST_VERSIONS = 4

/** Null when the map itself cannot be read, or when the work was stopped. */
export async function salvageWorkshopFile(
  archive: Uint8Array,
  job: Job = {},
  limits: WorkshopFileLimits = WORKSHOP_FILE_LIMITS,
): Promise<SalvagedWorkshop | null> {
  if (!looksLikeZip(archive) || archive.length > limits.archiveBytes) return null
  const reader = new PartReader(archive, limits)
  const lostDocuments: DocumentName[] = []
  const documents: Record<DocumentName, Uint8Array> = {
    map: EMPTY_UPDATE,
    stage: EMPTY_UPDATE,
    review: EMPTY_UPDATE,
  }
  for (const name of documentNames) {
    if (await pause(job)) return null
    const found = readableOf(reader, name)
    if (found === undefined) lostDocuments.push(name)
    else documents[name] = found
  }
  const scratch = scratchWorkshop(documents)
  if (!scratch.ok) return null
  const snapshot = scratch.value.snapshot()
  scratch.value.destroy()
  if (snapshot.meta.workshopId === '') return null
  const mimes = mediaNamedIn(snapshot)
  const media = await salvageMedia(reader, mimes, job)
  if (media === null) return null
  const lostMedia = mimes.size - media.filter(({ sha256 }) => mimes.has(sha256)).length
  return { title: snapshot.meta.title, documents, media, lostDocuments, lostMedia }
}

/** Everything that the directory or a scan finds, read within the limits. */
class PartReader {
  readonly parts: readonly ZipEntry[]
  readonly #archive: Uint8Array
  readonly #limits: WorkshopFileLimits
  #totalLeft: number

  constructor(archive: Uint8Array, limits: WorkshopFileLimits) {
    this.#archive = archive
    this.#limits = limits
    this.#totalLeft = limits.totalBytes
    const listed = readDirectory(archive)?.slice(0, limits.entries) ?? []
    this.parts = [...listed, ...scanParts(archive, limits.entries)]
  }

  /** Every version of a part whose checksum is right. */
  *read(name: string): Generator<Uint8Array> {
    const versions = this.parts.filter((part) => part.name === name && !part.encrypted)
    for (const part of versions.slice(0, MOST_VERSIONS)) {
      const { documentBytes, mediaBytes } = this.#limits
      const bytes = name.startsWith('media/') ? mediaBytes : documentBytes
      const allowed = { bytes, totalLeft: this.#totalLeft, limits: this.#limits }
      const unpacked = unpackPart(this.#archive, part, allowed)
      if (!unpacked.ok) continue
      this.#totalLeft -= unpacked.value.length
      yield unpacked.value
    }
  }
}

function readableOf(reader: PartReader, document: DocumentName): Uint8Array | undefined {
  for (const name of [documentEntry(document), spareEntry(document)]) {
    for (const bytes of reader.read(name)) {
      const scratch = scratchWorkshop({
        map: EMPTY_UPDATE,
        stage: EMPTY_UPDATE,
        review: EMPTY_UPDATE,
        [document]: bytes,
      })
      if (!scratch.ok) continue
      scratch.value.destroy()
      return bytes
    }
  }
  return undefined
}

async function salvageMedia(
  reader: PartReader,
  mimes: ReadonlyMap<string, string>,
  job: Job,
): Promise<FileMedia[] | null> {
  const media: FileMedia[] = []
  const hashes = new Set(reader.parts.flatMap(({ name }) => hashOfMediaEntry(name) ?? []))
  for (const sha256 of hashes) {
    if (await pause(job)) return null
    for (const bytes of reader.read(`media/${sha256}`)) {
      if ((await hashOf(bytes)) !== sha256) continue
      media.push({ sha256, mime: mimes.get(sha256) ?? 'application/octet-stream', bytes })
      break
    }
  }
  return media
}
