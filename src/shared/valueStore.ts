/**
 * One value that others may watch: the seam between what works in the background (storage, sync) and whoever shows
 * it. Has the shape that `useSyncExternalStore` wants without knowing React.
 */
import type { Disposer } from './disposer.ts'

export interface ReadableValue<T> {
  readonly get: () => T
  /** Calls `listener` after every change, not at once; one listener's failure does not keep the others from hearing. */
  readonly subscribe: (listener: (value: T) => void) => Disposer
}

export interface ValueStore<T> extends ReadableValue<T> {
  /** Does nothing when `value` is the one that is held or `isSame` says so. */
  readonly set: (value: T) => void
}

export function createValueStore<T>(initial: T, isSame: (a: T, b: T) => boolean = Object.is): ValueStore<T> {
  let held = initial
  const listeners = new Set<(value: T) => void>()
  return {
    get: () => held,
    subscribe: (listener) => {
      const entry = (value: T): void => listener(value)
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
    set: (value) => {
      if (isSame(held, value)) return
      held = value
      for (const listener of Array.from(listeners)) notify(listener, value)
    },
  }
}

/** A listener's bug must reach the console but must not break the write path that called it. */
function notify<T>(listener: (value: T) => void, value: T): void {
  try {
    listener(value)
  } catch (cause) {
    queueMicrotask(() => {
      throw cause
    })
  }
}
