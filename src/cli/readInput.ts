/** A path → the files an import can read: those directly in a folder, or the one file. Bytes come later. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { InputFile } from '../exchange/inputFile.ts'
import { err, ok, type Result } from '../shared/result.ts'

export type InputFault = 'inputMissing' | 'inputUnreadable'

export async function readInput(path: string): Promise<Result<readonly InputFile[], InputFault>> {
  try {
    const found = await stat(path)
    if (!found.isDirectory()) return ok([inputFile(path, found.size)])
    const files = await Promise.all((await readdir(path)).toSorted().map((name) => fileIn(path, name)))
    return ok(files.flat())
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return err(missing ? 'inputMissing' : 'inputUnreadable')
  }
}

async function fileIn(folder: string, name: string): Promise<InputFile[]> {
  const path = join(folder, name)
  const found = await stat(path)
  return found.isFile() ? [inputFile(path, found.size)] : []
}

function inputFile(path: string, size: number): InputFile {
  return {
    name: basename(path),
    size,
    arrayBuffer: async () => {
      const bytes = await readFile(path)
      return new Uint8Array(bytes).buffer
    },
  }
}
