/** Which things were changed and wait for the relay, each once, in the order of their latest change. */
export class WaitingThings {
  readonly #latestChange = new Map<string, number>()
  #changes = 0

  get size(): number {
    return this.#latestChange.size
  }

  /** The number of the latest change. */
  get latest(): number {
    return this.#changes
  }

  add(things: readonly string[]): void {
    this.#changes += 1
    for (const thing of things) {
      this.#latestChange.delete(thing)
      this.#latestChange.set(thing, this.#changes)
    }
  }

  /** What was changed again since stays. */
  removeUpTo(change: number): void {
    for (const [thing, latest] of this.#latestChange) {
      if (latest > change) return
      this.#latestChange.delete(thing)
    }
  }
}
