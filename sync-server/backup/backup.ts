/**
 * Copies everything a relay keeps while it runs, and puts such a copy back. Of every document the log is copied before the
 * checkpoint: the relay writes a checkpoint before it shortens the log, so together they always hold everything. What a
 * running relay was just writing at the end of a log is left out, as after a power cut. Rooms in Redis become the same files.
 */
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import type { Clock } from '../../src/shared/clock.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'
import type { RelayStorage } from '../storage/contract.ts'
import { lockDataFolder } from '../storage/dataLock.ts'
import { syncFolder } from '../storage/durableFile.ts'
import { createEmbeddedStorage } from '../storage/embedded.ts'
import { scanRecords } from '../storage/records.ts'
import { addMissing, copyFolder } from './copyFiles.ts'
import { copyRooms } from './copyRooms.ts'
import { type BackedUpFile, checkBackup, describeFile, writeManifest } from './manifest.ts'

/** Where a relay keeps what it has. */
export interface BackupPlaces {
  readonly dataDir: string
  /** Pictures outside of the data folder (ETAPPE_BLOBS). */
  readonly blobDir: string | null
  /** Rooms outside of the data folder (ETAPPE_REDIS_URL). */
  readonly storage: RelayStorage | null
  readonly clock: Clock
}

export interface BackupReport {
  readonly rooms: number
  readonly files: number
  readonly bytes: number
  /** Record files with damage inside (not at the end): copied as they are, and named so that somebody looks. */
  readonly damaged: readonly string[]
  /** Where the data folder that was there before went; null when there was none. */
  readonly setAside: string | null
}

type Done = Promise<Result<BackupReport, string>>

export async function backupData(places: BackupPlaces, target: string): Done {
  const { dataDir, storage, clock } = places
  if (storage === null && !(await isFolder(join(dataDir, 'rooms'))))
    return err(`${dataDir} is no data folder: it has no rooms.`)
  if (await isFolder(target)) return err(`${target} exists already. Name a folder that does not.`)
  if (isInside(target, dataDir))
    return err(`${target} is inside the data folder. Name a folder outside of it.`)
  const partial = await freshFolder(target)
  const inFiles = createEmbeddedStorage({ folder: partial, logger: silentLogger, clock })
  if (storage !== null) await copyRooms(storage, inFiles)
  const parts: readonly [name: string, from: string][] = [
    ['rooms', storage === null ? join(dataDir, 'rooms') : join(partial, 'rooms')],
    ['blobs', places.blobDir ?? join(dataDir, 'blobs')],
    ['local-ca', join(dataDir, 'local-ca')],
  ]
  const files: BackedUpFile[] = []
  const damaged: string[] = []
  for (const [name, from] of parts) {
    for await (const file of copyFolder(from, join(partial, name))) {
      const path = join(name, file)
      files.push(await describeFile(partial, path))
      if (await isDamaged(join(partial, path))) damaged.push(path)
    }
  }
  await writeManifest(partial, { format: 1, at: clock.now(), files, damaged })
  return finish(partial, target, { rooms: await countRooms(partial), files, damaged, setAside: null })
}

export async function restoreData(backup: string, places: BackupPlaces): Done {
  const { dataDir, blobDir, storage, clock } = places
  const checked = await checkBackup(backup)
  if (!checked.ok) return checked
  const rooms = storage === null ? 0 : await storage.countRooms()
  if (rooms > 0) {
    return err(
      `Redis holds ${rooms} rooms. Restore into an empty database: another number at the end of ETAPPE_REDIS_URL.`,
    )
  }
  if (await isInUse(dataDir)) return err(`A relay uses ${dataDir}. Stop it first.`)
  const partial = await freshFolder(dataDir)
  for (const part of ['rooms', 'local-ca', ...(blobDir === null ? ['blobs'] : [])]) {
    for await (const _file of copyFolder(join(backup, part), join(partial, part)));
  }
  if (blobDir !== null) await addMissing(join(backup, 'blobs'), blobDir)
  const restored = await countRooms(partial)
  if (storage !== null) {
    await copyRooms(createEmbeddedStorage({ folder: partial, logger: silentLogger, clock }), storage)
    await rm(join(partial, 'rooms'), { recursive: true })
  }
  const setAside = await putAside(dataDir, clock)
  const { files, damaged } = checked.value
  return finish(partial, dataDir, { rooms: restored, files, damaged, setAside })
}

async function isInUse(dataDir: string): Promise<boolean> {
  if (!(await isFolder(dataDir))) return false
  const lock = await lockDataFolder(dataDir)
  if (lock.ok) await lock.value.release()
  return !lock.ok
}

/** What was there is kept beside it. */
async function putAside(dataDir: string, clock: Clock): Promise<string | null> {
  if (!(await isFolder(dataDir))) return null
  const setAside = `${dataDir}.before-restore-${clock.now()}`
  await rename(dataDir, setAside)
  return setAside
}

async function freshFolder(target: string): Promise<string> {
  const partial = `${target}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(join(partial, 'rooms'), { recursive: true })
  return partial
}

async function finish(
  partial: string,
  target: string,
  done: Omit<BackupReport, 'files' | 'bytes'> & { readonly files: readonly BackedUpFile[] },
): Done {
  await syncFolder(partial)
  await rename(partial, target)
  const bytes = done.files.reduce((sum, file) => sum + file.bytes, 0)
  return ok({ ...done, files: done.files.length, bytes })
}

async function countRooms(folder: string): Promise<number> {
  return (await readdir(join(folder, 'rooms'))).length
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
