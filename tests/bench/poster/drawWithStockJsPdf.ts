/** The baseline of the poster benchmark: the same scene with jsPDF's own text, font and path calls. */
import { jsPDF } from 'jspdf'
import { FONT_FILES, type FontBytes } from '../../../src/layout/font/fontFiles.ts'
import type { PosterPictures } from '../../../src/poster/posterJob.ts'
import type { FontMetrics } from '../../../src/layout/font/fontMetrics.ts'
import {
  MM_PER_POINT,
  type Paint,
  type Scene,
  type SceneOp,
  type Segment,
} from '../../../src/layout/scene.ts'

function binary(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer)
  let text = ''
  for (let at = 0; at < bytes.length; at += 32_768)
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return text
}

function style(doc: jsPDF, { fill, stroke, strokeWidth = 0.25 }: Paint): 'F' | 'S' | 'DF' | null {
  if (fill !== undefined) doc.setFillColor(fill)
  if (stroke !== undefined) {
    doc.setDrawColor(stroke)
    doc.setLineWidth(strokeWidth)
  }
  if (fill !== undefined) return stroke === undefined ? 'F' : 'DF'
  return stroke === undefined ? null : 'S'
}

function trace(doc: jsPDF, segments: readonly Segment[]): void {
  for (const segment of segments) {
    if (segment[0] === 'M') doc.moveTo(segment[1], segment[2])
    else if (segment[0] === 'L') doc.lineTo(segment[1], segment[2])
    else if (segment[0] === 'C')
      doc.curveTo(segment[1], segment[2], segment[3], segment[4], segment[5], segment[6])
    else doc.close()
  }
}

function draw(doc: jsPDF, op: SceneOp, metrics: FontMetrics): void {
  if (op.kind === 'rect') {
    const how = style(doc, op)
    if (how !== null) doc.roundedRect(op.x, op.y, op.width, op.height, op.radius ?? 0, op.radius ?? 0, how)
  } else if (op.kind === 'path') {
    const how = style(doc, op)
    trace(doc, op.segments)
    if (how === 'F') doc.fill()
    else if (how === 'S') doc.stroke()
    else if (how === 'DF') doc.fillStroke()
  } else if (op.kind === 'text') {
    doc.setFontSize(op.size / MM_PER_POINT)
    doc.setTextColor(op.colour)
    let { x } = op
    for (const run of metrics.runs(op.text, op.font)) {
      doc.setFont(run.font)
      doc.text(run.text, x, op.baseline)
      x += run.width * op.size
    }
  }
}

export function drawWithStockJsPdf(
  scene: Scene,
  fonts: FontBytes,
  metrics: FontMetrics,
  pictures: PosterPictures = new Map(),
): Uint8Array {
  const doc = new jsPDF({
    unit: 'mm',
    format: [scene.height, scene.width],
    orientation: 'landscape',
    compress: true,
  })
  for (const [name, file] of Object.entries(FONT_FILES)) {
    doc.addFileToVFS(file, binary(fonts[name as keyof FontBytes]))
    doc.addFont(file, name, 'normal')
  }
  for (const op of scene.ops) {
    const photo = op.kind === 'picture' ? pictures.get(op.mediaId) : undefined
    if (op.kind === 'picture' && photo)
      doc.addImage(photo, 'JPEG', op.x, op.y, op.width, op.height, op.mediaId)
    else draw(doc, op, metrics)
  }
  return new Uint8Array(doc.output('arraybuffer'))
}
