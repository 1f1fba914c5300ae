/**
 * Copies everything a relay keeps while it runs, and puts such a copy back. Of every document the log is copied before the
 * checkpoint: the relay writes a checkpoint before it shortens the log, so together they always hold everything. What a
 * running relay was just writing at the end of a log is left out, as after a power cut. Rooms in Redis become the same files.
 */
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { isRoomId } from '../../src/protocol/capability.ts'
import type { Clock } from '../../src/shared/clock.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { err, type Result } from '../../src/shared/result.ts'
import type { RelayStorage } from '../storage/contract.ts'
import { lockDataFolder } from '../storage/dataLock.ts'
import { createEmbeddedStorage } from '../storage/embedded.ts'
import { scanRecords } from '../storage/records.ts'
import { addMissing, copyFolder } from './copyFiles.ts'
import { copyRooms } from './copyRooms.ts'
import { type BackedUpFile, checkBackup, describeFile, type Manifest, writeManifest } from './manifest.ts'
import { finishPartialFolder, inPartialFolder } from './partialFolder.ts'
import { swapParts } from './swapParts.ts'

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
  /** Where what was in the data folder went; null when there was nothing. */
  readonly setAside: string | null
}

/** Of a data folder; all else in it is about the machine, and stays. */
const PARTS = ['rooms', 'blobs', 'local-ca']

type Done = Promise<Result<BackupReport, string>>

export async function backupData(places: BackupPlaces, target: string): Done {
  const { dataDir, storage } = places
  if (storage === null && !(await isFolder(join(dataDir, 'rooms'))))
    return err(`${dataDir} is no data folder: it has no rooms.`)
  if (await isFolder(target)) return err(`${target} exists already. Name a folder that does not.`)
  if (isInside(target, dataDir))
    return err(`${target} is inside the data folder. Name a folder outside of it.`)
  const partial = `${target}.partial`
  return inPartialFolder(partial, async () => {
    const report = await copyData(places, partial)
    await finishPartialFolder(partial, target)
    return report
  })
}

async function copyData(
  { dataDir, blobDir, storage, clock }: BackupPlaces,
  to: string,
): Promise<BackupReport> {
  await mkdir(join(to, 'rooms'))
  if (storage !== null) {
    await copyRooms(storage, createEmbeddedStorage({ folder: to, logger: silentLogger, clock }))
  }
  const parts: readonly [name: string, from: string][] = [
    ['rooms', storage === null ? join(dataDir, 'rooms') : join(to, 'rooms')],
    ['blobs', blobDir ?? join(dataDir, 'blobs')],
    ['local-ca', join(dataDir, 'local-ca')],
  ]
  const files: BackedUpFile[] = []
  const damaged: string[] = []
  for (const [name, from] of parts) {
    for await (const file of copyFolder(from, join(to, name))) {
      const path = join(name, file)
      files.push(await describeFile(to, path))
      if (await isDamaged(join(to, path))) damaged.push(path)
    }
  }
  await writeManifest(to, { format: 1, at: clock.now(), files, damaged })
  return { rooms: await countRooms(to), ...sizeOf(files), damaged, setAside: null }
}

export async function restoreData(backup: string, places: BackupPlaces): Done {
  const { dataDir, storage } = places
  const checked = await checkBackup(backup)
  if (!checked.ok) return checked
  const rooms = storage === null ? 0 : await storage.countRooms()
  if (rooms > 0) {
    return err(
      `Redis holds ${rooms} rooms. Restore into an empty database: another number at the end of ETAPPE_REDIS_URL.`,
    )
  }
  await mkdir(dataDir, { recursive: true })
  const lock = await lockDataFolder(dataDir)
  if (!lock.ok) return err(`A relay uses ${dataDir}. Stop it first.`)
  try {
    const partial = join(dataDir, 'restore.partial')
    return await inPartialFolder(partial, () => putBack(backup, checked.value, places, partial))
  } finally {
    await lock.value.release()
  }
}

async function putBack(
  backup: string,
  { files, damaged }: Manifest,
  { dataDir, blobDir, storage, clock }: BackupPlaces,
  partial: string,
): Promise<BackupReport> {
  await mkdir(join(partial, 'rooms'))
  for (const part of ['rooms', 'local-ca', ...(blobDir === null ? ['blobs'] : [])]) {
    for await (const _file of copyFolder(join(backup, part), join(partial, part)));
  }
  if (blobDir !== null) await addMissing(join(backup, 'blobs'), blobDir)
  const rooms = await countRooms(partial)
  if (storage !== null) {
    await copyRooms(createEmbeddedStorage({ folder: partial, logger: silentLogger, clock }), storage)
    await rm(join(partial, 'rooms'), { recursive: true })
  }
  const aside = join(dataDir, `before-restore-${clock.now()}`)
  const isAside = await swapParts({ dataDir, partial, aside, parts: PARTS })
  return { rooms, ...sizeOf(files), damaged, setAside: isAside ? aside : null }
}

function sizeOf(files: readonly BackedUpFile[]): Pick<BackupReport, 'files' | 'bytes'> {
  return { files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0) }
}

async function countRooms(folder: string): Promise<number> {
  return (await readdir(join(folder, 'rooms'))).filter(isRoomId).length
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
