/** What only the app can do for photos of filled cards: read their codes, keep them, put them on the map. */
import type { PaperCode } from '../../model/paperCode.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { LaneId } from '../../model/records/lane.ts'
import type { PhaseId } from '../../model/records/phase.ts'

export type FoundCode =
  | { readonly kind: 'code'; readonly code: PaperCode }
  | { readonly kind: 'none' }
  /** A QR code of somebody else. */
  | { readonly kind: 'foreign' }
  /** One that cannot be read, or whose check characters do not fit. */
  | { readonly kind: 'damaged' }
  /** Cards of different places on one photo: which is meant, only a person knows. */
  | { readonly kind: 'several' }
  /** No picture at all. */
  | { readonly kind: 'unreadable' }

/** Under an activity, under a new one of a phase, or in the parking lot. */
export type PhotoTarget =
  | { readonly kind: 'activity'; readonly laneId: LaneId; readonly activityId: ActivityId }
  | {
      readonly kind: 'phase'
      readonly laneId: LaneId
      readonly phaseId: PhaseId
      readonly journeyId: JourneyId
    }
  | { readonly kind: 'parking' }

export interface PlacedPhoto {
  readonly file: File
  readonly target: PhotoTarget
  /** By which the same card is known again; null keeps the name of the file. */
  readonly code: PaperCode | null
}

export interface PaperTools {
  readonly mayWrite: boolean
  readonly journeyId: JourneyId | null
  readonly readCode: (file: File) => Promise<FoundCode>
  /** All in one step that can be undone. Gives back those that are on the map; of the others the person has been told. */
  readonly place: (photos: readonly PlacedPhoto[]) => Promise<readonly PlacedPhoto[]>
}
