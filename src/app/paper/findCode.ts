/**
 * Looks for the code of a filled card in a picture. Pure, so that the worker and the tests share it: tried at a few
 * sizes, because a code far away wants every pixel and one close by reads better when blur is averaged away.
 */
import { decodeQRBatch, type FinderPoints } from 'qr/decode.js'
import type { FoundCode } from '../../features/paper/paperTools.ts'
import { readPaperCode } from '../../model/paperCode.ts'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Four bytes a pixel. */
  readonly data: Uint8ClampedArray
}

/** Milliseconds for second tries; a slow tablet must not search a photo without a code for ever. */
const MOST_MS = 1500
const EFFORT = 64
/** Corners of a code form a right angle of two equal sides; textures that look like corners seldom do. */
const TOLERANCE = 0.2

export async function findCode(pixels: Pixels): Promise<FoundCode> {
  let best: FoundCode = { kind: 'none' }
  for (const image of [pixels, halved(pixels)]) {
    const found = await findAt(image)
    if (found.kind === 'code' || found.kind === 'several') return found
    if (best.kind === 'none') best = found
  }
  return best
}

async function findAt(image: Pixels): Promise<FoundCode> {
  let isCornered = false
  const [results = []] = await decodeQRBatch([{ ...image }], {
    maxSize: { width: image.width, height: image.height },
    effort: EFFORT,
    timeLimit: MOST_MS,
    pointsOnDetect: (points, result) => {
      if (result instanceof Error && looksLikeCode(points)) isCornered = true
    },
  })
  const texts = results.filter((result) => typeof result === 'string')
  const read = texts.map(readPaperCode)
  const codes = read.flatMap((one) => (one.ok ? [one.value] : []))
  const places = new Set(codes.map(({ workshop, lane, place }) => [workshop, lane, place].join()))
  const [code] = codes
  if (places.size > 1) return { kind: 'several' }
  if (code !== undefined) return { kind: 'code', code }
  if (read.some((one) => !one.ok && one.error === 'damaged')) return { kind: 'damaged' }
  if (texts.length > 0) return { kind: 'foreign' }
  return { kind: isCornered ? 'damaged' : 'none' }
}

/** Three corners of the same coarseness, at a right angle, equally far from each other. */
function looksLikeCode({ tl, tr, bl }: FinderPoints): boolean {
  const sizes = [tl.moduleSize, tr.moduleSize, bl.moduleSize]
  const [across, down] = [
    { x: tr.x - tl.x, y: tr.y - tl.y },
    { x: bl.x - tl.x, y: bl.y - tl.y },
  ]
  const [width, height] = [Math.hypot(across.x, across.y), Math.hypot(down.x, down.y)]
  const cosine = (across.x * down.x + across.y * down.y) / (width * height)
  const modules = width / Math.max(...sizes)
  return (
    Math.max(...sizes) < Math.min(...sizes) * (1 + TOLERANCE) &&
    Math.abs(width - height) < TOLERANCE * width &&
    Math.abs(cosine) < TOLERANCE &&
    // The smallest code has 14 modules from corner to corner.
    modules > 12
  )
}

/** Half as wide and high, four pixels averaged to one. */
function halved({ width, height, data }: Pixels): Pixels {
  const [w, h] = [width >> 1, height >> 1]
  const small = new Uint8ClampedArray(4 * w * h)
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1)
      for (let channel = 0; channel < 4; channel += 1) {
        const at = 4 * (2 * y * width + 2 * x) + channel
        const below = at + 4 * width
        const sum = (data[at] ?? 0) + (data[at + 4] ?? 0) + (data[below] ?? 0) + (data[below + 4] ?? 0)
        small[4 * (y * w + x) + channel] = sum / 4
      }
  return { width: w, height: h, data: small }
}
