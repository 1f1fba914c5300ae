/**
 * What a gesture on the map can do to the workshop: one call per gesture, each a single step of undo. The tools know
 * only this; `createMapActions` turns it into commands of the model and reports what the model refuses.
 */
import type { ActivityId } from '../model/records/activity.ts'
import type { JourneyId } from '../model/records/journey.ts'
import type { PlacementId } from '../model/records/placement.ts'
import type { RatingView } from '../model/records/rating.ts'
import type { SketchId } from '../model/records/sketch.ts'
import type { Point } from './camera/units.ts'
import type { Draft } from './edit/EditTarget.ts'
import type { DropTarget } from './hit/dropTarget.ts'
import type { MapCell, MapItem, MapText } from './MapCanvasProps.ts'
import type { Stroke } from './sketch/Stroke.ts'

/** What a rating can be about on the map. */
export type RatingSubject =
  | { readonly kind: 'activity'; readonly id: ActivityId }
  | { readonly kind: 'placement'; readonly id: PlacementId }

export interface MapActions {
  /** Writes the draft down with its first text; null when the model refused. */
  readonly create: (draft: Draft, text: string) => MapText | null
  /** One card per text at the end of the field, in one step. */
  readonly addCards: (cell: MapCell, texts: readonly string[]) => void
  readonly write: (text: MapText, value: string) => void
  readonly move: (items: readonly MapItem[], target: DropTarget) => void
  readonly remove: (items: readonly MapItem[]) => void
  /** Null is "no opinion". */
  readonly rate: (subject: RatingSubject, value: number | null) => void
  /** As if one had not been asked. */
  readonly withdrawRating: (key: string) => void
  /** Null takes the pin away. */
  readonly agree: (activityId: ActivityId, view: RatingView, value: number | null) => void
  /** The row of the curve at the end of a journey that has none, with this title. */
  readonly addCurve: (journeyId: JourneyId, title: string) => void
  /** By dragging the pin: it is said what was agreed, with the way back to what stood there. */
  readonly dragPin: (activityId: ActivityId, view: RatingView, value: number) => void
  readonly sketch: (stroke: Stroke) => void
  /** By millimetres of the layout. */
  readonly moveSketches: (ids: readonly SketchId[], by: Point) => void
  readonly undo: () => void
  readonly redo: () => void
}
