/**
 * Draws scene operations on a 2D canvas, in millimetres scaled by the caller. Used for the far picture of the map; text
 * that would be too small to read is drawn as a bar of the same length, which is faster and calmer to look at.
 */
import type { Paint, SceneOp, Segment } from '../../layout/scene.ts'
import { assertNever } from '../../shared/assertNever.ts'
import { canvasFont } from '../fonts.ts'

export type DrawingContext = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'rect'
  | 'roundRect'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'closePath'
  | 'fill'
  | 'stroke'
  | 'clip'
  | 'fillRect'
  | 'fillText'
  | 'drawImage'
  | 'setLineDash'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'lineCap'
  | 'font'
  | 'globalAlpha'
  | 'textBaseline'
>

export interface DrawingOptions {
  /** Device pixels per millimetre; decides when text becomes a bar. */
  readonly scale: number
  readonly picture: (mediaId: string) => Picture | undefined
}

export interface Picture {
  readonly image: CanvasImageSource
  readonly width: number
  readonly height: number
}

/** Below this height in device pixels nobody reads a letter. */
const READABLE_PX = 3.2
/** Of a letter of running text, in em; good enough for a bar. */
const AVERAGE_ADVANCE = 0.43

export function drawScene(context: DrawingContext, ops: readonly SceneOp[], options: DrawingOptions): void {
  let clips = 0
  for (const op of ops) {
    if (op.kind === 'clip') clips += 1
    if (op.kind === 'restore') clips -= 1
    drawOp(context, op, options)
  }
  for (; clips > 0; clips -= 1) context.restore()
}

function drawOp(context: DrawingContext, op: SceneOp, options: DrawingOptions): void {
  switch (op.kind) {
    case 'rect':
      context.beginPath()
      if (op.radius === undefined) context.rect(op.x, op.y, op.width, op.height)
      else context.roundRect(op.x, op.y, op.width, op.height, op.radius)
      paint(context, op)
      return
    case 'path':
      context.beginPath()
      for (const segment of op.segments) trace(context, segment)
      paint(context, op)
      return
    case 'text':
      drawText(context, op, options.scale)
      return
    case 'picture':
      drawPicture(context, op, options)
      return
    case 'clip':
      context.save()
      context.beginPath()
      context.rect(op.x, op.y, op.width, op.height)
      context.clip()
      return
    case 'restore':
      context.restore()
      return
    case 'link':
    case 'bookmark':
      return
    default:
      assertNever(op, 'scene operation')
  }
}

function trace(context: DrawingContext, segment: Segment): void {
  switch (segment[0]) {
    case 'M':
      context.moveTo(segment[1], segment[2])
      return
    case 'L':
      context.lineTo(segment[1], segment[2])
      return
    case 'C':
      context.bezierCurveTo(segment[1], segment[2], segment[3], segment[4], segment[5], segment[6])
      return
    case 'Z':
      context.closePath()
      return
    default:
      assertNever(segment, 'path segment')
  }
}

function paint(context: DrawingContext, style: Paint): void {
  if (style.fill !== undefined) {
    context.fillStyle = style.fill
    context.fill()
  }
  if (style.stroke === undefined) return
  context.strokeStyle = style.stroke
  context.lineWidth = style.strokeWidth ?? 0.25
  context.lineJoin = 'round'
  context.lineCap = 'round'
  context.setLineDash(style.dash === undefined ? [] : [...style.dash])
  context.stroke()
}

function drawText(context: DrawingContext, op: Extract<SceneOp, { kind: 'text' }>, scale: number): void {
  context.fillStyle = op.colour
  if (op.size * scale >= READABLE_PX) {
    context.font = canvasFont(op.font, op.size)
    context.fillText(op.text, op.x, op.baseline)
    return
  }
  context.globalAlpha = 0.45
  context.fillRect(
    op.x,
    op.baseline - op.size * 0.5,
    op.text.length * op.size * AVERAGE_ADVANCE,
    op.size * 0.45,
  )
  context.globalAlpha = 1
}

function drawPicture(
  context: DrawingContext,
  op: Extract<SceneOp, { kind: 'picture' }>,
  options: DrawingOptions,
): void {
  const picture = options.picture(op.mediaId)
  if (picture === undefined) return
  // Covers its place like the near view: as much as fits of the longer side, from the middle.
  const scale = Math.max(op.width / picture.width, op.height / picture.height)
  const width = op.width / scale
  const height = op.height / scale
  context.save()
  context.beginPath()
  context.roundRect(op.x, op.y, op.width, op.height, op.radius ?? 0)
  context.clip()
  const [left, top] = [(picture.width - width) / 2, (picture.height - height) / 2]
  context.drawImage(picture.image, left, top, width, height, op.x, op.y, op.width, op.height)
  context.restore()
}
