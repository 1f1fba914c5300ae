/** Runs tasks one after the other, in the order they came; a task that fails does not stop the next one. */
export interface Mutex {
  readonly run: <T>(task: () => Promise<T>) => Promise<T>
}

export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: (task) => {
      const result = last.then(task, task)
      last = result.then(
        () => undefined,
        () => undefined,
      )
      return result
    },
  }
}
