/** Many may work on something together, and now and then one alone: it waits for them, and they for it. */
export interface SharedLock {
  readonly share: (work: () => Promise<void>) => Promise<void>
  /** One at a time. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
}

export function createSharedLock(): SharedLock {
  let held: Promise<void> | null = null
  const atWork = new Set<Promise<void>>()
  return {
    share: (work) => {
      const done = held === null ? work() : held.then(work, work)
      const settled = done.then(nothing, nothing)
      atWork.add(settled)
      void settled.then(() => atWork.delete(settled))
      return done
    },
    alone: (work) => {
      const done = Promise.all(atWork).then(work)
      held = done
      return done.finally(() => (held = null))
    },
  }
}

const nothing = (): void => undefined
