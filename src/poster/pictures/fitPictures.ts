/**
 * Photos at the size at which they are printed: a camera's photo on a card of a few centimetres would make the file ten
 * times as large and the print no sharper.
 */
import { type Rect, type Scene, type SceneOp } from '../../layout/scene.ts'
import { readJpeg } from '../pdf/readJpeg.ts'
import { LOGO_ID, type PosterJob } from '../posterJob.ts'
import { decodeJpeg, encodeJpeg } from './jpegCodec.ts'
import { shrinkPixels } from './shrinkPixels.ts'

/** As much as a plotter shows; pixels per inch. */
const DENSITY = 240
const QUALITY = 78
/** Flat colours and sharp edges show every loss. */
const LOGO_QUALITY = 92
/** Of the file: what a mail takes, and more only where there are very many photos. */
const BUDGET = 1_000_000
const BUDGET_EACH = 33_000
/** Each time the photos are too heavy, coarser. */
const COARSER = 0.8
const MOST_ROUNDS = 5
/** A photo that is hardly larger than needed is not worth another loss. */
const TOLERANCE = 1.25
const MM_PER_INCH = 25.4

/** No more than this many bytes go into a file with so many photos. */
export function pictureBudget(count: number): number {
  return Math.max(BUDGET, BUDGET_EACH * count)
}

/**
 * The same job with every photo as large as its largest frame needs, and all of them within the budget; those that
 * cannot be read stay as they are.
 */
export function fitPictures(job: PosterJob, onPicture: () => void = () => undefined): PosterJob {
  const frames = largestFrames(job.scenes)
  let fitted = fitAll(job, frames, DENSITY, onPicture)
  for (
    let round = 1;
    round <= MOST_ROUNDS && weightOf(fitted) > pictureBudget(fitted.pictures.size);
    round += 1
  )
    fitted = fitAll(job, frames, DENSITY * COARSER ** round, () => undefined)
  return fitted
}

function weightOf({ pictures }: PosterJob): number {
  return [...pictures.values()].reduce((sum, { length }) => sum + length, 0)
}

function fitAll(
  job: PosterJob,
  frames: ReadonlyMap<string, Size>,
  density: number,
  onPicture: () => void,
): PosterJob {
  const pictures = new Map<string, Uint8Array>()
  for (const [id, bytes] of job.pictures) {
    const frame = frames.get(id)
    if (frame !== undefined)
      pictures.set(id, fitPicture(bytes, frame, density, id === LOGO_ID ? LOGO_QUALITY : QUALITY))
    onPicture()
  }
  return { ...job, pictures }
}

type Size = Pick<Rect, 'width' | 'height'>

function largestFrames(scenes: readonly Scene[]): ReadonlyMap<string, Size> {
  const frames = new Map<string, Size>()
  for (const { ops } of scenes)
    for (const op of ops) if (isPicture(op)) frames.set(op.mediaId, larger(op, frames.get(op.mediaId)))
  return frames
}

function isPicture(op: SceneOp): op is Extract<SceneOp, { kind: 'picture' }> {
  return op.kind === 'picture'
}

function larger({ width, height }: Size, other: Size | undefined): Size {
  return { width: Math.max(width, other?.width ?? 0), height: Math.max(height, other?.height ?? 0) }
}

function fitPicture(bytes: Uint8Array, frame: Size, density: number, quality: number): Uint8Array {
  const jpeg = readJpeg(bytes)
  // Printing colours go through as they are: turning them into red, green and blue would change them.
  if (jpeg === null || jpeg.components === 4) return bytes
  // The photo fills its frame, so the side that is shorter in proportion decides.
  const wanted = (density / MM_PER_INCH) * Math.max(frame.width / jpeg.width, frame.height / jpeg.height)
  if (wanted * TOLERANCE >= 1) return bytes
  const pixels = decodeJpeg(bytes)
  if (pixels === null) return bytes
  const side = (length: number) => Math.max(1, Math.round(length * wanted))
  const smaller = encodeJpeg(shrinkPixels(pixels, side(pixels.width), side(pixels.height)), quality)
  return smaller.length < bytes.length ? smaller : bytes
}
