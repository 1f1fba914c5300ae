/**
 * Which clocks and deletions a document holds, kept incrementally beside the opaque bytes. Answers two questions without
 * a merge: does this update bring anything new, and what does the relay tell a client that it has already?
 */
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { type ClientRanges, type ClockSets, encodeClockSummary } from './clockSummary.ts'
import type { ClockRange, InspectedUpdate } from './inspectUpdate.ts'
import { createRangeSet, type RangeSet } from './rangeSet.ts'
import { createWaitingEdits } from './waitingEdits.ts'

export interface KnownClocks {
  readonly covers: (update: InspectedUpdate) => boolean
  /** True when some of the update depends on clocks that never arrived, of its own client or of another one. */
  readonly add: (update: InspectedUpdate) => boolean
  /** How many runs of edits and deletions wait for something before them. */
  readonly gaps: () => number
  /** False when some of the update would have to wait. */
  readonly isNext: (update: InspectedUpdate) => boolean
  /** The encoded state vector: per client the clocks from 0 on without a gap. */
  readonly stateVector: () => Uint8Array
  /** All of it, to be kept and begun with again; null while something waits, since for what is not in it. */
  readonly summary: () => Uint8Array | null
}

/** `held` is the summary of a document in which nothing waited. */
export function createKnownClocks(held: ClockSets | null = null): KnownClocks {
  const inserts: ClientRanges = held?.inserts ?? new Map<number, RangeSet>()
  const deletes: ClientRanges = held?.deletes ?? new Map<number, RangeSet>()
  const holds = (range: ClockRange) => inserts.get(range.client)?.covers(range) === true
  const deleted = (range: ClockRange) => deletes.get(range.client)?.covers(range) === true
  const end = (client: number) => inserts.get(client)?.endFromZero() ?? 0
  const waiting = createWaitingEdits({ end, holds, deleted })
  return {
    covers: (update) => update.inserts.every(holds) && update.deletes.every(deleted),
    add: (update) => {
      const before = waiting.count()
      waiting.add(update)
      for (const range of update.deletes) setOf(deletes, range.client).add(range)
      for (const range of update.inserts) setOf(inserts, range.client).add(range)
      return waiting.count() > before
    },
    gaps: waiting.count,
    isNext: waiting.canShow,
    stateVector: () => encodeStateVector(inserts),
    summary: () => (waiting.count() > 0 ? null : encodeClockSummary({ inserts, deletes })),
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
