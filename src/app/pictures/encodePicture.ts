/**
 * A photo as the workshop keeps it: upright, at most 1600 pixels, JPEG, and nothing else: drawing it anew leaves the
 * place where it was taken, the camera and every other hidden note behind. What cannot be kept is refused by a name.
 */
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import type { PictureHeader } from './pictureHeader.ts'
import { readPictureHeader } from './pictureHeader.ts'

export const LONGEST_SIDE = 1600
/** More than the largest camera of a phone; decoded, this is a quarter of a gigabyte already. */
export const MOST_MEGAPIXELS = 64
export const MOST_PICTURE_MEGABYTES = 80
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

export type EncodeFailure =
  | { readonly code: 'unreadable' }
  /** The browser cannot read what iPhones keep photos in. */
  | { readonly code: 'heic' }
  /** May contain scripts, and is never kept. */
  | { readonly code: 'svg' }
  | { readonly code: 'pdf' }
  /** Its end is missing. */
  | { readonly code: 'cut' }
  | { readonly code: 'tooHeavy' }
  | { readonly code: 'tooLarge'; readonly width: number; readonly height: number }

/** The size a picture gets: its longer side at most `longest`, never enlarged, never empty. */
export function fittedSize(
  width: number,
  height: number,
  longest: number,
): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Why a picture is refused before anything decodes it. */
export function refusedByHeader({ format, size, isCut }: PictureHeader): EncodeFailure | null {
  if (format === 'svg' || format === 'pdf') return { code: format }
  if (size !== null && size.width * size.height > MOST_MEGAPIXELS * 1e6) return { code: 'tooLarge', ...size }
  return isCut ? { code: 'cut' } : null
}

export async function encodePicture(file: Blob): Promise<Result<EncodedPicture, EncodeFailure>> {
  if (file.size > MOST_PICTURE_MEGABYTES * 1e6) return err({ code: 'tooHeavy' })
  const source = await readBytes(file)
  if (source === null) return err({ code: 'unreadable' })
  const header = readPictureHeader(source)
  const refusal = refusedByHeader(header)
  if (refusal !== null) return err(refusal)
  const bitmap = await decode(file)
  if (bitmap === null) return err({ code: header.format === 'heic' ? 'heic' : 'unreadable' })
  const encoded = await encodeDrawable(bitmap, bitmap)
  bitmap.close()
  return encoded
}

/** Whatever can be drawn: a decoded photo, a page of a PDF, a moment of a film. */
export async function encodeDrawable(
  drawable: CanvasImageSource,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Result<EncodedPicture, EncodeFailure>> {
  const size = fittedSize(width, height, LONGEST_SIDE)
  const canvas = drawn(drawable, size)
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', QUALITY)
  })
  if (blob === null) return err({ code: 'unreadable' })
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return ok({ bytes, ...size, preview: previewOf(drawable, { width, height }) })
}

export function previewOf(
  drawable: CanvasImageSource,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const preview = drawn(drawable, fittedSize(width, height, PREVIEW_SIDE))
  return preview.toDataURL('image/jpeg', PREVIEW_QUALITY)
}

/** Null when the file went away between choosing and reading, as on a removed memory card. */
async function readBytes(file: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (cause) {
    if (cause instanceof DOMException) return null
    throw cause
  }
}

/** Null for what this browser cannot decode, such as HEIC outside of Safari. */
export async function decode(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch (cause) {
    if (cause instanceof DOMException || cause instanceof TypeError) return null
    throw cause
  }
}

/** White behind what was transparent: JPEG knows no transparency and would make it black. */
function drawn(
  drawable: CanvasImageSource,
  { width, height }: { width: number; height: number },
): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('this browser has no 2D canvas')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(drawable, 0, 0, width, height)
  return canvas
}
