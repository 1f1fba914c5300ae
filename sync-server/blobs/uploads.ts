/**
 * Receives files: counts and hashes while they stream, keeps what came when a connection breaks, and makes a file
 * visible only when it is whole, on the disk and what its hash says. Two uploads of one file never write at once.
 */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, rm, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { RoomId } from '../../src/protocol/capability.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'
import { type BlobFiles, blocks, makeUploadFolder } from './blobFiles.ts'

export interface Upload {
  readonly room: RoomId
  readonly sha256: string
  /** Where this part begins, how long it is, and how long the whole file is. */
  readonly start: number
  readonly length: number
  readonly total: number
  readonly body: Readable
}

export type UploadError =
  | { readonly code: 'wrongOffset'; readonly offset: number }
  | { readonly code: 'busy' | 'quota' | 'hashMismatch' | 'tooMany' | 'storageFailed' }
  | { readonly code: 'interrupted' }

/** How much is here now; the file is finished when that is all of it. */
export interface Uploaded {
  readonly bytes: number
  readonly finished: boolean
}

export interface Uploads {
  readonly receive: (upload: Upload) => Promise<Result<Uploaded, UploadError>>
  readonly active: () => number
  /** Breaks off what is under way; what came is kept for the next try. */
  readonly close: () => Promise<void>
}

export interface UploadsOptions {
  readonly files: BlobFiles
  readonly quotaBytes: number
  readonly concurrent: number
  /** An upload that sends nothing for so long is over, and makes room for another try. */
  readonly idleMs: number
  readonly onFailed: (cause: unknown) => void
}

interface Active {
  readonly upload: Upload
  readonly done: Promise<unknown>
  heardAt: number
}

export function createUploads(options: UploadsOptions): Uploads {
  const active = new Map<string, Active>()

  async function receive(upload: Upload): Promise<Result<Uploaded, UploadError>> {
    const key = `${upload.room}/${upload.sha256}`
    if (active.has(key)) return err({ code: 'busy' })
    if (active.size >= options.concurrent) return err({ code: 'tooMany' })
    let finished: () => void = () => undefined
    const done = new Promise<void>((resolve) => (finished = resolve))
    const entry = { upload, done, heardAt: performance.now() }
    active.set(key, entry)
    try {
      if (!(await hasSpace(upload))) return err({ code: 'quota' })
      return await store(options, entry)
    } catch (cause) {
      options.onFailed(cause)
      return err({ code: 'storageFailed' })
    } finally {
      active.delete(key)
      finished()
    }
  }

  /** What is being uploaded right now counts as if it were here; what was begun and left counts as far as it came. */
  async function hasSpace({ room }: Upload): Promise<boolean> {
    const coming = [...active.values()].map(({ upload }) => upload).filter((other) => other.room === room)
    const used = await options.files.usedBytes(room, new Set(coming.map(({ sha256 }) => sha256)))
    return used + coming.reduce((sum, { total }) => sum + blocks(total), 0) <= options.quotaBytes
  }

  return {
    receive,
    active: () => active.size,
    close: async () => {
      const entries = [...active.values()]
      for (const { upload } of entries) upload.body.destroy()
      await Promise.all(entries.map(({ done }) => done))
    },
  }
}

async function store(options: UploadsOptions, entry: Active): Promise<Result<Uploaded, UploadError>> {
  const { upload } = entry
  const path = options.files.uploadPathOf(upload.room, upload.sha256)
  await makeUploadFolder(path)
  const held = await options.files.uploadedBytes(upload.room, upload.sha256)
  if (upload.start !== 0 && upload.start !== held) return err({ code: 'wrongOffset', offset: held })
  const hash = createHash('sha256')
  if (upload.start > 0) await hashFile(path, hash)
  const file = await open(path, upload.start === 0 ? 'w' : 'a')
  let written: number
  try {
    written = await writeBody(options, entry, file, hash)
    await file.sync()
  } finally {
    await file.close()
  }
  const bytes = upload.start + written
  if (written < upload.length) return err({ code: 'interrupted' })
  if (bytes < upload.total) return ok({ bytes, finished: false })
  return finish(options.files, upload, hash)
}

async function finish(files: BlobFiles, upload: Upload, hash: Hash): Promise<Result<Uploaded, UploadError>> {
  if (hash.digest('hex') !== upload.sha256) {
    await rm(files.uploadPathOf(upload.room, upload.sha256), { force: true })
    return err({ code: 'hashMismatch' })
  }
  await files.finish(upload.room, upload.sha256)
  return ok({ bytes: upload.total, finished: true })
}

/** Returns how much came; less than announced when the connection broke or fell silent. */
async function writeBody(
  options: UploadsOptions,
  entry: Active,
  file: FileHandle,
  hash: Hash,
): Promise<number> {
  const { body, length } = entry.upload
  const watch = setInterval(() => {
    if (performance.now() - entry.heardAt > options.idleMs) body.destroy()
  }, options.idleMs / 4)
  let written = 0
  try {
    for await (const chunk of withoutBreaking(body)) {
      entry.heardAt = performance.now()
      const part = chunk.subarray(0, length - written)
      await file.writeFile(part)
      hash.update(part)
      written += part.length
    }
  } finally {
    clearInterval(watch)
  }
  return written
}

/** A connection that breaks is expected: what came is kept. Failures of the disk are not caught here. */
async function* withoutBreaking(body: Readable): AsyncGenerator<Buffer> {
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  for (;;) {
    const next = await chunks.next().catch(() => ({ done: true as const, value: undefined }))
    if (next.done === true) return
    yield next.value
  }
}

async function hashFile(path: string, hash: Hash): Promise<void> {
  if ((await stat(path)).size === 0) return
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
}
