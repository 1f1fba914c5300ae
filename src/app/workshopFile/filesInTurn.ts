/**
 * Files that somebody picked, dropped or had handed over by the system, until their turn comes. Of the whole app, not of
 * a screen: whatever is being asked or read meanwhile goes on, and no file is forgotten when the screen changes.
 */
import { createValueStore, type ReadableValue } from '../../shared/valueStore.ts'

export interface FilesInTurn {
  /** How many are through: every turn is an attempt of its own. */
  readonly turn: number
  /** The first is being looked at. */
  readonly waiting: readonly (readonly File[])[]
}

const queue = createValueStore<FilesInTurn>({ turn: 0, waiting: [] })

export const filesInTurn: ReadableValue<FilesInTurn> = queue

/** False: others are being looked at, these have to wait. */
export function openFiles(files: readonly File[]): boolean {
  const { turn, waiting } = queue.get()
  queue.set({ turn, waiting: [...waiting, files] })
  return waiting.length === 0
}

export function endTurn(): void {
  const { turn, waiting } = queue.get()
  queue.set({ turn: turn + 1, waiting: waiting.slice(1) })
}
