/**
 * The files of all rooms on disk: finished ones in a folder per room (which several machines may share), unfinished
 * uploads in a folder of this machine. A file's modification time is when a writer last listed it. Knows nothing of HTTP.
 */
import { constants } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isBlobHash } from '../../src/protocol/blobs.ts'
import { isRoomId, type RoomId } from '../../src/protocol/capability.ts'
import type { Clock } from '../../src/shared/clock.ts'
import { hasCode, makeFolderDurably, namesIn, syncFolder } from '../storage/durableFile.ts'

export interface BlobFilesOptions {
  readonly folder: string
  readonly uploads: string
  readonly clock: Clock
}

type Rooms = Pick<ReadonlySet<RoomId>, 'has'>

export interface BlobFiles {
  readonly pathOf: (room: RoomId, sha256: string) => string
  readonly uploadPathOf: (room: RoomId, sha256: string) => string
  /** The size of a finished file, or null. */
  readonly sizeOf: (room: RoomId, sha256: string) => Promise<number | null>
  /** How much of an unfinished upload is here. */
  readonly uploadedBytes: (room: RoomId, sha256: string) => Promise<number>
  /** Somebody still shows it: its days start again. False when it is not here. */
  readonly renew: (room: RoomId, sha256: string) => Promise<boolean>
  /** Makes a whole, synced upload the room's file, durably. */
  readonly finish: (room: RoomId, sha256: string) => Promise<void>
  /** What a room uses, small files counted as a disk does; unfinished uploads too, but for the ones that are named. */
  readonly usedBytes: (room: RoomId, besides: ReadonlySet<string>) => Promise<number>
  /** A new room gets everything an old one has (when its links were changed). */
  readonly copyRoom: (from: RoomId, to: RoomId, signal: AbortSignal) => Promise<void>
  readonly removeRoom: (room: RoomId) => Promise<void>
  /**
   * Removes what nobody listed since `olderThan`, but for rooms in which nobody can any more, and forgotten uploads; returns
   * how many finished files went. The signal ends it between two files.
   */
  readonly sweep: (
    olderThan: number,
    uploadsOlderThan: number,
    closed: Rooms,
    signal: AbortSignal,
  ) => Promise<number>
}

/** What a file costs at least, with its name and its place in every listing. */
const DISK_BLOCK = 16 * 1024

export function createBlobFiles(options: BlobFilesOptions): BlobFiles {
  const { clock } = options
  const pathOf = (room: RoomId, sha256: string) => join(options.folder, room, sha256)
  const uploadPathOf = (room: RoomId, sha256: string) => join(options.uploads, room, sha256)
  return {
    pathOf,
    uploadPathOf,
    sizeOf: (room, sha256) => sizeIfThere(pathOf(room, sha256)),
    uploadedBytes: async (room, sha256) => (await sizeIfThere(uploadPathOf(room, sha256))) ?? 0,
    renew: (room, sha256) => touchIfThere(pathOf(room, sha256), clock.now()),
    finish: (room, sha256) => moveDurably(uploadPathOf(room, sha256), pathOf(room, sha256), clock.now()),
    usedBytes: async (room, besides) => {
      const uploads = (await listHashes(join(options.uploads, room))).filter((name) => !besides.has(name))
      const paths = [
        ...(await listHashes(join(options.folder, room))).map((sha256) => pathOf(room, sha256)),
        ...uploads.map((sha256) => uploadPathOf(room, sha256)),
      ]
      const sizes = await Promise.all(paths.map(sizeIfThere))
      return sizes.reduce<number>((sum, size) => sum + (size === null ? 0 : blocks(size)), 0)
    },
    copyRoom: async (from, to, signal) => {
      const names = await listHashes(join(options.folder, from))
      if (names.length === 0) return
      await makeFolderDurably(join(options.folder, to))
      for (const name of names) {
        signal.throwIfAborted()
        await copyWhole(pathOf(from, name), pathOf(to, name), clock.now())
      }
      await syncFolder(join(options.folder, to))
    },
    removeRoom: async (room) => {
      for (const folder of [join(options.uploads, room), join(options.folder, room)]) {
        for (const name of await namesIn(folder)) await rm(join(folder, name), { force: true })
      }
    },
    sweep: async (olderThan, uploadsOlderThan, closed, signal) => {
      await sweepFolder(options.uploads, uploadsOlderThan, new Set(), signal)
      return sweepFolder(options.folder, olderThan, closed, signal)
    },
  }
}

export function blocks(bytes: number): number {
  return Math.ceil(Math.max(1, bytes) / DISK_BLOCK) * DISK_BLOCK
}

async function sizeIfThere(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return null
    throw cause
  }
}

/**
 * Never back: a relay whose clock is behind would take the days of a picture that another one has just renewed, and a file
 * that was just written has the time of the disk it is on.
 */
async function touch(path: string, now: number): Promise<void> {
  if ((await stat(path)).mtimeMs < now) await utimes(path, now / 1000, now / 1000)
}

async function touchIfThere(path: string, now: number): Promise<boolean> {
  try {
    await touch(path, now)
    return true
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return false
    throw cause
  }
}

/** The shared folder may be another disk: then the bytes are copied to a name beside the target first. */
async function moveDurably(from: string, to: string, now: number): Promise<void> {
  await makeFolderDurably(dirname(to))
  await touch(from, now)
  try {
    await rename(from, to)
  } catch (cause) {
    if (!hasCode(cause, 'EXDEV')) throw cause
    await copyWhole(from, to, now)
    await rm(from, { force: true })
  }
  await syncFolder(dirname(to))
}

async function copyWhole(from: string, to: string, now: number): Promise<void> {
  const beside = `${to}.new`
  await copyFile(from, beside, constants.COPYFILE_FICLONE)
  await touch(beside, now)
  const file = await open(beside, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, to)
}

async function listHashes(folder: string): Promise<string[]> {
  return (await namesIn(folder)).filter(isBlobHash)
}

async function sweepFolder(
  folder: string,
  olderThan: number,
  besides: Rooms,
  signal: AbortSignal,
): Promise<number> {
  let removed = 0
  for (const room of (await namesIn(folder)).filter(isRoomId)) {
    if (besides.has(room)) continue
    for (const name of await namesIn(join(folder, room))) {
      if (signal.aborted) return removed
      const path = join(folder, room, name)
      const found = await stat(path).catch(() => null)
      if (found === null || found.mtimeMs >= olderThan) continue
      await rm(path, { force: true })
      removed += 1
    }
  }
  return removed
}

/** The folder of an upload, made when the first one of a room comes. */
export async function makeUploadFolder(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
}
