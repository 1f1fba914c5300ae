/**
 * Cuts one Yjs update into several that are each smaller than a limit: an afternoon offline can be larger than a relay
 * takes in one message. Each piece is a valid update of its own; they may arrive in any order, but none has to wait when
 * they arrive in theirs.
 */
import { length, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import { orderStructs, type Struct } from './orderStructs.ts'

type DeletedRun = { readonly client: number; readonly clock: number; readonly len: number }

/** A run of structs of one client without a gap. */
interface StructRun {
  readonly client: number
  readonly structs: Struct[]
}

/** At most this many bytes stand before the structs of a run, or describe one deleted run. */
const RUN_HEADER_BYTES = 24

/** Pieces of at most `maxBytes`, but never less than one struct: a single huge text stays whole. */
export function splitUpdate(update: Uint8Array, maxBytes: number): readonly Uint8Array[] {
  if (update.byteLength <= maxBytes) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  const pieces = packStructs(orderStructs(structs), maxBytes).map((runs) => encodePiece(runs, []))
  const deleted: DeletedRun[] = []
  for (const [client, runs] of ds.clients) {
    for (const { clock, len } of runs) deleted.push({ client, clock, len })
  }
  const perPiece = Math.max(1, Math.floor(maxBytes / RUN_HEADER_BYTES))
  for (let at = 0; at < deleted.length; at += perPiece) {
    pieces.push(encodePiece([], deleted.slice(at, at + perPiece)))
  }
  return pieces
}

function packStructs(structs: readonly Struct[], maxBytes: number): StructRun[][] {
  const pieces: StructRun[][] = []
  let runs = new Map<number, StructRun>()
  let bytes = 0
  for (const struct of structs) {
    const size = sizeOf(struct)
    if (bytes > 0 && bytes + size + RUN_HEADER_BYTES > maxBytes) {
      pieces.push(sorted(runs))
      runs = new Map()
      bytes = 0
    }
    const { client } = struct.id
    const run = runs.get(client)
    if (run === undefined) runs.set(client, { client, structs: [struct] })
    else run.structs.push(struct)
    bytes += run === undefined ? size + RUN_HEADER_BYTES : size
  }
  if (runs.size > 0) pieces.push(sorted(runs))
  return pieces
}

/** As every encoder writes them: the highest client first. */
function sorted(runs: ReadonlyMap<number, StructRun>): StructRun[] {
  return [...runs.values()].sort((a, b) => b.client - a.client)
}

function sizeOf(struct: Struct): number {
  const scratch = new Y.UpdateEncoderV1()
  struct.write(scratch, 0)
  return length(scratch.restEncoder)
}

/** The layout of an update: runs of structs by client, then deleted runs by client. */
function encodePiece(runs: readonly StructRun[], deleted: readonly DeletedRun[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  writeVarUint(encoder.restEncoder, runs.length)
  for (const { client, structs } of runs) {
    writeVarUint(encoder.restEncoder, structs.length)
    encoder.writeClient(client)
    writeVarUint(encoder.restEncoder, structs[0]?.id.clock ?? 0)
    for (const struct of structs) struct.write(encoder, 0)
  }
  const clients = new Map<number, DeletedRun[]>()
  for (const run of deleted) {
    const ownRuns = clients.get(run.client)
    if (ownRuns === undefined) clients.set(run.client, [run])
    else ownRuns.push(run)
  }
  writeVarUint(encoder.restEncoder, clients.size)
  for (const [client, ownRuns] of clients) {
    encoder.resetDsCurVal()
    writeVarUint(encoder.restEncoder, client)
    writeVarUint(encoder.restEncoder, ownRuns.length)
    for (const { clock, len } of ownRuns) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}
