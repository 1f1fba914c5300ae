/** What a person can choose for a poster, and what follows from it. */
import {
  cutSheet,
  type Orientation,
  type PosterSheet,
  type PosterSplit,
  type PosterStyle,
  ROLL_WIDTHS,
  rollSheet,
  SHEET_SIZES,
  type SheetName,
  type TilePaper,
} from '../../layout/poster/posterSheets.ts'
import type { CardEdition } from '../../layout/mapOptions.ts'
import type { LaneId } from '../../model/records/lane.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import type { RatingView } from '../../model/records/rating.ts'
import type { Locale } from '../../i18n/translate.ts'

export type Paper = SheetName | `roll-${(typeof ROLL_WIDTHS)[number]}`

export interface PosterWish {
  readonly paper: Paper
  readonly orientation: Orientation
  /** Points; null is the largest that fits. */
  readonly readingSize: number | null
  /** Paper of an office printer to cut the poster for; null prints it in one piece. */
  readonly tiles: TilePaper | null
  readonly split: PosterSplit
  readonly style: PosterStyle
  /** With bleed and crop marks. */
  readonly forPrintShop: boolean
  readonly edition: CardEdition
  /** Null is all of them, also those that come later. */
  readonly phaseIds: readonly PhaseId[] | null
  readonly laneIds: readonly LaneId[] | null
  readonly views: 'both' | RatingView
  readonly locale: Locale
  readonly showAuthors: boolean
  readonly showSingleRatings: boolean
  /** A code that leads into the workshop, to read only. */
  readonly withCode: boolean
  readonly withLogo: boolean
  /** In the company's colour. */
  readonly withColour: boolean
}

export const PAPERS: readonly Paper[] = [
  ...(Object.keys(SHEET_SIZES) as SheetName[]).reverse(),
  ...ROLL_WIDTHS.map((width) => `roll-${width}` as const),
]

/** Points that are worth choosing: at arm's length, at a table, in front of a wall, across a room. */
export const READING_SIZES = [8, 10, 12, 14, 18, 24] as const

export function isSheetName(paper: Paper): paper is SheetName {
  return paper in SHEET_SIZES
}

export function sheetOf({ paper, orientation }: Pick<PosterWish, 'paper' | 'orientation'>): PosterSheet {
  if (isSheetName(paper)) return cutSheet(paper, orientation)
  return rollSheet(Number(paper.slice('roll-'.length)))
}

export function viewsOf(wish: PosterWish): readonly RatingView[] {
  return wish.views === 'both' ? ['inside', 'outside'] : [wish.views]
}

/** 18 pt is readable from 1.5 m; metres with one decimal. */
export function readingMetres(points: number): number {
  return Math.round((points / 18) * 15) / 10
}

/** All ids but those that were taken out; null when that is all, so that what comes later is printed too. */
export function picked<Id extends string>(
  all: readonly Id[],
  chosen: readonly Id[] | null,
  id: Id,
  isIn: boolean,
): readonly Id[] | null {
  const kept = all.filter((one) => (one === id ? isIn : (chosen?.includes(one) ?? true)))
  return kept.length === all.length ? null : kept
}
