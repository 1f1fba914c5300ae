/** Bytes → a file that is there in whole or not at all: written beside its place, then moved there. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface OutputFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** False when the file cannot be written there; what stood there before is unchanged then. */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<boolean> {
  const beside = `${path}.part`
  try {
    await writeFile(beside, bytes)
    await rename(beside, path)
    return true
  } catch (error) {
    if (!isFileError(error)) throw error
    await rm(beside, { force: true }).catch((cause: unknown) => {
      if (!isFileError(cause)) throw cause
    })
    return false
  }
}

/** Each file in whole; files of other names that stand in the folder already stay. */
export async function writeFolder(path: string, files: readonly OutputFile[]): Promise<boolean> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    if (!isFileError(error)) throw error
    return false
  }
  for (const { name, bytes } of files) {
    if (!(await writeOutput(join(path, name), bytes))) return false
  }
  return true
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error
}
