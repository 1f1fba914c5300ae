/**
 * One photo, filling its frame without distortion (what is too much is cut off evenly). A photo that is not there, or
 * is none, leaves a visible empty frame.
 */
import type { Rect, SceneOp } from '../../layout/scene.ts'
import type { ContentWriter } from './ContentWriter.ts'
import type { DrawContext } from './drawContext.ts'
import type { Jpeg } from './readJpeg.ts'

type PictureOp = Extract<SceneOp, { kind: 'picture' }>

const EMPTY = { fill: '#f1f1ef', stroke: '#b9b7b0', strokeWidth: 0.25 } as const

export function drawPicture(context: DrawContext, content: ContentWriter, op: PictureOp): void {
  const picture = context.pictures.use(op.mediaId)
  if (!picture) return content.rect(op, op.radius ?? 0, EMPTY)
  content.clip(op, op.radius)
  content.picture(coverFrame(op, picture.jpeg), picture.name)
  content.restore()
}

function coverFrame(frame: Rect, picture: Pick<Jpeg, 'width' | 'height'>): Rect {
  const scale = Math.max(frame.width / picture.width, frame.height / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  return {
    x: frame.x - (width - frame.width) / 2,
    y: frame.y - (height - frame.height) / 2,
    width,
    height,
  }
}
