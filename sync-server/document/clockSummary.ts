/**
 * Which clocks and deletions a document holds, as the few bytes that are kept beside its checkpoint: with them a room
 * opens without reading through its whole document. What is not understood is no summary; then the document is read.
 */
import { createDecoder, type Decoder, hasContent, readVarUint } from 'lib0/decoding'
import { createEncoder, type Encoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { createRangeSet, type RangeSet } from './rangeSet.ts'

export type ClientRanges = Map<number, RangeSet>

export interface ClockSets {
  readonly inserts: ClientRanges
  readonly deletes: ClientRanges
}

/** The first one was also written of documents in which something waited. */
const FORMAT = 2

export function encodeClockSummary({ inserts, deletes }: ClockSets): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, FORMAT)
  for (const sets of [inserts, deletes]) writeSets(encoder, sets)
  return toUint8Array(encoder)
}

export function decodeClockSummary(summary: Uint8Array): ClockSets | null {
  try {
    const decoder = createDecoder(summary)
    if (readVarUint(decoder) !== FORMAT) return null
    const sets = { inserts: readSets(decoder), deletes: readSets(decoder) }
    return hasContent(decoder) ? null : sets
  } catch {
    return null
  }
}

/** Per client the ranges in ascending order, each as its distance from the one before it and its length. */
function writeSets(encoder: Encoder, sets: ClientRanges): void {
  writeVarUint(encoder, sets.size)
  for (const [client, set] of sets) {
    const ranges = set.ranges()
    writeVarUint(encoder, client)
    writeVarUint(encoder, ranges.length)
    let end = 0
    for (const { clock, length } of ranges) {
      writeVarUint(encoder, clock - end)
      writeVarUint(encoder, length)
      end = clock + length
    }
  }
}

function readSets(decoder: Decoder): ClientRanges {
  const sets: ClientRanges = new Map()
  for (let clients = readVarUint(decoder); clients > 0; clients -= 1) {
    const set = createRangeSet()
    sets.set(readVarUint(decoder), set)
    let end = 0
    for (let ranges = readVarUint(decoder); ranges > 0; ranges -= 1) {
      const clock = end + readVarUint(decoder)
      const length = readVarUint(decoder)
      set.add({ clock, length })
      end = clock + length
    }
  }
  return sets
}
