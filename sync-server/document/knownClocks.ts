/**
 * Which clocks and deletions a document holds, kept incrementally beside the opaque bytes. Answers two questions without
 * a merge: does this update bring anything new, and what does the relay tell a client that it has already?
 */
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { type ClientRanges, type ClockSets, encodeClockSummary } from './clockSummary.ts'
import type { ClockRange, InspectedUpdate } from './inspectUpdate.ts'
import { createRangeSet, type RangeSet } from './rangeSet.ts'

export interface KnownClocks {
  readonly covers: (update: InspectedUpdate) => boolean
  /** True when the update depends on clocks that never arrived, of its own client or of another one. */
  readonly add: (update: InspectedUpdate) => boolean
  /** How many stretches wait for something before them. */
  readonly gaps: () => number
  /** False when the update starts behind what is known without a gap, so that it would have to wait. */
  readonly isNext: (update: InspectedUpdate) => boolean
  /** The encoded state vector: per client the clocks from 0 on without a gap. */
  readonly stateVector: () => Uint8Array
  /** All of it, to be kept and begun with again. */
  readonly summary: () => Uint8Array
}

export function createKnownClocks(held: ClockSets | null = null): KnownClocks {
  const inserts: ClientRanges = held?.inserts ?? new Map<number, RangeSet>()
  const deletes: ClientRanges = held?.deletes ?? new Map<number, RangeSet>()
  let gaps = 0
  for (const set of inserts.values()) gaps += set.gaps()
  const holds = (range: ClockRange) => inserts.get(range.client)?.covers(range) === true
  /** What it hangs on and what it deletes is there. */
  const isGrounded = ({ deletes: deleted, hangsOn }: InspectedUpdate): boolean =>
    deleted.every(holds) &&
    [...(hangsOn ?? [])].every(([client, clock]) => holds({ client, clock, length: 1 }))
  return {
    covers: (update) =>
      update.inserts.every(holds) &&
      update.deletes.every((range) => deletes.get(range.client)?.covers(range) === true),
    add: (update) => {
      for (const range of update.deletes) setOf(deletes, range.client).add(range)
      for (const range of update.inserts) {
        const set = setOf(inserts, range.client)
        gaps -= set.gaps()
        set.add(range)
        gaps += set.gaps()
      }
      return update.inserts.some(({ client }) => setOf(inserts, client).gaps() > 0) || !isGrounded(update)
    },
    gaps: () => gaps,
    isNext: (update) =>
      update.inserts.every(({ client, clock }) => clock <= (inserts.get(client)?.endFromZero() ?? 0)),
    stateVector: () => encodeStateVector(inserts),
    summary: () => encodeClockSummary({ inserts, deletes }),
  }
}

function setOf(sets: ClientRanges, client: number): RangeSet {
  const held = sets.get(client) ?? createRangeSet()
  sets.set(client, held)
  return held
}

function encodeStateVector(inserts: ClientRanges): Uint8Array {
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
