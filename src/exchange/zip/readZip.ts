/**
 * The tables in an archive. Only files whose name is a table are unpacked; what they really unpack to is counted
 * against the limits, so a bomb costs no more than the limit.
 */
import { err, ok, type Result } from '../../shared/result.ts'
import { arrangeFiles, type ArrangedFile, isTablePath } from '../arrangeFiles.ts'
import { type Job, pause } from '../job.ts'
import { type Limits, mebibytes } from '../limits.ts'
import type { ImportProblem } from '../problem.ts'
import type { TableBytes, TableSet } from '../tableBytes.ts'
import { checkNames } from './checkNames.ts'
import { readDirectory } from './readDirectory.ts'
import { type UnpackFault, unpackEntry } from './unpackEntry.ts'
import type { ZipEntry } from './zipEntry.ts'

export async function readZip(
  archive: Uint8Array,
  name: string,
  limits: Limits,
  job: Job,
): Promise<Result<TableSet, readonly ImportProblem[]>> {
  const entries = readDirectory(archive)
  if (entries === undefined) return err([{ code: 'zipDamaged', file: name }])
  if (entries.length > limits.entries) {
    return err([{ code: 'tooManyFiles', file: name, limit: String(limits.entries) }])
  }
  const unsafe = checkNames(entries)
  if (unsafe.length > 0) return err(unsafe.slice(0, limits.problems))
  const arranged = arrangeFiles(entries.map((entry) => entry.name))
  const misplaced = checkPlaces(arranged, name)
  if (misplaced.length > 0) return err(misplaced)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return unpackAll(archive, arranged, byName, limits, job)
}

function checkPlaces(arranged: readonly ArrangedFile[], name: string): ImportProblem[] {
  if (!arranged.some(({ path }) => isTablePath(path))) return [{ code: 'noTables', file: name }]
  return arranged.filter(({ nested }) => nested).map(({ path }) => ({ code: 'nestedFolder', file: path }))
}

async function unpackAll(
  archive: Uint8Array,
  arranged: readonly ArrangedFile[],
  entries: ReadonlyMap<string, ZipEntry>,
  limits: Limits,
  job: Job,
): Promise<Result<TableSet, readonly ImportProblem[]>> {
  const tables: TableBytes[] = []
  let totalLeft = limits.totalBytes
  for (const [index, { path, name, table }] of arranged.entries()) {
    const entry = entries.get(path)
    if (table === undefined || entry === undefined) continue
    if (await pause(job)) return err([{ code: 'cancelled', file: name }])
    const bytes = unpackEntry(archive, entry, { limits, totalLeft })
    if (!bytes.ok) return err([unpackProblem(bytes.error, name, limits)])
    totalLeft -= bytes.value.length
    tables.push({ table, file: name, bytes: bytes.value })
    job.onProgress?.((index + 1) / arranged.length)
  }
  const ignored = arranged.filter(({ table }) => table === undefined)
  return ok({ tables, notices: ignored.map(({ name }) => ({ code: 'fileIgnored', file: name })) })
}

function unpackProblem(code: UnpackFault, file: string, limits: Limits): ImportProblem {
  switch (code) {
    case 'fileTooLarge':
      return { code, file, limit: mebibytes(limits.fileBytes) }
    case 'totalTooLarge':
      return { code, file, limit: mebibytes(limits.totalBytes) }
    case 'zipBomb':
      return { code, file, limit: String(limits.ratio) }
    case 'zipDamaged':
    case 'zipMethod':
      return { code, file }
  }
}
