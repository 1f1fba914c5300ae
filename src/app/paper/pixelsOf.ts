/** A photo as pixels to look for a code in: upright, and no larger than a code needs. */
import { decode, fittedSize, MOST_PICTURE_MEGABYTES, refusedByHeader } from '../pictures/encodePicture.ts'
import { readPictureHeader } from '../pictures/pictureHeader.ts'
import type { Pixels } from './findCode.ts'

/** The code of a card that fills half of a photo has six pixels for each module then. */
const LONGEST = 2400

/** Null for what is no picture, or one that is refused before anything decodes it. */
export async function pixelsOf(file: File): Promise<Pixels | null> {
  if (file.size > MOST_PICTURE_MEGABYTES * 1e6) return null
  const header = readPictureHeader(new Uint8Array(await file.arrayBuffer()))
  if (refusedByHeader(header) !== null) return null
  const bitmap = await decode(file)
  if (bitmap === null) return null
  const { width, height } = fittedSize(bitmap.width, bitmap.height, LONGEST)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('this browser has no 2D canvas')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const { data } = context.getImageData(0, 0, width, height)
  return { width, height, data }
}
