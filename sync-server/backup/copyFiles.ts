/** Copies folders of files so that the copies survive a power cut, logs before the checkpoints that replace them. */
import { constants } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasCode } from '../storage/durableFile.ts'

/** The names that were copied, below `to`; what vanished meanwhile is left out. */
export async function* copyFolder(from: string, to: string): AsyncGenerator<string> {
  for await (const file of logsThenRest(from)) {
    if (await copyDurably(join(from, file), join(to, file))) yield file
  }
}

/** Only what is not there yet: for files whose name is their hash. */
export async function addMissing(from: string, to: string): Promise<void> {
  for (const file of await filesBelow(from)) {
    if (!(await isThere(join(to, file)))) await copyDurably(join(from, file), join(to, file))
  }
}

/** Looks again after the logs: a checkpoint that was first written meanwhile holds what its log had. */
async function* logsThenRest(folder: string): AsyncGenerator<string> {
  const isLog = (file: string) => file.endsWith('.log')
  yield* (await filesBelow(folder)).filter(isLog)
  yield* (await filesBelow(folder)).filter((file) => !isLog(file))
}

async function filesBelow(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    if (hasCode(cause, 'ENOENT')) return []
    throw cause
  })
  return names
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.new'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

/** Keeps the times (a picture's is when it was last listed); under its name it is whole. */
async function copyDurably(from: string, to: string): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true })
  const beside = `${to}.new`
  try {
    const { atime, mtime } = await stat(from)
    await copyFile(from, beside, constants.COPYFILE_FICLONE)
    await utimes(beside, atime, mtime)
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return false
    throw cause
  }
  const file = await open(beside, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, to)
  return true
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
