/**
 * Draws a scene in Chromium's canvas: a second renderer that shares no code with the poster, to compare pixels with.
 * Runs inside the page, so it must not refer to anything outside itself.
 */
import type { Scene } from '../../src/layout/scene.ts'

export interface CanvasOrder {
  readonly scene: Scene
  /** Pixels a millimetre. */
  readonly scale: number
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** Red, green, blue of each pixel as base64. */
export async function drawOnCanvas({ scene, scale, width, height }: CanvasOrder): Promise<string> {
  const families = "'Etappe Sans', 'Etappe Symbols', 'Etappe Emoji'"
  const fontOf = (op: { font: string; size: number }) =>
    `${op.font === 'bold' ? 700 : 400} ${op.size}px ${families}`
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.scale(scale, scale)
  context.fontKerning = 'none'
  context.textRendering = 'geometricPrecision'
  context.lineJoin = 'round'
  const finish = (op: { fill?: string; stroke?: string; strokeWidth?: number; dash?: readonly number[] }) => {
    if (op.fill) {
      context.fillStyle = op.fill
      context.fill()
    }
    if (!op.stroke) return
    context.strokeStyle = op.stroke
    context.lineWidth = op.strokeWidth ?? 0.25
    context.lineCap = op.dash ? 'butt' : 'round'
    context.setLineDash([...(op.dash ?? [])])
    context.stroke()
  }
  for (const op of scene.ops) {
    context.beginPath()
    if (op.kind === 'rect') {
      context.roundRect(op.x, op.y, op.width, op.height, op.radius ?? 0)
      finish(op)
    } else if (op.kind === 'path') {
      for (const [name, ...at] of op.segments) {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = at
        if (name === 'M') context.moveTo(a, b)
        else if (name === 'L') context.lineTo(a, b)
        else if (name === 'C') context.bezierCurveTo(a, b, c, d, e, f)
        else context.closePath()
      }
      finish(op)
    } else if (op.kind === 'text') {
      await document.fonts.load(fontOf({ ...op, size: 20 }), op.text)
      context.font = fontOf(op)
      context.fillStyle = op.colour
      context.fillText(op.text, op.x, op.baseline)
    } else if (op.kind === 'clip') {
      context.save()
      context.rect(op.x, op.y, op.width, op.height)
      context.clip()
    } else if (op.kind === 'restore') context.restore()
  }
  const rgba = context.getImageData(0, 0, width, height).data
  let bytes = ''
  for (let at = 0; at < rgba.length; at += 4)
    bytes += String.fromCharCode(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0)
  return btoa(bytes)
}
