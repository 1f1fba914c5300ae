/** Cuts what an update inserts into pieces that are shown whole or not at all: where something of another client is needed. */
import { type ID, Item, Skip } from 'yjs'
import type { ClockRange, InspectedUpdate } from './inspectUpdate.ts'
import { otherClients } from './otherClients.ts'

const NOTHING: readonly ID[] = []

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
  const { inserts, structs } = update
  if (structs === undefined) {
    for (const range of inserts) if (!holds(range)) addPiece(pieces, range, NOTHING)
    return pieces
  }
  for (const struct of structs) {
    if (struct instanceof Skip) continue
    const range = { client: struct.id.client, clock: struct.id.clock, length: struct.length }
    if (!holds(range)) addPiece(pieces, range, struct instanceof Item ? otherClients(struct) : NOTHING)
  }
  return pieces
}

function addPiece(pieces: Piece[], { client, clock, length }: ClockRange, needs: readonly ID[]): void {
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
