/**
 * The workshop files in a zip of everything on a device, read piece by piece from where the zip lies: the whole of it
 * may be larger than a tablet's memory. Nothing about it is believed before it was counted.
 */
import { err, type Result } from '../../shared/result.ts'
import { FILE_EXTENSION } from '../workshopFile/fileFormat.ts'
import { unpackLimits, WORKSHOP_FILE_LIMITS } from '../workshopFile/workshopFileLimits.ts'
import { looksLikeZip, readDirectory } from '../zip/readDirectory.ts'
import { unpackEntry } from '../zip/unpackEntry.ts'
import type { ZipEntry } from '../zip/zipEntry.ts'
import { MOST_ARCHIVE_FILES } from './StoredZip.ts'

const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const END_SIGNATURE = 0x06054b50
const LOCAL_BYTES = 30
/** Two thousand names of the longest kind. */
const MOST_DIRECTORY_BYTES = 64 * 1024 * 1024

/** The workshop files in it; null when this is no such zip (tables, a single workshop, something else). */
export async function listDeviceArchive(archive: Blob): Promise<readonly ZipEntry[] | null> {
  if (!looksLikeZip(await bytesOf(archive, 0, 4))) return null
  const directory = await directoryOf(archive)
  const entries = directory === null ? undefined : readDirectory(directory)
  if (entries === undefined || entries.length > MOST_ARCHIVE_FILES) return null
  const files = entries.filter(({ name }) => !name.endsWith('/') && !name.startsWith('__MACOSX/'))
  const isArchive = files.length > 0 && files.every(isWorkshopEntry)
  return isArchive ? files : null
}

/** One of them, with all limits and checks of unpacking. */
export async function readArchivedFile(
  archive: Blob,
  entry: ZipEntry,
): Promise<Result<Uint8Array, 'damaged' | 'tooLarge'>> {
  const limits = unpackLimits(WORKSHOP_FILE_LIMITS, WORKSHOP_FILE_LIMITS.archiveBytes)
  if (entry.packedSize > WORKSHOP_FILE_LIMITS.archiveBytes) return err('tooLarge')
  const head = await bytesOf(archive, entry.offset, LOCAL_BYTES)
  if (head.length < LOCAL_BYTES) return err('damaged')
  const view = new DataView(head.buffer)
  const names = view.getUint16(26, true) + view.getUint16(28, true)
  const bytes = await bytesOf(archive, entry.offset, LOCAL_BYTES + names + entry.packedSize)
  const allowance = { limits, totalLeft: WORKSHOP_FILE_LIMITS.archiveBytes }
  const unpacked = unpackEntry(bytes, { ...entry, offset: 0 }, allowance)
  if (unpacked.ok) return unpacked
  return err(unpacked.error === 'zipDamaged' || unpacked.error === 'zipMethod' ? 'damaged' : 'tooLarge')
}

function isWorkshopEntry({ name, encrypted, symlink }: ZipEntry): boolean {
  return name.toLowerCase().endsWith(`.${FILE_EXTENSION}`) && !encrypted && !symlink
}

/** The directory and its end alone, as if they were the whole zip. */
async function directoryOf(archive: Blob): Promise<Uint8Array | null> {
  const tailBytes = Math.min(archive.size, END_BYTES + LONGEST_COMMENT)
  const tail = await bytesOf(archive, archive.size - tailBytes, tailBytes)
  const view = new DataView(tail.buffer)
  let end = tail.length - END_BYTES
  while (end >= 0 && view.getUint32(end, true) !== END_SIGNATURE) end -= 1
  if (end < 0) return null
  const size = view.getUint32(end + 12, true)
  const at = view.getUint32(end + 16, true)
  if (size > MOST_DIRECTORY_BYTES || at + size > archive.size) return null
  const directory = new Uint8Array(size + END_BYTES)
  directory.set(await bytesOf(archive, at, size))
  directory.set(tail.subarray(end, end + END_BYTES), size)
  new DataView(directory.buffer).setUint32(size + 16, 0, true)
  return directory
}

async function bytesOf(archive: Blob, at: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await archive.slice(at, at + length).arrayBuffer())
}
