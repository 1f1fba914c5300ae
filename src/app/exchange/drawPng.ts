/**
 * A scene as PNG of any size: drawn in tiles of two megapixels, because tablets give a canvas no more than sixteen, and
 * written strip by strip. Lets the page breathe after every tile, so that it can be cancelled.
 */
import { drawScene, type Picture } from '../../canvas/far/drawScene.ts'
import { canvasFont } from '../../canvas/fonts.ts'
import { PngWriter } from '../../exchange/png/PngWriter.ts'
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import type { Scene } from '../../layout/scene.ts'
import { type BoundedOp, boundOps, cullOps } from '../../poster/tiles/cullOps.ts'
import type { ExportPicture } from './exportPictures.ts'

const TILE_WIDTH = 2048
const STRIP_HEIGHT = 512
/** Text is drawn as text, however small: a reader zooms in. */
const ALWAYS_TEXT = 1000
const SAMPLE = 'Aä→😀'

export interface PngJob {
  readonly pictures: ReadonlyMap<string, ExportPicture>
  readonly metrics: FontMetrics
  /** Pixels from left to right. */
  readonly pixels: number
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}

/** Empty when it was cancelled. */
export async function drawPng(scene: Scene, job: PngJob): Promise<Uint8Array> {
  const scale = job.pixels / scene.width
  const [width, height] = [Math.round(job.pixels), Math.max(1, Math.round(scene.height * scale))]
  await Promise.all(
    (['regular', 'bold'] as const).map((face) => document.fonts.load(canvasFont(face, 16), SAMPLE)),
  )
  const decoded = await decodeAll(job.pictures)
  const writer = new PngWriter({ width, height, pixelsPerMm: scale })
  const painter = createPainter(boundOps(scene.ops, job.metrics), scale, decoded)
  for (let top = 0; top < height; top += STRIP_HEIGHT) {
    const rows = Math.min(STRIP_HEIGHT, height - top)
    const strip = new Uint8ClampedArray(width * rows * 4)
    for (let left = 0; left < width; left += TILE_WIDTH) {
      const columns = Math.min(TILE_WIDTH, width - left)
      copyTile(painter.paint(left, top, columns, rows), columns, strip, left, width)
      await breathe()
      if (job.signal.aborted) return new Uint8Array()
    }
    writer.addRows(strip)
    job.onProgress((top + rows) / height)
  }
  for (const { image } of decoded.values()) if (image instanceof ImageBitmap) image.close()
  return joined(writer.finish())
}

function createPainter(ops: readonly BoundedOp[], scale: number, pictures: ReadonlyMap<string, Picture>) {
  const canvas = document.createElement('canvas')
  canvas.width = TILE_WIDTH
  canvas.height = STRIP_HEIGHT
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('this browser gives no canvas')
  context.fontKerning = 'none'
  return {
    paint: (left: number, top: number, width: number, height: number): Uint8ClampedArray => {
      const part = { x: left / scale, y: top / scale, width: width / scale, height: height / scale }
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.fillStyle = '#ffffff'
      context.fillRect(0, 0, width, height)
      context.setTransform(scale, 0, 0, scale, -left, -top)
      drawScene(context, cullOps(ops, part), { scale: ALWAYS_TEXT, picture: (id) => pictures.get(id) })
      return context.getImageData(0, 0, width, height).data
    },
  }
}

function copyTile(
  tile: Uint8ClampedArray,
  columns: number,
  strip: Uint8ClampedArray,
  left: number,
  width: number,
): void {
  const bytes = columns * 4
  for (let row = 0; row * bytes < tile.length; row += 1) {
    strip.set(tile.subarray(row * bytes, (row + 1) * bytes), (row * width + left) * 4)
  }
}

/** A picture that cannot be decoded is an empty frame, as on the map. */
async function decodeAll(pictures: PngJob['pictures']): Promise<ReadonlyMap<string, Picture>> {
  const decoded = new Map<string, Picture>()
  for (const [id, { mime, bytes }] of pictures) {
    try {
      const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: mime }))
      decoded.set(id, { image, width: image.width, height: image.height })
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
    }
  }
  return decoded
}

function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
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
