/**
 * Where workshop files are read from when several are opened at once: files that were picked or dropped together, and
 * the parts of zips of everything. Each is read when it is its turn, because together they may exceed the memory.
 */
import { listDeviceArchive, readArchivedFile } from '../../exchange/deviceArchive/readDeviceArchive.ts'
import { fileProblem, type WorkshopFileProblem } from '../../exchange/workshopFile/workshopFileProblem.ts'
import type { ZipEntry } from '../../exchange/zip/zipEntry.ts'
import { err, ok, type Result } from '../../shared/result.ts'

export interface WorkshopSource {
  readonly name: string
  readonly read: () => Promise<Result<File, WorkshopFileProblem>>
}

export async function workshopSources(files: readonly File[]): Promise<readonly WorkshopSource[]> {
  const sources: WorkshopSource[] = []
  for (const file of files) {
    const entries = await archiveEntries(file)
    if (entries === null) sources.push({ name: file.name, read: () => Promise.resolve(ok(file)) })
    else sources.push(...entries.map((entry) => archived(file, entry)))
  }
  return sources
}

/** Null when it is no zip of everything, or cannot be read: then whoever reads it next says so. */
export async function archiveEntries(file: File): Promise<readonly ZipEntry[] | null> {
  try {
    return await listDeviceArchive(file)
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

function archived(archive: Blob, entry: ZipEntry): WorkshopSource {
  const { name } = entry
  return {
    name,
    read: async () => {
      const bytes = await readArchivedFile(archive, entry)
      if (bytes.ok) return ok(new File([new Uint8Array(bytes.value)], name))
      return err(fileProblem(bytes.error === 'damaged' ? 'entryDamaged' : 'totalTooLarge', name))
    },
  }
}
