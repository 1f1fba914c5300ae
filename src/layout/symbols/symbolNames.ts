/** The names of all symbols and their drawings: the one list that layout, legend and inspector choose from. */
import {
  BACKSTAGE,
  BULB,
  CHECK,
  CONTACT,
  CURVE,
  FRAME,
  HEART,
  LENS,
  SHEET,
  STAGE,
  SUPPORT,
  TARGET,
} from './cardKinds.ts'
import type { SymbolDrawing } from './drawing.ts'
import { ASSUMPTION, DATA, OBSERVATION, QUOTE } from './evidence.ts'
import { BOLT, STAR, VOTE_DOT } from './marks.ts'
import { FILM, PLUS, SOUND, SPARK } from './signs.ts'

export const SYMBOLS = {
  bolt: BOLT,
  star: STAR,
  vote: VOTE_DOT,
  assumption: ASSUMPTION,
  quote: QUOTE,
  observation: OBSERVATION,
  data: DATA,
  frame: FRAME,
  contact: CONTACT,
  target: TARGET,
  heart: HEART,
  bulb: BULB,
  lens: LENS,
  curve: CURVE,
  sheet: SHEET,
  stage: STAGE,
  backstage: BACKSTAGE,
  support: SUPPORT,
  check: CHECK,
  spark: SPARK,
  plus: PLUS,
  sound: SOUND,
  film: FILM,
} as const satisfies Readonly<Record<string, SymbolDrawing>>

export type SymbolName = keyof typeof SYMBOLS

export function isSymbolName(name: string): name is SymbolName {
  return Object.hasOwn(SYMBOLS, name)
}
