/** What only the app can do with pictures: show one that is on this device, keep new ones beside the document. */
import type { MediaId } from '../../model/records/media.ts'

export interface PersonaPictures {
  readonly mediaUrl: (mediaId: string) => string | undefined
  /** Re-encoded and kept; the ids of the records that describe them. A file that is no picture is reported by the app. */
  readonly keepPictures: (files: readonly File[]) => Promise<readonly MediaId[]>
}
