/**
 * Keeps the chunks of the last builds: a tablet that still runs yesterday's app loads a panel for the first time after
 * the relay was updated, and must find yesterday's file. Hashed names never collide, so all builds share one folder.
 */
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Clock } from '../../src/shared/clock.ts'

export const ASSETS = 'assets'
const KEPT_BUILDS = 3

interface ArchivedBuild {
  readonly archivedAt: number
  readonly files: readonly string[]
}

/** Copies the current build's assets into `archive` and forgets builds beyond the last few. Returns what was pruned. */
export async function archiveBuild(appDir: string, archive: string, clock: Clock): Promise<number> {
  const files = await listFiles(join(appDir, ASSETS))
  if (files.length === 0) return 0
  await mkdir(join(archive, ASSETS), { recursive: true })
  const present = new Set(await listFiles(join(archive, ASSETS)))
  for (const file of files) {
    if (present.has(file)) continue
    const target = join(archive, ASSETS, file)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(appDir, ASSETS, file), target)
  }
  const builds = await readBuilds(archive)
  const isSame = (build: ArchivedBuild) => build.files.join('\n') === files.join('\n')
  const kept = [{ archivedAt: clock.now(), files }, ...builds.filter((build) => !isSame(build))].slice(
    0,
    KEPT_BUILDS,
  )
  await writeFile(join(archive, 'builds.json'), `${JSON.stringify(kept)}\n`)
  return prune(archive, kept)
}

async function prune(archive: string, kept: readonly ArchivedBuild[]): Promise<number> {
  const wanted = new Set(kept.flatMap((build) => build.files))
  const unwanted = (await listFiles(join(archive, ASSETS))).filter((file) => !wanted.has(file))
  for (const file of unwanted) await rm(join(archive, ASSETS, file), { force: true })
  return unwanted.length
}

async function readBuilds(archive: string): Promise<readonly ArchivedBuild[]> {
  const text = await readFile(join(archive, 'builds.json'), 'utf8').catch(() => '[]')
  const parsed: unknown = parseJson(text)
  return Array.isArray(parsed) ? parsed.filter(isArchivedBuild) : []
}

/** A damaged list costs old chunks at most; the current build is archived afresh at every start. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return []
  }
}

function isArchivedBuild(value: unknown): value is ArchivedBuild {
  return typeof value === 'object' && value !== null && 'files' in value && Array.isArray(value.files)
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
