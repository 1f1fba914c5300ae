/** Paper that is not a poster: what can be printed on which paper, and what people choose for it. */
import type { LaneId } from '../model/records/lane.ts'
import type { PhaseId } from '../model/records/phase.ts'
import { SHEET_SIZES, type SheetName } from './poster/posterSheets.ts'

/** Personas, touchpoints, what was decided; an empty map and theme cards to write on. */
export const SHEET_KINDS = ['persona', 'touchpoints', 'actions', 'empty', 'cards'] as const
export type SheetKind = (typeof SHEET_KINDS)[number]

/** What offices have, in Europe and in America. */
export const OFFICE_PAPERS = ['A4', 'Letter'] as const
export type SheetPaper = SheetName | 'Letter'

/** An empty map is worth large paper; everything else is read at a table. */
export function papersFor(kind: SheetKind): readonly SheetPaper[] {
  return kind === 'empty' ? [...OFFICE_PAPERS, 'A3', 'A2', 'A1', 'A0'] : OFFICE_PAPERS
}

/** Short and long side in millimetres. */
export function sidesOf(paper: SheetPaper): readonly [number, number] {
  return paper === 'Letter' ? [215.9, 279.4] : SHEET_SIZES[paper]
}

/** What the columns of an empty map are: the phases, the activities under them, or blank ones to name by hand. */
export const EMPTY_COLUMNS = ['phases', 'activities', 'blank'] as const
export type EmptyColumns = (typeof EMPTY_COLUMNS)[number]

export interface SheetWish {
  readonly kind: SheetKind
  readonly paper: SheetPaper
  /** Touchpoints: a page for each, or as many on a page as fit. */
  readonly onePerPage: boolean
  readonly columns: EmptyColumns
  /** Of a blank map. */
  readonly columnCount: number
  /** Theme cards of each lane: so many for every phase, or so many on which the phase is written by hand. */
  readonly forPhases: boolean
  readonly copies: number
  /** Null is all of them. */
  readonly laneIds: readonly LaneId[] | null
  readonly phaseIds: readonly PhaseId[] | null
}

export const LEAST_COLUMNS = 3
export const MOST_COLUMNS = 40
export const MOST_COPIES = 20

export const USUAL_WISH: SheetWish = {
  kind: 'persona',
  paper: 'A4',
  onePerPage: true,
  columns: 'phases',
  columnCount: 8,
  forPhases: true,
  copies: 1,
  laneIds: null,
  phaseIds: null,
}
