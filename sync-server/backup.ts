/**
 * Copies a data folder while its relay runs, and puts such a copy back. Of every document the log is copied before the
 * checkpoint: the relay writes a checkpoint before it shortens the log, so together they always hold everything. What a
 * running relay was just writing at the end of a log is left out, as after a power cut.
 */
import { constants } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { err, ok, type Result } from '../src/shared/result.ts'
import { hasCode, syncFolder } from './storage/durableFile.ts'
import { lockDataFolder } from './storage/dataLock.ts'
import { scanRecords } from './storage/records.ts'

export interface BackupReport {
  readonly rooms: number
  readonly files: number
  readonly bytes: number
  /** Record files with damage inside (not at the end): copied as they are, and named so that somebody looks. */
  readonly damaged: readonly string[]
  /** Where the data folder that was there before went; null when there was none. */
  readonly setAside: string | null
}

/** What is worth keeping; the lock, unfinished uploads and old builds of the app are not. */
const KEPT = ['rooms', 'blobs', 'local-ca'] as const

export async function backupData(dataDir: string, target: string): Promise<Result<BackupReport, string>> {
  if (!(await isFolder(join(dataDir, 'rooms')))) return err(`${dataDir} is no data folder: it has no rooms.`)
  if (await isFolder(target)) return err(`${target} exists already. Name a folder that does not.`)
  if (isInside(target, dataDir))
    return err(`${target} is inside the data folder. Name a folder outside of it.`)
  return copyData(dataDir, target, null)
}

export async function restoreData(
  backup: string,
  dataDir: string,
  now: number,
): Promise<Result<BackupReport, string>> {
  if (!(await isFolder(join(backup, 'rooms')))) return err(`${backup} is no backup: it has no rooms.`)
  if (!(await isFolder(dataDir))) return copyData(backup, dataDir, null)
  const lock = await lockDataFolder(dataDir)
  if (!lock.ok) return err(`A relay uses ${dataDir}. Stop it first.`)
  await lock.value.release()
  const setAside = `${dataDir}.before-restore-${now}`
  await rename(dataDir, setAside)
  return copyData(backup, dataDir, setAside)
}

async function copyData(
  from: string,
  to: string,
  setAside: string | null,
): Promise<Result<BackupReport, string>> {
  const partial = `${to}.partial`
  await rm(partial, { recursive: true, force: true })
  const damaged: string[] = []
  let [files, bytes] = [0, 0]
  for (const part of KEPT) {
    for await (const file of logsThenRest(join(from, part))) {
      const copied = await copyDurably(join(from, part, file), join(partial, part, file))
      if (copied === null) continue
      files += 1
      bytes += copied
      if (await isDamaged(join(partial, part, file))) damaged.push(join(part, file))
    }
  }
  await mkdir(join(partial, 'rooms'), { recursive: true })
  await syncFolder(partial)
  await rename(partial, to)
  const rooms = (await readdir(join(to, 'rooms'))).length
  return ok({ rooms, files, bytes, damaged, setAside })
}

/** Looks again after the logs: a checkpoint that was first written meanwhile holds what its log had. */
async function* logsThenRest(folder: string): AsyncGenerator<string> {
  const isLog = (file: string) => file.endsWith('.log')
  yield* (await filesBelow(folder)).filter(isLog)
  yield* (await filesBelow(folder)).filter((file) => !isLog(file))
}

async function filesBelow(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    if (hasCode(cause, 'ENOENT')) return []
    throw cause
  })
  return names
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.new'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

/** Keeps the times: a picture's is when it was last listed. */
async function copyDurably(from: string, to: string): Promise<number | null> {
  await mkdir(join(to, '..'), { recursive: true })
  try {
    const { atime, mtime } = await stat(from)
    await copyFile(from, to, constants.COPYFILE_FICLONE)
    await utimes(to, atime, mtime)
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return null
    throw cause
  }
  const file = await open(to, 'r+')
  try {
    await file.sync()
    return (await file.stat()).size
  } finally {
    await file.close()
  }
}

async function isDamaged(path: string): Promise<boolean> {
  if (!/\.(log|checkpoint)$/.test(path)) return false
  const bytes = await readFile(path)
  const { damagedBytes, soundEnd } = scanRecords(bytes)
  return path.endsWith('.log') ? damagedBytes > bytes.length - soundEnd : damagedBytes > 0
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

function isInside(path: string, folder: string): boolean {
  return `${resolve(path)}${sep}`.startsWith(`${resolve(folder)}${sep}`)
}
