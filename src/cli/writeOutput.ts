/**
 * Bytes → files that are there in whole or not at all: written beside their places, then moved there. Of several files
 * either all arrive or none, and what stood there before comes back.
 */
import { access, mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface OutputFile {
  readonly name: string
  readonly bytes: Uint8Array
}

interface Target {
  readonly path: string
  readonly bytes: Uint8Array
}

/** False when the file cannot be written there; what stood there before is unchanged then. */
export function writeOutput(path: string, bytes: Uint8Array): Promise<boolean> {
  return writeAll([{ path, bytes }])
}

/** Files of other names that stand in the folder already stay. A folder that had to be made goes again on failure. */
export async function writeFolder(path: string, files: readonly OutputFile[]): Promise<boolean> {
  const made = await fileWork(() => mkdir(path, { recursive: true }))
  if (!made.done) return false
  const written = await writeAll(files.map(({ name, bytes }) => ({ path: join(path, name), bytes })))
  if (!written && made.value !== undefined) await fileWork(() => rmdir(path))
  return written
}

async function writeAll(targets: readonly Target[]): Promise<boolean> {
  for (const { path, bytes } of targets) {
    if ((await fileWork(() => writeFile(`${path}.part`, bytes))).done) continue
    await removeAll(targets, '.part')
    return false
  }
  const moved: Target[] = []
  for (const target of targets) {
    if (await moveIn(target.path)) {
      moved.push(target)
      continue
    }
    for (const { path } of moved) await moveBack(path)
    await removeAll(targets, '.part')
    return false
  }
  await removeAll(targets, '.before')
  return true
}

/** What stood there is kept beside until all the others are in their places. */
async function moveIn(path: string): Promise<boolean> {
  const stood = await fileWork(() => access(path))
  if (stood.done && !(await fileWork(() => rename(path, `${path}.before`))).done) return false
  if ((await fileWork(() => rename(`${path}.part`, path))).done) return true
  if (stood.done) await fileWork(() => rename(`${path}.before`, path))
  return false
}

async function moveBack(path: string): Promise<void> {
  await fileWork(() => rm(path, { force: true }))
  await fileWork(() => rename(`${path}.before`, path))
}

async function removeAll(targets: readonly Target[], ending: string): Promise<void> {
  for (const { path } of targets) await fileWork(() => rm(`${path}${ending}`, { force: true }))
}

/** The disk may refuse anything at any time; whatever else breaks is a bug. */
async function fileWork<T>(
  work: () => Promise<T>,
): Promise<{ readonly done: true; readonly value: T } | { readonly done: false }> {
  try {
    return { done: true, value: await work() }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { done: false }
    throw error
  }
}
