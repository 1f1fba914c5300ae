/** A device without any pictures, for tests about other fields. */
import type { PictureTools } from '../../../src/features/inspector/pictureTools.ts'

export const noMediaTools: PictureTools = {
  mediaUrl: () => undefined,
  onPictures: () => undefined,
  onRecordings: () => Promise.resolve(true),
  onBeforeCapture: () => Promise.resolve(),
  onCaptureEnd: () => undefined,
  limits: { seconds: 60, megabytes: 33 },
}
