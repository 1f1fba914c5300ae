/** Small things that several layouts place: symbols, faces, pictures, and the tone that colours an edge. */
import type { LaneKind } from '../model/records/lane.ts'
import type { MediaId } from '../model/records/media.ts'
import type { Colour, Rect } from './scene.ts'
import type { FaceLevel } from './symbols/smileys.ts'
import type { SymbolName } from './symbols/symbolNames.ts'

/** A symbol at a place; the scene decides its colour from the name and what it stands on. */
export interface PlacedSymbol {
  readonly name: SymbolName
  readonly x: number
  readonly y: number
  readonly size: number
}

export interface PlacedFace {
  readonly level: FaceLevel
  readonly x: number
  readonly y: number
  readonly size: number
}

export interface Thumb extends Rect {
  readonly mediaId: MediaId
}

/** What colours an edge: the kind of lane, unless a workshop's own type or lane brings a colour. */
export interface Tone {
  readonly kind: LaneKind
  readonly colour: Colour | null
  readonly symbol: SymbolName
}
