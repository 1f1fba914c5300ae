/** A picture on a sheet, whole: its frame has the proportions of the picture, as large as the room allows. */
import type { SceneOp } from '../../layout/scene.ts'
import type { MediaId } from '../../model/records/media.ts'
import type { SheetSource } from './sheetSource.ts'

export interface FramedPicture {
  readonly ops: readonly SceneOp[]
  readonly width: number
  readonly height: number
}

/** Null without a picture; sound and film have none. */
export function pictureFrame(
  { snapshot, theme }: SheetSource,
  id: MediaId | null,
  most: { readonly width: number; readonly height: number },
): FramedPicture | null {
  const media = id === null ? undefined : snapshot.media.get(id)
  if (media === undefined || (media.kind !== 'picture' && media.kind !== 'pdfPage')) return null
  const ratio = media.width > 0 && media.height > 0 ? media.width / media.height : 4 / 3
  const width = Math.min(most.width, most.height * ratio)
  const rect = { x: 0, y: 0, width, height: width / ratio, radius: 1.5 }
  return {
    ops: [
      { kind: 'rect', ...rect, fill: theme.lane },
      { kind: 'picture', ...rect, mediaId: media.id },
    ],
    width: rect.width,
    height: rect.height,
  }
}
