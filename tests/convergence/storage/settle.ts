/** Lets the storage work for a while: turns of the event loop, in which IndexedDB answers. */
import { isStorageAtRest } from './storageFaults.ts'

const isNode = typeof setImmediate === 'function'

const nextTurn: () => Promise<void> = isNode
  ? () => new Promise((resolve) => setImmediate(resolve))
  : () => new Promise((resolve) => setTimeout(resolve, 0))

/** A real disk takes longer than a fake one, and a busy machine longer still; nothing waits for it in vain. */
const PATIENCE = isNode ? 1 : 10
/** What follows an answer of the storage comes within fewer turns than these; a browser also hashes and locks elsewhere. */
const AT_REST = isNode ? 8 : 20

export async function settle(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await nextTurn()
}

/** True as soon as `isDone`; false when it is not within so many turns. */
export async function settleUntil(isDone: () => boolean, turns: number): Promise<boolean> {
  for (let turn = 0; turn < turns * PATIENCE && !isDone(); turn += 1) await nextTurn()
  return isDone()
}

/** Gives up earlier: when the storage has had nothing to do for a while, only time that passes can still change something. */
export async function settleOrRest(isDone: () => boolean, turns: number): Promise<boolean> {
  let resting = 0
  for (let turn = 0; turn < turns * PATIENCE && resting < AT_REST && !isDone(); turn += 1) {
    await nextTurn()
    resting = isStorageAtRest() ? resting + 1 : 0
  }
  return isDone()
}
