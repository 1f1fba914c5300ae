/**
 * Counts the changes of a document and how many of them the browser has proved to be committed. One barrier is under
 * way at a time; changes that come meanwhile are covered by the next. A failure voids the barriers that began before.
 */
import type { Result } from '../shared/result.ts'
import type { StorageFailure } from './storageFailure.ts'

export interface BarrierHooks {
  /** Passes one barrier; null when there is no open log to pass it in. */
  readonly pass: () => Promise<Result<void, StorageFailure>> | null
  /** Everything that was changed so far is committed. */
  readonly onAllSaved: () => void
  readonly onFailure: (failure: StorageFailure) => void
}

export class SaveBarriers {
  readonly #hooks: BarrierHooks
  #changes = 0
  #proved = -1
  #failures = 0
  #running: Promise<void> | null = null

  constructor(hooks: BarrierHooks) {
    this.#hooks = hooks
  }

  get changes(): number {
    return this.#changes
  }

  noteChange(): void {
    this.#changes += 1
  }

  /** What was proved before is to be proved again: after a failure, or when nobody looked for a while. */
  forget(): void {
    this.#failures += 1
    this.#proved = -1
  }

  /** Resolves when everything is proved or a barrier has failed. */
  run(): Promise<void> {
    this.#running ??= this.#loop().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #loop(): Promise<void> {
    while (this.#proved !== this.#changes) {
      const changes = this.#changes
      const failures = this.#failures
      const passing = this.#hooks.pass()
      if (passing === null) return
      const passed = await passing
      if (failures !== this.#failures) continue
      if (!passed.ok) return this.#hooks.onFailure(passed.error)
      this.#proved = changes
      if (changes === this.#changes) this.#hooks.onAllSaved()
    }
  }
}
