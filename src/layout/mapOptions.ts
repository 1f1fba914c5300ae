/**
 * What the caller of `layoutMap` decides. Layout knows no language: every word that is not in the document comes in
 * here as a plain string.
 */
import type { ActivityId } from '../model/records/activity.ts'
import type { JourneyId } from '../model/records/journey.ts'
import type { EvidenceKind } from '../model/records/card.ts'
import type { LaneId, LaneKind } from '../model/records/lane.ts'
import type { PhaseId } from '../model/records/phase.ts'
import type { RatingView } from '../model/records/rating.ts'
import { MM_PER_POINT } from './scene.ts'
import type { TextMetrics } from './textMetrics.ts'

export interface MapLabels {
  /** Shown where a lane has no title of its own. */
  readonly lanes: Readonly<Record<LaneKind, string>>
  readonly journeyKinds: Readonly<Record<'current' | 'target' | 'serviceBlueprint' | 'employee', string>>
  readonly unnamedJourney: string
  readonly owner: string
  readonly unsorted: string
  readonly parkingLot: string
  readonly painPoint: string
  readonly momentOfTruth: string
  readonly objective: string
  readonly unplanned: string
  readonly evidence: Readonly<Record<EvidenceKind, string>>
  readonly votes: string
  readonly inside: string
  readonly outside: string
  readonly spread: string
  readonly gap: string
  readonly formatNumber: (value: number) => string
}

/**
 * Which cards are shown: all; those with votes; those of the pain-point and moment-of-truth lanes; those that an
 * insight or action rests on, with the insights themselves.
 */
export type CardEdition = 'all' | 'voted' | 'marked' | 'agreed'

export interface MapFilter {
  /** Null shows every lane. */
  readonly laneIds: readonly LaneId[] | null
  readonly phaseIds: readonly PhaseId[] | null
  readonly cards: CardEdition
  /** The pile and the parking lot, too; without a word only when every phase and lane is shown. */
  readonly rest?: boolean
}

/** Width of a column as a multiple of the usual one; 1 where an activity is not named. */
export type ColumnShares = ReadonlyMap<ActivityId, number>

export interface MapOptions {
  readonly journeyId: JourneyId
  readonly metrics: TextMetrics
  readonly labels: MapLabels
  /** Size (em) of the text on cards in millimetres. */
  readonly textSize: number
  /** Width of one column in millimetres. */
  readonly columnWidth: number
  /** Null, as on the canvas: all columns equally wide. */
  readonly columnShares: ColumnShares | null
  readonly views: readonly RatingView[]
  /** The round whose ratings are shown; null takes the one the moderator chose. */
  readonly roundId: string | null
  readonly filter: MapFilter
  readonly showHeader: boolean
  readonly showLegend: boolean
  readonly showAuthors: boolean
  readonly showEvidence: boolean
  readonly showVotes: boolean
  /** A dot for what each person rated, without a name; the curve itself shows only median and middle half. */
  readonly showSingleRatings: boolean
  /** Made to hang on a wall: phases, lane names and curve are large enough to be seen from across the room. */
  readonly hanging: boolean
  /** Leave room for adding: a slot behind every phase, free room in every cell, the pile even when it is empty. */
  readonly inviting: boolean
  /** Millimetres of height to spend on the curve and the lanes, where a sheet has more room than the map needs. */
  readonly extraHeight: number
}

/** 10 pt in columns wide enough for most German words: the map as the canvas shows it. */
export const CANVAS_TEXT_SIZE = 10 * MM_PER_POINT
export const CANVAS_COLUMN_WIDTH = 12.5 * CANVAS_TEXT_SIZE

export function mapOptions(
  basics: Pick<MapOptions, 'journeyId' | 'metrics' | 'labels'>,
  choices: Partial<MapOptions> = {},
): MapOptions {
  return {
    textSize: CANVAS_TEXT_SIZE,
    columnWidth: CANVAS_COLUMN_WIDTH,
    columnShares: null,
    views: ['inside', 'outside'],
    roundId: null,
    filter: { laneIds: null, phaseIds: null, cards: 'all' },
    showHeader: true,
    showLegend: true,
    showAuthors: true,
    showEvidence: true,
    showVotes: true,
    showSingleRatings: false,
    hanging: false,
    inviting: true,
    extraHeight: 0,
    ...basics,
    ...choices,
  }
}
