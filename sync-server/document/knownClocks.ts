/**
 * Which clocks and deletions a document holds, kept incrementally beside the opaque bytes. Answers two questions without
 * a merge: does this update bring anything new, and what does the relay tell a client that it has already?
 */
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { type ClientRanges, type ClockSets, encodeClockSummary } from './clockSummary.ts'
import type { ClockRange, InspectedUpdate } from './inspectUpdate.ts'
import { createRangeSet, type RangeSet } from './rangeSet.ts'
import { type Added, createWaitingEdits } from './waitingEdits.ts'

export interface KnownClocks {
  readonly covers: (update: InspectedUpdate) => boolean
  /**
   * Whether more waits now for clocks that never arrived, of its own client or of another one. Refused, as if it had never
   * come, is what would make more than `most` wait, by default nothing.
   */
  readonly add: (update: InspectedUpdate, most?: number) => Added
  /** How many clients wrote what is known, and how many will have with this update. */
  readonly authors: (update?: InspectedUpdate) => number
  /** How many runs of edits and deletions wait for something before them. */
  readonly gaps: () => number
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
    add: (update, most = Number.POSITIVE_INFINITY) => {
      const added = waiting.add(update, most)
      if (added === 'refused') return added
      addAll(deletes, update.deletes)
      addAll(inserts, update.inserts)
      return added
    },
    authors: (update) => inserts.size + (update === undefined ? 0 : newAuthors(inserts, update)),
    gaps: waiting.count,
    stateVector: () => encodeStateVector(inserts),
    summary: () => (waiting.count() > 0 ? null : encodeClockSummary({ inserts, deletes })),
  }
}

/** An update lists each client once, its runs behind each other. */
function newAuthors(known: ClientRanges, { inserts }: InspectedUpdate): number {
  let found = 0
  let last = -1
  for (const { client } of inserts) {
    if (client !== last && !known.has(client)) found += 1
    last = client
  }
  return found
}

/** Those of one client come behind each other. */
function addAll(sets: ClientRanges, ranges: readonly ClockRange[]): void {
  let from = 0
  for (const [at, { client }] of ranges.entries()) {
    if (ranges[at + 1]?.client === client) continue
    setOf(sets, client).addAll(ranges.slice(from, at + 1))
    from = at + 1
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
