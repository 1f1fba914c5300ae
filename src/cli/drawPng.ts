/** A scene as PNG of any width, strip by strip: neither the pixels nor the packed picture need the memory of a canvas. */
import { PngWriter } from '../exchange/png/PngWriter.ts'
import type { FontMetrics } from '../layout/font/fontMetrics.ts'
import type { Scene } from '../layout/scene.ts'
import { decodeJpeg, type Pixels } from '../poster/pictures/jpegCodec.ts'
import { shrinkPixels } from '../poster/pictures/shrinkPixels.ts'
import { boundOps, cullOps } from '../poster/tiles/cullOps.ts'
import { StripPainter } from './raster/StripPainter.ts'

const STRIP_HEIGHT = 256

export interface PngWish {
  readonly metrics: FontMetrics
  /** From left to right. */
  readonly pixels: number
  /** JPEG by the id of their record; what is another kind stays an empty frame, as on the poster. */
  readonly photos: ReadonlyMap<string, Uint8Array>
}

export function drawPng(scene: Scene, { metrics, pixels, photos }: PngWish): Uint8Array {
  const scale = pixels / scene.width
  const height = Math.max(1, Math.round(scene.height * scale))
  const fitted = fittedPhotos(scene, photos, scale)
  const writer = new PngWriter({ width: pixels, height, pixelsPerMm: scale })
  const painter = new StripPainter({
    metrics,
    scale,
    width: pixels,
    rows: STRIP_HEIGHT,
    picture: (id) => fitted.get(id),
  })
  const ops = boundOps(scene.ops, metrics)
  for (let top = 0; top < height; top += STRIP_HEIGHT) {
    const rows = Math.min(STRIP_HEIGHT, height - top)
    const part = { x: 0, y: top / scale, width: scene.width, height: rows / scale }
    writer.addRows(painter.paint(cullOps(ops, part), top, rows))
  }
  return joined(writer.finish())
}

/** Decoded once, as large as the largest place they are shown at. */
function fittedPhotos(
  { ops }: Scene,
  photos: ReadonlyMap<string, Uint8Array>,
  scale: number,
): ReadonlyMap<string, Pixels> {
  const fitted = new Map<string, Pixels>()
  for (const [id, bytes] of photos) {
    const frames = ops.flatMap((op) => (op.kind === 'picture' && op.mediaId === id ? [op] : []))
    const decoded = frames.length === 0 ? null : decodeJpeg(bytes)
    if (decoded === null) continue
    const share = Math.max(
      ...frames.map(({ width, height }) =>
        Math.max((width * scale) / decoded.width, (height * scale) / decoded.height),
      ),
    )
    const [width, height] = [Math.ceil(decoded.width * share), Math.ceil(decoded.height * share)]
    fitted.set(id, shrinkPixels(decoded, Math.max(1, width), Math.max(1, height)))
  }
  return fitted
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
