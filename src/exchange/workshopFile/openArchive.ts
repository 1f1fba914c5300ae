/** The parts of a workshop file by name, judged before anything is unpacked; and whether bytes are such a file at all. */
import { err, ok, type Result } from '../../shared/result.ts'
import { mebibytes } from '../limits.ts'
import { checkNames } from '../zip/checkNames.ts'
import { looksLikeZip, readDirectory } from '../zip/readDirectory.ts'
import { type UnpackFault, unpackEntry } from '../zip/unpackEntry.ts'
import type { ZipEntry } from '../zip/zipEntry.ts'
import { documentEntry, MANIFEST_NAME } from './fileFormat.ts'
import { unpackLimits, type WorkshopFileLimits } from './workshopFileLimits.ts'
import { fileProblem, type WorkshopFileProblem, type WorkshopFileProblemCode } from './workshopFileProblem.ts'

export type ArchiveParts = ReadonlyMap<string, ZipEntry>

const FIRST_NAME_AT = 30

/** By content, not by name: the manifest is the first part, or it is somewhere in the directory. */
export function isWorkshopFile(bytes: Uint8Array): boolean {
  if (!looksLikeZip(bytes)) return false
  const first = bytes.subarray(FIRST_NAME_AT, FIRST_NAME_AT + MANIFEST_NAME.length)
  if (new TextDecoder('latin1').decode(first) === MANIFEST_NAME) return true
  const names = readDirectory(bytes)?.map(({ name }) => name) ?? []
  return names.includes(MANIFEST_NAME) || names.includes(documentEntry('map'))
}

export function openArchive(
  archive: Uint8Array,
  limits: WorkshopFileLimits,
): Result<ArchiveParts, readonly WorkshopFileProblem[]> {
  const refuse = (code: WorkshopFileProblemCode, entry = '', value = '') =>
    err([fileProblem(code, entry, value)])
  if (archive.length > limits.archiveBytes) return refuse('fileTooLarge', '', mebibytes(limits.archiveBytes))
  if (!looksLikeZip(archive)) return refuse('foreign')
  const entries = readDirectory(archive)
  if (entries === undefined) return refuse(isWorkshopFile(archive) ? 'cutOff' : 'foreign')
  if (entries.length > limits.entries) return refuse('tooManyEntries', '', String(limits.entries))
  const parts = new Map(entries.map((entry) => [entry.name, entry]))
  if (!parts.has(MANIFEST_NAME) && !parts.has(documentEntry('map'))) return refuse('foreign')
  const unsafe = checkNames(entries)
  if (unsafe.length > 0) {
    return err(unsafe.slice(0, limits.problems).map(({ file }) => fileProblem('unsafeEntry', file)))
  }
  return parts.has(MANIFEST_NAME) ? ok(parts) : refuse('manifestMissing', MANIFEST_NAME)
}

/** Unpacks one part; what comes out is counted against its own limit and what is left of the whole. */
export function unpackPart(
  archive: Uint8Array,
  part: ZipEntry,
  allowed: { readonly bytes: number; readonly totalLeft: number; readonly limits: WorkshopFileLimits },
): Result<Uint8Array, WorkshopFileProblem> {
  const { bytes, totalLeft, limits } = allowed
  const unpacked = unpackEntry(archive, part, { limits: unpackLimits(limits, bytes), totalLeft })
  if (unpacked.ok) return unpacked
  const [code, value] = faultCode(unpacked.error, bytes, limits)
  return err(fileProblem(code, part.name, value))
}

function faultCode(
  fault: UnpackFault,
  bytes: number,
  limits: WorkshopFileLimits,
): readonly [WorkshopFileProblemCode, string] {
  switch (fault) {
    case 'zipBomb':
      return ['bomb', String(limits.ratio)]
    case 'fileTooLarge':
      return ['entryTooLarge', mebibytes(bytes)]
    case 'totalTooLarge':
      return ['totalTooLarge', mebibytes(limits.totalBytes)]
    case 'zipDamaged':
    case 'zipMethod':
      return ['entryDamaged', '']
  }
}
