/** Cuts what an update inserts into pieces that are shown whole or not at all: where something of another client is needed. */
import { type ID, Item, Skip } from 'yjs'
import type { ClockRange, InspectedUpdate } from './inspectUpdate.ts'
import { otherClients } from './otherClients.ts'

export interface Piece {
  readonly client: number
  readonly clock: number
  end: number
  /** What of other clients must be there before it. */
  readonly needs: readonly ID[]
  /** The last one of a run without a gap. */
  endsRun: boolean
}

/** Leaves out what is held already. */
export function readPieces(update: InspectedUpdate, holds: (range: ClockRange) => boolean): readonly Piece[] {
  const pieces: Piece[] = []
  for (const { client, clock, length, needs } of parts(update)) {
    if (holds({ client, clock, length })) continue
    const last = pieces.at(-1)
    const continues = last !== undefined && last.client === client && last.end === clock
    if (continues) last.endsRun = false
    if (continues && needs.length === 0) {
      last.end += length
      last.endsRun = true
    } else {
      pieces.push({ client, clock, end: clock + length, needs, endsRun: true })
    }
  }
  return pieces
}

function* parts({
  inserts,
  structs,
}: InspectedUpdate): Generator<ClockRange & { readonly needs: readonly ID[] }> {
  if (structs === undefined) {
    for (const range of inserts) yield { ...range, needs: [] }
    return
  }
  for (const struct of structs) {
    if (struct instanceof Skip) continue
    const { client, clock } = struct.id
    yield { client, clock, length: struct.length, needs: struct instanceof Item ? otherClients(struct) : [] }
  }
}
