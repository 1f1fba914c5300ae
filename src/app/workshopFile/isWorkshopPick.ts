/**
 * Whether what was picked is the file of a workshop or tables. By content; the name decides only where the content is
 * neither, so that the message speaks of the right thing.
 */
import { isWorkshopFile } from '../../exchange/workshopFile/openArchive.ts'
import { FILE_EXTENSION } from '../../exchange/workshopFile/fileFormat.ts'
import { looksLikeZip } from '../../exchange/zip/readDirectory.ts'
import { LIMITS } from '../../exchange/limits.ts'

/** Enough for the name of the first part. */
const HEAD_BYTES = 256

export async function isWorkshopPick(file: File): Promise<boolean> {
  const isNamedSo = file.name.toLowerCase().endsWith(`.${FILE_EXTENSION}`)
  try {
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
    if (isWorkshopFile(head)) return true
    if (!looksLikeZip(head)) return isNamedSo
    if (file.size > LIMITS.totalBytes) return isNamedSo
    return isWorkshopFile(new Uint8Array(await file.arrayBuffer()))
  } catch (error) {
    // It vanished or is locked: whoever reads it next says so.
    if (error instanceof DOMException) return isNamedSo
    throw error
  }
}
