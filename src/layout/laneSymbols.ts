/** Which symbol a kind of lane, and so the cards in it, carries. */
import type { CardType } from '../model/records/cardType.ts'
import type { Lane, LaneKind } from '../model/records/lane.ts'
import type { Tone } from './placedSigns.ts'
import { isSymbolName, type SymbolName } from './symbols/symbolNames.ts'

export const LANE_SYMBOLS: Readonly<Record<LaneKind, SymbolName>> = {
  storyboard: 'frame',
  touchpoints: 'contact',
  expectations: 'target',
  sentiments: 'heart',
  painPoints: 'bolt',
  momentsOfTruth: 'star',
  ideas: 'bulb',
  insights: 'lens',
  curve: 'curve',
  own: 'sheet',
  frontstage: 'stage',
  lineOfVisibility: 'sheet',
  backstage: 'backstage',
  support: 'support',
}

export function toneOfLane(lane: Lane, type: CardType | undefined): Tone {
  const symbol = type && isSymbolName(type.symbol) ? type.symbol : LANE_SYMBOLS[lane.kind]
  return { kind: lane.kind, colour: lane.colour || type?.colour || null, symbol }
}

export function toneOfCardType(type: CardType, kind: LaneKind): Tone {
  return { kind, colour: type.colour || null, symbol: isSymbolName(type.symbol) ? type.symbol : 'sheet' }
}

/** A card without a lane. */
export const PLAIN_TONE: Tone = { kind: 'own', colour: null, symbol: 'sheet' }
