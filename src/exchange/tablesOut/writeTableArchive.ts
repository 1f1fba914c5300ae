/** The tables of one journey and the files beside the document, by name or as one zip. The same input, the same bytes. */
import { zipSync } from 'fflate'
import type { JourneyId } from '../../model/records/journey.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { writeTables } from './writeTables.ts'

/** The earliest time a zip can hold. */
const ZIP_EPOCH = '1980-01-01T00:00:00'

export interface TableFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface TableFiles {
  readonly files: readonly TableFile[]
  readonly leftOut: Readonly<Record<string, number>>
}

export interface TableArchive {
  readonly bytes: Uint8Array
  readonly leftOut: Readonly<Record<string, number>>
}

/** `content`: the bytes of attachments by their hash. */
export function writeTableFiles(
  snapshot: WorkshopSnapshot,
  journeyId: JourneyId,
  content: ReadonlyMap<string, Uint8Array>,
  options: { readonly defused?: boolean } = {},
): TableFiles {
  const { files, leftOut } = writeTables(snapshot, journeyId, options)
  const attached = attachmentFiles(snapshot, content)
  const { attachments = 0, ...lost } = leftOut
  const missing = attachments - attached.length
  return {
    files: [...files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })), ...attached],
    leftOut: missing > 0 ? { ...lost, attachments: missing } : lost,
  }
}

export function writeTableArchive(
  snapshot: WorkshopSnapshot,
  journeyId: JourneyId,
  content: ReadonlyMap<string, Uint8Array>,
  options: { readonly defused?: boolean } = {},
): TableArchive {
  const { files, leftOut } = writeTableFiles(snapshot, journeyId, content, options)
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))
  return { bytes: zipSync(entries, { mtime: ZIP_EPOCH }), leftOut }
}

function attachmentFiles(
  { attachments }: WorkshopSnapshot,
  content: ReadonlyMap<string, Uint8Array>,
): TableFile[] {
  return [...attachments.values()].flatMap(({ name, sha256 }) => {
    const bytes = content.get(sha256)
    return bytes === undefined || !isPlainName(name) ? [] : [{ name, bytes }]
  })
}

/** A name from a file may not lead out of the folder it is written into. */
function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}_ -][\p{L}\p{N}_ .-]*$/u.test(name)
}
