/**
 * What a backup says about itself: every file with its length and hash, written last. A copy that is cut short or has
 * changed since is found out before anything of it is used.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join, sep } from 'node:path'
import { err, ok, type Result } from '../../src/shared/result.ts'
import { readFileIfThere, replaceFileDurably } from '../storage/durableFile.ts'

export interface BackedUpFile {
  /** Below the backup, with slashes on every system. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

export interface Manifest {
  readonly format: 1
  readonly at: number
  readonly files: readonly BackedUpFile[]
  /** Had damage inside when they were copied. */
  readonly damaged: readonly string[]
}

const NAME = 'backup.json'

export async function describeFile(folder: string, path: string): Promise<BackedUpFile> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(join(folder, path))) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return { path: path.split(sep).join('/'), bytes, sha256: hash.digest('hex') }
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await replaceFileDurably(join(folder, NAME), Buffer.from(`${JSON.stringify(manifest)}\n`))
}

/** The manifest of a whole and unchanged backup, or what is wrong with it. */
export async function checkBackup(folder: string): Promise<Result<Manifest, string>> {
  const bytes = await readFileIfThere(join(folder, NAME))
  if (bytes === null) return err(`${folder} is no backup, or was not finished: it has no ${NAME}.`)
  const manifest = parse(bytes.toString())
  if (manifest === null) return err(`${join(folder, NAME)} cannot be read. Use another backup.`)
  for (const file of manifest.files) {
    const wrong = await whatIsWrong(folder, file)
    if (wrong !== null) return err(`The backup is damaged: ${file.path} ${wrong}. Use another backup.`)
  }
  return ok(manifest)
}

async function whatIsWrong(folder: string, file: BackedUpFile): Promise<string | null> {
  try {
    const found = await describeFile(folder, file.path.split('/').join(sep))
    if (found.bytes !== file.bytes) return `has ${found.bytes} bytes instead of ${file.bytes}`
    return found.sha256 === file.sha256 ? null : 'is not what was backed up'
  } catch (cause) {
    return `cannot be read (${cause instanceof Error ? cause.message : String(cause)})`
  }
}

function parse(text: string): Manifest | null {
  try {
    const value: unknown = JSON.parse(text)
    return isManifest(value) ? value : null
  } catch {
    return null
  }
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false
  const { format, files, damaged } = value as Partial<Record<keyof Manifest, unknown>>
  return format === 1 && Array.isArray(damaged) && Array.isArray(files) && files.every(isFile)
}

/** A path that leads out of the backup is nobody's backup. */
function isFile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { path, bytes, sha256 } = value as Partial<Record<keyof BackedUpFile, unknown>>
  const isInside = typeof path === 'string' && !path.startsWith('/') && !path.split(/[/\\]/).includes('..')
  return isInside && typeof bytes === 'number' && typeof sha256 === 'string'
}
