/**
 * From what was picked (one zip, several files, a folder) to the bytes of the tables. Sizes are judged before bytes are
 * read, and names before archives are unpacked.
 */
import { err, ok, type Result } from '../shared/result.ts'
import { arrangeFiles, isTablePath } from './arrangeFiles.ts'
import { type InputFile, pathOf } from './inputFile.ts'
import { type Job, pause } from './job.ts'
import { type Limits, LIMITS, mebibytes } from './limits.ts'
import type { ImportProblem } from './problem.ts'
import type { TableBytes, TableSet } from './tableBytes.ts'
import type { FileTable } from './tables/tableFormat.ts'
import { looksLikeZip } from './zip/readDirectory.ts'
import { readZip } from './zip/readZip.ts'

type Problems = readonly ImportProblem[]

export async function readTables(
  files: readonly InputFile[],
  job: Job = {},
  limits: Limits = LIMITS,
): Promise<Result<TableSet, Problems>> {
  const [only] = files
  if (only !== undefined && files.length === 1 && !isTablePath(only.name))
    return readArchive(only, job, limits)
  const byPath = new Map(files.map((file) => [pathOf(file), file]))
  const arranged = arrangeFiles(files.map(pathOf))
  const picked = arranged.flatMap(({ path, table, name }) => {
    const file = byPath.get(path)
    return table === undefined || file === undefined ? [] : [{ file, table, name }]
  })
  if (picked.length === 0) return err([{ code: 'noTables', file: only?.name ?? '' }])
  const problems = checkPicked(picked, limits)
  if (problems.length > 0) return err(problems)
  const tables: TableBytes[] = []
  for (const [index, { file, table, name }] of picked.entries()) {
    if (await pause(job)) return err([{ code: 'cancelled', file: name }])
    const bytes = await readBytes(file, name)
    if (!bytes.ok) return bytes
    tables.push({ table, file: name, bytes: bytes.value })
    job.onProgress?.((index + 1) / picked.length)
  }
  const ignored = arranged.filter(({ table }) => table === undefined)
  return ok({ tables, notices: ignored.map(({ name }) => ({ code: 'fileIgnored', file: name })) })
}

async function readArchive(file: InputFile, job: Job, limits: Limits): Promise<Result<TableSet, Problems>> {
  if (file.size > limits.totalBytes) {
    return err([{ code: 'fileTooLarge', file: file.name, limit: mebibytes(limits.totalBytes) }])
  }
  const bytes = await readBytes(file, file.name)
  if (!bytes.ok) return bytes
  if (!looksLikeZip(bytes.value)) return err([{ code: 'notAZip', file: file.name }])
  return readZip(bytes.value, file.name, limits, job)
}

interface Picked {
  readonly file: InputFile
  readonly table: FileTable
  readonly name: string
}

function checkPicked(picked: readonly Picked[], limits: Limits): ImportProblem[] {
  const seen = new Set<string>()
  const problems: ImportProblem[] = []
  let total = 0
  for (const { file, table, name } of picked) {
    total += file.size
    if (seen.has(table)) problems.push({ code: 'duplicateFile', file: name })
    if (file.size > limits.fileBytes) {
      problems.push({ code: 'fileTooLarge', file: name, limit: mebibytes(limits.fileBytes) })
    } else if (total > limits.totalBytes) {
      problems.push({ code: 'totalTooLarge', file: name, limit: mebibytes(limits.totalBytes) })
    }
    seen.add(table)
  }
  return problems
}

/** A file can vanish or be locked between picking and reading. */
async function readBytes(file: InputFile, name: string): Promise<Result<Uint8Array, Problems>> {
  try {
    return ok(new Uint8Array(await file.arrayBuffer()))
  } catch (error) {
    return err([{ code: 'unreadable', file: name, value: error instanceof Error ? error.message : '' }])
  }
}
