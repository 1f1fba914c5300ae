/**
 * A disk that can lose power: remembers per file how much was synced, and makes a copy of a folder as it may look
 * afterwards, with every file cut somewhere behind what was synced, and sometimes with rubbish at the end.
 */
import {
  fstatSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface WatchedDisk {
  /** Copies `from` as a power cut at this moment would leave it. */
  readonly cut: (from: string, to: string, random: () => number) => void
  readonly syncs: () => number
}

type Handle = Record<'sync' | 'datasync', () => Promise<void>> & Pick<FileHandle, 'truncate' | 'fd'>

export async function watchDisk(anyFile: string): Promise<WatchedDisk> {
  const synced = new Map<number, number>()
  let syncs = 0
  const probe = await open(anyFile, 'a')
  const prototype = Object.getPrototypeOf(probe) as Handle
  await probe.close()
  const original = { sync: prototype.sync, datasync: prototype.datasync, truncate: prototype.truncate }
  for (const name of ['sync', 'datasync'] as const) {
    prototype[name] = async function watched(this: Handle) {
      const { ino, size } = fstatSync(this.fd)
      await original[name].call(this)
      synced.set(ino, size)
      syncs += 1
    }
  }
  prototype.truncate = async function watched(this: Handle, length = 0) {
    const { ino } = fstatSync(this.fd)
    await original.truncate.call(this, length)
    synced.set(ino, Math.min(synced.get(ino) ?? 0, length))
  }
  onTestFinished(() => void Object.assign(prototype, original))

  function cut(from: string, to: string, random: () => number): void {
    mkdirSync(to, { recursive: true })
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      const [source, target] = [join(from, entry.name), join(to, entry.name)]
      if (entry.isDirectory()) cut(source, target, random)
      if (!entry.isFile()) continue
      const file = openIfThere(source)
      // Renamed in this very moment: nothing that follows on the rename has begun, so the disk is whole without it.
      if (file === null) continue
      const { ino, size } = fstatSync(file)
      writeFileSync(target, readFileSync(file))
      closeSync(file)
      const safe = Math.min(size, synced.get(ino) ?? 0)
      const kept = safe + Math.floor(random() * (size - safe + 1))
      truncateSync(target, kept)
      if (kept < size && random() < 0.5) rubbish(target, random)
    }
  }

  return { cut, syncs: () => syncs }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw cause
  }
}

function rubbish(path: string, random: () => number): void {
  const file = openSync(path, 'a')
  writeSync(
    file,
    Uint8Array.from({ length: 1 + Math.floor(random() * 60) }, () => Math.floor(random() * 256)),
  )
  closeSync(file)
}
