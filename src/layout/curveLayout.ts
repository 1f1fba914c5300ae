/**
 * The performance curve as geometry: where each pin sits, what the string runs through, how wide opinions spread and
 * where inside and outside differ. `valueToY` and `yToValue` are the one scale for drawing, dragging and tapping.
 */
import type { ActivityId } from '../model/records/activity.ts'
import type { LaneId } from '../model/records/lane.ts'
import type { RatingView } from '../model/records/rating.ts'
import type { PlacedFace } from './placedSigns.ts'
import type { Rect, Segment } from './scene.ts'
import type { TextBlock } from './textBlock.ts'

export type Mood = 'bad' | 'fair' | 'good'

export interface CurveBand extends Rect {
  readonly mood: Mood
}

export interface Pin {
  readonly activityId: ActivityId
  readonly x: number
  readonly y: number
  readonly value: number
  /** True when the group settled on the value, false when it is the median of the ratings. */
  readonly agreed: boolean
  /** How many ratings stand behind it. */
  readonly count: number
  /** Upper and lower end of the middle half, as values; null when nobody rated. */
  readonly quartiles: readonly [number, number] | null
  readonly label: TextBlock
}

export interface CurveString {
  readonly view: RatingView
  readonly pins: readonly Pin[]
  /** Closed outlines of the middle half of the opinions. */
  readonly spread: readonly (readonly Segment[])[]
}

export interface CurveLayout {
  readonly laneId: LaneId
  /** The whole plot; its height is the scale. */
  readonly plot: Rect
  readonly bands: readonly CurveBand[]
  readonly gridlines: readonly {
    readonly value: number
    readonly y: number
    readonly label: TextBlock | null
  }[]
  readonly strings: readonly CurveString[]
  /** Where the spreads of two views lie over each other. */
  readonly overlap: readonly (readonly Segment[])[]
  /** Short strokes between the two strings. */
  readonly gap: readonly (readonly Segment[])[]
  /** What each person rated, if the map shows that: without a name, beside each other where they are equal. */
  readonly singles: readonly { readonly view: RatingView; readonly x: number; readonly y: number }[]
  readonly faces: readonly (PlacedFace & { readonly activityId: ActivityId })[]
}

export const LOWEST = 1
export const HIGHEST = 10
/** Room above 10 and below 1, in steps of the scale, so that a pin at the end is a whole pin. */
const OVERHANG = 1.1
const STEPS = HIGHEST - LOWEST + 2 * OVERHANG

export function valueToY(plot: Pick<Rect, 'y' | 'height'>, value: number): number {
  return plot.y + ((HIGHEST + OVERHANG - value) / STEPS) * plot.height
}

/** The value under a finger, held within 1 and 10 and rounded to `step`. */
export function yToValue(plot: Pick<Rect, 'y' | 'height'>, y: number, step = 1): number {
  const value = HIGHEST + OVERHANG - ((y - plot.y) / plot.height) * STEPS
  return Math.min(HIGHEST, Math.max(LOWEST, Math.round(value / step) * step))
}

/** The traffic light of 2, 6 and 9: each mood reaches half way to the next. */
export const FAIR_FROM = 4
export const GOOD_FROM = 7.5

export function moodOfValue(value: number): Mood {
  if (value < FAIR_FROM) return 'bad'
  return value < GOOD_FROM ? 'fair' : 'good'
}
