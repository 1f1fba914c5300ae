/** Who waits for which clock of one client; the lowest clock comes first, so that nobody is woken in vain. A binary heap. */
export interface WakeList {
  readonly add: (clock: number, sleeper: number) => void
  /** Takes out one that waits for a clock below `end`; null when there is none. */
  readonly takeBelow: (end: number) => number | null
  readonly isEmpty: () => boolean
  readonly copy: () => WakeList
}

interface Entry {
  readonly clock: number
  readonly sleeper: number
}

export function createWakeList(): WakeList {
  return new Heap([])
}

class Heap implements WakeList {
  private readonly entries: Entry[]

  constructor(entries: Entry[]) {
    this.entries = entries
  }

  add(clock: number, sleeper: number): void {
    const { entries } = this
    const added = { clock, sleeper }
    let at = entries.push(added) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = entries[above]
      if (parent === undefined || parent.clock <= clock) break
      entries[at] = parent
      at = above
    }
    entries[at] = added
  }

  takeBelow(end: number): number | null {
    const [first] = this.entries
    if (first === undefined || first.clock >= end) return null
    const last = this.entries.pop()
    if (last !== undefined && this.entries.length > 0) this.sinkFromTop(last)
    return first.sleeper
  }

  isEmpty(): boolean {
    return this.entries.length === 0
  }

  copy(): WakeList {
    return new Heap([...this.entries])
  }

  private sinkFromTop(sinking: Entry): void {
    const { entries } = this
    let at = 0
    for (;;) {
      const left = entries[2 * at + 1]
      const right = entries[2 * at + 2]
      const isRightLower = left !== undefined && right !== undefined && right.clock < left.clock
      const lower = isRightLower ? right : left
      if (lower === undefined || lower.clock >= sinking.clock) break
      entries[at] = lower
      at = 2 * at + (isRightLower ? 2 : 1)
    }
    entries[at] = sinking
  }
}
