/** Lets the storage work for a while: turns of the event loop, in which IndexedDB answers. */
const isNode = typeof setImmediate === 'function'

const nextTurn: () => Promise<void> = isNode
  ? () => new Promise((resolve) => setImmediate(resolve))
  : () => new Promise((resolve) => setTimeout(resolve, 0))

/** A real disk takes longer than a fake one, and a busy machine longer still; nothing waits for it in vain. */
const PATIENCE = isNode ? 1 : 10

export async function settle(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await nextTurn()
}

/** True as soon as `isDone`; false when it is not within so many turns. */
export async function settleUntil(isDone: () => boolean, turns: number): Promise<boolean> {
  for (let turn = 0; turn < turns * PATIENCE && !isDone(); turn += 1) await nextTurn()
  return isDone()
}
