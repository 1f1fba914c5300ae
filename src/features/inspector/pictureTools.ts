/** What only the app can do for pictures, sound and film: find bytes, keep new ones, and come back after the camera. */
import type { ActivityId } from '../../model/records/activity.ts'
import type { CardId } from '../../model/records/card.ts'

export type PictureTarget =
  | { readonly kind: 'card'; readonly id: CardId }
  | { readonly kind: 'activity'; readonly id: ActivityId }

export interface PictureTools {
  readonly mediaUrl: (mediaId: string) => string | undefined
  readonly onPictures: (files: readonly File[], target: PictureTarget) => void
  /** False when one could not be kept, of which the person has been told. */
  readonly onRecordings: (files: readonly File[], target: PictureTarget) => Promise<boolean>
  /** Everything is on the disk when it resolves: the camera may make the system close the app. */
  readonly onBeforeCapture: (target: PictureTarget, what: 'picture' | 'sound' | 'film') => Promise<void>
  readonly onCaptureEnd: () => void
  readonly limits: { readonly seconds: number; readonly megabytes: number }
}
