/**
 * Puts a backup in the place of what is there: all of it, or nothing. Rooms in Redis are shown at the very end, when the folder
 * is in its place; what fails before that is taken back, and what is killed before that nobody has seen. Then it can be run
 * again as if for the first time.
 */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { silentLogger } from '../../src/shared/logger.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'
import { SEEN_TIME_FILE } from '../seenTime.ts'
import { RESTORE_FOLDER } from '../storage/cutOffRestore.ts'
import { lockDataFolder } from '../storage/dataLock.ts'
import { createEmbeddedStorage } from '../storage/embedded.ts'
import type { RedisRestore } from '../storage/redisRestore.ts'
import { type BackupPlaces, type BackupReport, countRooms, sizeOf } from './backup.ts'
import { addMissing, copyFolder } from './copyFiles.ts'
import { copyRooms } from './copyRooms.ts'
import { checkBackup, type Manifest } from './manifest.ts'
import { inPartialFolder } from './partialFolder.ts'
import { type SwappedParts, swapParts } from './swapParts.ts'

export interface RestorePlaces extends Omit<BackupPlaces, 'storage'> {
  readonly redis: RedisRestore | null
}

type Done = Promise<Result<BackupReport, string>>

/** Of a data folder; all else in it is about the machine, and stays. */
const PARTS = ['rooms', 'blobs', 'local-ca']

export async function restoreData(backup: string, places: RestorePlaces): Done {
  const { dataDir, redis } = places
  const checked = await checkBackup(backup)
  if (!checked.ok) return checked
  const rooms = redis === null ? 0 : await redis.countVisible()
  if (rooms > 0) {
    return err(
      `Redis holds ${rooms} rooms. Restore into an empty database: another number at the end of ETAPPE_REDIS_URL.`,
    )
  }
  await mkdir(dataDir, { recursive: true })
  const lock = await lockDataFolder(dataDir)
  if (!lock.ok) return err(`A relay uses ${dataDir}. Stop it first.`)
  try {
    const partial = join(dataDir, RESTORE_FOLDER)
    const done = await inPartialFolder(partial, () => putBack(backup, checked.value, places, partial))
    return done.ok ? done.value : done
  } finally {
    await lock.value.release()
  }
}

async function putBack(
  backup: string,
  { files, damaged }: Manifest,
  places: RestorePlaces,
  partial: string,
): Done {
  const { dataDir, blobDir, redis, clock } = places
  await mkdir(join(partial, 'rooms'))
  for (const part of ['rooms', 'local-ca', ...(blobDir === null ? ['blobs'] : [])]) {
    for await (const _file of copyFolder(join(backup, part), join(partial, part)));
  }
  if (blobDir !== null) await addMissing(join(backup, 'blobs'), blobDir)
  const counted = await countRooms(partial, clock)
  const aside = join(dataDir, `before-restore-${clock.now()}`)
  const swap = () => swapParts({ dataDir, partial, aside, parts: PARTS })
  // What comes from months ago is not over today: its days begin anew.
  await rm(join(dataDir, SEEN_TIME_FILE), { force: true })
  const swapped = redis === null ? await swap() : await intoRedis(places, redis, partial, swap)
  if (swapped === null) {
    return err(
      'Redis went away at the last step and did not say whether it took it. Run the same again: when it says that Redis holds rooms, all was restored.',
    )
  }
  return ok({ ...counted, ...sizeOf(files), damaged, setAside: swapped.isAside ? aside : null })
}

/** Null when it is not known whether the rooms are shown. */
async function intoRedis(
  { clock }: RestorePlaces,
  redis: RedisRestore,
  partial: string,
  swap: () => Promise<SwappedParts>,
): Promise<SwappedParts | null> {
  let swapped: SwappedParts | null = null
  try {
    await redis.discard()
    await copyRooms(createEmbeddedStorage({ folder: partial, logger: silentLogger, clock }), redis.storage)
    await rm(join(partial, 'rooms'), { recursive: true })
    swapped = await swap()
    return (await redis.finish()) ? swapped : null
  } catch (cause) {
    await swapped?.undo()
    // Nobody sees what stays there then, and the next restore removes it.
    await redis.discard().catch(() => undefined)
    throw cause
  }
}
