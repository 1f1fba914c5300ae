/**
 * Copies everything a relay keeps while it runs. Of every document the log is copied before the
 * checkpoint: the relay writes a checkpoint before it shortens the log, so together they always hold everything. What a
 * running relay was just writing at the end of a log is left out, as after a power cut. Rooms in Redis become the same files.
 */
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import type { Clock } from '../../src/shared/clock.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { err, type Result } from '../../src/shared/result.ts'
import type { RelayStorage } from '../storage/contract.ts'
import { isRestoreCutOff } from '../storage/cutOffRestore.ts'
import { createEmbeddedStorage } from '../storage/embedded.ts'
import { openEmbeddedRooms } from '../storage/embeddedRooms.ts'
import { scanRecords } from '../storage/records.ts'
import { copyFolder } from './copyFiles.ts'
import { copyRooms } from './copyRooms.ts'
import { type BackedUpFile, describeFile, writeManifest } from './manifest.ts'
import { finishPartialFolder, inPartialFolder } from './partialFolder.ts'

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
  /** So many of them: closed by a moderator, or left behind by new links. */
  readonly closedRooms: number
  readonly files: number
  readonly bytes: number
  /** Record files with damage inside (not at the end): copied as they are, and named so that somebody looks. */
  readonly damaged: readonly string[]
  /** Where what was in the data folder went; null when there was nothing. */
  readonly setAside: string | null
}

type Done = Promise<Result<BackupReport, string>>

export async function backupData(places: BackupPlaces, target: string): Done {
  const { dataDir, storage } = places
  if (await isRestoreCutOff(dataDir)) {
    return err(
      `A restore into ${dataDir} was cut off: it holds parts of two states. Run the restore again first.`,
    )
  }
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
  return { ...(await countRooms(to, clock)), ...sizeOf(files), damaged, setAside: null }
}

export function sizeOf(files: readonly BackedUpFile[]): Pick<BackupReport, 'files' | 'bytes'> {
  return { files: files.length, bytes: files.reduce((sum, file) => sum + file.bytes, 0) }
}

export async function countRooms(
  folder: string,
  clock: Clock,
): Promise<Pick<BackupReport, 'rooms' | 'closedRooms'>> {
  const rooms = openEmbeddedRooms(folder, clock)
  const all = await rooms.all()
  let closedRooms = 0
  // One after the other: each opens a file, and there may be more rooms than a process may open files.
  for (const room of all) if ((await rooms.state(room)) === 'closed') closedRooms += 1
  return { rooms: all.length, closedRooms }
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
