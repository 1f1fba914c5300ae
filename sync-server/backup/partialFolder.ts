/**
 * The folder in which a copy grows until it is whole. A mark tells it from a folder of somebody else with the same name,
 * which is never removed; whatever goes wrong, nothing of it stays.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../src/shared/result.ts'
import { SWAP_MARK } from '../storage/cutOffRestore.ts'
import { namesIn, syncFolder } from '../storage/durableFile.ts'

const MARK = 'etappe-unfinished'

export async function inPartialFolder<T>(
  partial: string,
  work: () => Promise<T>,
): Promise<Result<T, string>> {
  const left = await namesIn(partial)
  // Cut off while it was removed, it may have lost one of its marks.
  const isOurs = left.length === 0 || [MARK, SWAP_MARK].some((mark) => left.includes(mark))
  if (!isOurs) {
    return err(`${partial} is in the way, and is not left over from a backup or restore. Move it away first.`)
  }
  try {
    await rm(partial, { recursive: true, force: true })
    await mkdir(partial, { recursive: true })
    await writeFile(join(partial, MARK), '')
    return ok(await work())
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

/** The whole copy gets its own name. */
export async function finishPartialFolder(partial: string, target: string): Promise<void> {
  await syncFolder(partial)
  await rename(partial, target)
  await rm(join(target, MARK), { force: true })
}
