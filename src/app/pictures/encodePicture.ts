/**
 * A photo as the workshop keeps it: upright, at most 1600 pixels, JPEG, and nothing else: drawing it anew leaves the
 * place where it was taken, the camera and every other hidden note behind.
 */
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'

export const LONGEST_SIDE = 1600
const QUALITY = 0.85
const PREVIEW_SIDE = 24
const PREVIEW_QUALITY = 0.5

export interface EncodedPicture {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
  /** A tiny blurred picture as a `data:` address. */
  readonly preview: string
}

/** The size a picture gets: its longer side at most `longest`, never enlarged, never empty. */
export function fittedSize(
  width: number,
  height: number,
  longest: number,
): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

export async function encodePicture(file: Blob): Promise<Result<EncodedPicture, 'unreadable'>> {
  const bitmap = await decode(file)
  if (bitmap === null) return err('unreadable')
  const size = fittedSize(bitmap.width, bitmap.height, LONGEST_SIDE)
  const canvas = drawn(bitmap, size)
  const preview = drawn(bitmap, fittedSize(bitmap.width, bitmap.height, PREVIEW_SIDE))
  bitmap.close()
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', QUALITY)
  })
  if (blob === null) return err('unreadable')
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return ok({ bytes, ...size, preview: preview.toDataURL('image/jpeg', PREVIEW_QUALITY) })
}

/** Null for what this browser cannot decode, such as HEIC outside of Safari. */
async function decode(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch (cause) {
    if (cause instanceof DOMException || cause instanceof TypeError) return null
    throw cause
  }
}

/** White behind what was transparent: JPEG knows no transparency and would make it black. */
function drawn(bitmap: ImageBitmap, { width, height }: { width: number; height: number }): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('this browser has no 2D canvas')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  return canvas
}
