/** Disjoint ranges of clocks in ascending order; touching ones are joined, so a document without gaps is one range. */
import type { ClockRange } from './inspectUpdate.ts'

type Range = Pick<ClockRange, 'clock' | 'length'>

export interface RangeSet {
  readonly covers: (range: Range) => boolean
  readonly add: (range: Range) => void
  /** In any order; one by one, thousands of them would each move all that are behind them. */
  readonly addAll: (ranges: readonly Range[]) => void
  readonly endFromZero: () => number
  /** In ascending order. */
  readonly ranges: () => Range[]
}

export function createRangeSet(): RangeSet {
  return new SortedRanges()
}

/** From so many on, all ranges are looked through once instead. */
const WORTH_A_PASS = 32

/** Methods are shared: one update may bring a set for each of a hundred thousand clients. */
class SortedRanges implements RangeSet {
  private starts: number[] = []
  private ends: number[] = []

  covers({ clock, length }: Range): boolean {
    const at = this.firstEndingFrom(clock + length)
    return (this.starts[at] ?? Number.POSITIVE_INFINITY) <= clock
  }

  add({ clock, length }: Range): void {
    const { starts, ends } = this
    const at = this.firstEndingFrom(clock)
    if (at === starts.length) {
      starts.push(clock)
      ends.push(clock + length)
      return
    }
    let start = clock
    let end = clock + length
    let joined = at
    while (joined < starts.length && (starts[joined] ?? 0) <= end) {
      start = Math.min(start, starts[joined] ?? start)
      end = Math.max(end, ends[joined] ?? end)
      joined += 1
    }
    starts.splice(at, joined - at, start)
    ends.splice(at, joined - at, end)
  }

  addAll(added: readonly Range[]): void {
    if (added.length < WORTH_A_PASS) return added.forEach((range) => this.add(range))
    const sorted = added.toSorted((a, b) => a.clock - b.clock)
    const { starts, ends } = this
    this.starts = []
    this.ends = []
    let at = 0
    for (const [held, clock] of starts.entries()) {
      for (let next = sorted[at]; next !== undefined && next.clock < clock; next = sorted[at]) {
        this.add(next)
        at += 1
      }
      this.add({ clock, length: (ends[held] ?? clock) - clock })
    }
    for (const range of sorted.slice(at)) this.add(range)
  }

  endFromZero(): number {
    return this.starts[0] === 0 ? (this.ends[0] ?? 0) : 0
  }

  ranges(): Range[] {
    return this.starts.map((clock, at) => ({ clock, length: (this.ends[at] ?? clock) - clock }))
  }

  /** The first range that ends at or behind `clock`. */
  private firstEndingFrom(clock: number): number {
    let low = 0
    let high = this.ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.ends[middle] ?? 0) < clock) low = middle + 1
      else high = middle
    }
    return low
  }
}
