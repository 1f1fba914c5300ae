/** Disjoint ranges of clocks in ascending order; touching ones are joined, so a document without gaps is one range. */
import type { ClockRange } from './inspectUpdate.ts'

type Range = Pick<ClockRange, 'clock' | 'length'>

export interface RangeSet {
  readonly covers: (range: Range) => boolean
  readonly add: (range: Range) => void
  readonly gaps: () => number
  readonly endFromZero: () => number
  /** In ascending order. */
  readonly ranges: () => Range[]
}

export function createRangeSet(): RangeSet {
  const starts: number[] = []
  const ends: number[] = []

  /** The first range that ends at or behind `clock`. */
  function firstEndingFrom(clock: number): number {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < clock) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    covers: ({ clock, length }) => {
      const at = firstEndingFrom(clock + length)
      return (starts[at] ?? Number.POSITIVE_INFINITY) <= clock
    },
    add: ({ clock, length }) => {
      const at = firstEndingFrom(clock)
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
    },
    gaps: () => starts.length - (starts[0] === 0 ? 1 : 0),
    endFromZero: () => (starts[0] === 0 ? (ends[0] ?? 0) : 0),
    ranges: () => starts.map((clock, at) => ({ clock, length: (ends[at] ?? clock) - clock })),
  }
}
