/**
 * One photo, filling its frame without distortion (what is too much is cut off evenly). A photo that is not there, or
 * is none, leaves a visible empty frame.
 */
import { MM_PER_POINT, type Rect, type SceneOp } from '../../layout/scene.ts'
import type { PosterPicture } from '../posterJob.ts'
import type { DrawContext, PageTarget } from './drawContext.ts'
import { stripJpeg } from './stripJpeg.ts'

type PictureOp = Extract<SceneOp, { kind: 'picture' }>

const EMPTY = { fill: '#f1f1ef', stroke: '#b9b7b0', strokeWidth: 0.25 } as const

export function drawPicture(context: DrawContext, { content, flush }: PageTarget, op: PictureOp): void {
  const picture = context.pictures.get(op.mediaId)
  const jpeg = picture ? stripJpeg(picture.jpeg) : null
  if (!picture || !jpeg) {
    return content.rect(op, op.radius ?? 0, EMPTY)
  }
  content.clip(op, op.radius)
  flush()
  const { x, y, width, height } = coverFrame(op, picture)
  context.document.addImage(
    jpeg,
    'JPEG',
    x / MM_PER_POINT,
    y / MM_PER_POINT,
    width / MM_PER_POINT,
    height / MM_PER_POINT,
    op.mediaId,
    'NONE',
  )
  content.restore()
}

function coverFrame(frame: Rect, picture: Pick<PosterPicture, 'width' | 'height'>): Rect {
  const scale = Math.max(frame.width / picture.width, frame.height / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  return {
    x: frame.x - (width - frame.width) / 2,
    y: frame.y - (height - frame.height) / 2,
    width,
    height,
  }
}
