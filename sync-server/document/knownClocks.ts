/**
 * Which clocks and deletions a document holds, kept incrementally beside the opaque bytes. Answers two questions without
 * a merge: does this update bring anything new, and what does the relay tell a client that it has already?
 */
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import type { ClockRange, InspectedUpdate } from './inspectUpdate.ts'

export interface KnownClocks {
  readonly covers: (update: InspectedUpdate) => boolean
  /** True when the update left a gap: it depends on clocks that never arrived. */
  readonly add: (update: InspectedUpdate) => boolean
  /** How many stretches wait for something before them. */
  readonly gaps: () => number
  /** False when the update starts behind what is known without a gap, so that it would have to wait. */
  readonly isNext: (update: InspectedUpdate) => boolean
  /** The encoded state vector: per client the clocks from 0 on without a gap. */
  readonly stateVector: () => Uint8Array
}

export function createKnownClocks(): KnownClocks {
  const inserts = new Map<number, RangeSet>()
  const deletes = new Map<number, RangeSet>()
  let gaps = 0
  return {
    covers: (update) =>
      update.inserts.every((range) => inserts.get(range.client)?.covers(range) === true) &&
      update.deletes.every((range) => deletes.get(range.client)?.covers(range) === true),
    add: (update) => {
      for (const range of update.deletes) setOf(deletes, range.client).add(range)
      for (const range of update.inserts) {
        const set = setOf(inserts, range.client)
        gaps -= set.gaps()
        set.add(range)
        gaps += set.gaps()
      }
      return update.inserts.some(({ client }) => setOf(inserts, client).gaps() > 0)
    },
    gaps: () => gaps,
    isNext: (update) =>
      update.inserts.every(({ client, clock }) => clock <= (inserts.get(client)?.endFromZero() ?? 0)),
    stateVector: () => encodeStateVector(inserts),
  }
}

function setOf(sets: Map<number, RangeSet>, client: number): RangeSet {
  const held = sets.get(client) ?? createRangeSet()
  sets.set(client, held)
  return held
}

function encodeStateVector(inserts: ReadonlyMap<number, RangeSet>): Uint8Array {
  const entries = [...inserts].map(([client, set]) => [client, set.endFromZero()] as const)
  const present = entries.filter(([, end]) => end > 0)
  const encoder = createEncoder()
  writeVarUint(encoder, present.length)
  for (const [client, end] of present) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, end)
  }
  return toUint8Array(encoder)
}

interface RangeSet {
  readonly covers: (range: ClockRange) => boolean
  readonly add: (range: ClockRange) => void
  readonly gaps: () => number
  readonly endFromZero: () => number
}

/** Disjoint ranges in ascending order; touching ones are joined, so a document without gaps is one range. */
function createRangeSet(): RangeSet {
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
  }
}
