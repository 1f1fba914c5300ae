/**
 * Puts restored parts in the place of those that were there. The data folder itself stays where it is, because it may be a
 * mount point or a link; what was in it goes into a folder inside. All parts are swapped, or none; a mark tells when this
 * was cut off in the middle, so that no relay takes what is left for the whole.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { namesIn, syncFolder } from '../storage/durableFile.ts'
import { SWAP_MARK } from '../storage/cutOffRestore.ts'

interface PartSwap {
  readonly dataDir: string
  /** Holds the restored parts, on the same disk. */
  readonly partial: string
  /** Where the former parts go. */
  readonly aside: string
  readonly parts: readonly string[]
}

export interface SwappedParts {
  /** Whether there was something to set aside. */
  readonly isAside: boolean
  readonly undo: () => Promise<void>
}

export async function swapParts({ dataDir, partial, aside, parts }: PartSwap): Promise<SwappedParts> {
  const [former, restored] = [await namesIn(dataDir), await namesIn(partial)]
  const pick = (names: readonly string[]) => parts.filter((part) => names.includes(part))
  const moves = [
    ...pick(former).map((part) => [join(dataDir, part), join(aside, part)] as const),
    ...pick(restored).map((part) => [join(partial, part), join(dataDir, part)] as const),
  ]
  const isAnythingThere = pick(former).length > 0
  if (isAnythingThere) await mkdir(aside)
  await writeFile(join(partial, SWAP_MARK), '')
  await syncFolder(partial)
  const steps: (() => Promise<void>)[] = []
  const undo = async (): Promise<void> => {
    for (const step of steps.splice(0)) await step()
    if (isAnythingThere) await rm(aside, { recursive: true, force: true })
  }
  try {
    for (const [from, to] of moves) {
      await rename(from, to)
      steps.unshift(() => rename(to, from))
    }
  } catch (cause) {
    await undo()
    throw cause
  }
  if (isAnythingThere) await syncFolder(aside)
  await syncFolder(dataDir)
  return { isAside: isAnythingThere, undo }
}
