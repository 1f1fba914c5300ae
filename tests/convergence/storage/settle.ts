/** Lets the storage work for a while: turns of the event loop, in which IndexedDB answers. */
const nextTurn: () => Promise<void> =
  typeof setImmediate === 'function'
    ? () => new Promise((resolve) => setImmediate(resolve))
    : () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            port1.close()
            resolve()
          }
          port2.postMessage(null)
        })

export async function settle(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await nextTurn()
}

/** True as soon as `isDone`; false when it is not within so many turns. */
export async function settleUntil(isDone: () => boolean, turns: number): Promise<boolean> {
  for (let turn = 0; turn < turns && !isDone(); turn += 1) await nextTurn()
  return isDone()
}
