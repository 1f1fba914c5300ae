/** Time that passes only when a run says so: one for all devices, each with a clock that may be wrong by a year. */
import type { Clock } from '../../../src/shared/clock.ts'
import type { Disposer } from '../../../src/shared/disposer.ts'
import type { Timers } from '../../../src/shared/timers.ts'

interface Due {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

export class VirtualTime {
  #now = 1_790_000_000_000
  #order = 0
  readonly #due = new Set<Due>()

  /** Timers that end with the page that set them. */
  timersOf(page: { readonly isDead: boolean }): Timers {
    return {
      after: (ms, run): Disposer => {
        this.#order += 1
        const due = { at: this.#now + ms, order: this.#order, run: () => page.isDead || run() }
        this.#due.add(due)
        return () => void this.#due.delete(due)
      },
    }
  }

  clockWrongBy(ms: number): Clock {
    return { now: () => this.#now + ms }
  }

  pass(ms: number): void {
    const until = this.#now + ms
    for (;;) {
      const next = [...this.#due]
        .filter(({ at }) => at <= until)
        .reduce<Due | null>((first, due) => (first === null || isBefore(due, first) ? due : first), null)
      if (next === null) break
      this.#due.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
    }
    this.#now = until
  }
}

function isBefore(a: Due, b: Due): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}
