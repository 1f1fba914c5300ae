/** Fewer pixels by averaging areas: every pixel of the photo counts, so fine patterns do not turn into stripes. */
import type { Pixels } from './jpegCodec.ts'

/** Channels per pixel. */
const RGBA = 4

/** Never enlarges. */
export function shrinkPixels(pixels: Pixels, width: number, height: number): Pixels {
  if (width >= pixels.width && height >= pixels.height) return pixels
  const across = shares(pixels.width, width)
  const down = shares(pixels.height, height)
  const data = new Uint8Array(width * height * RGBA)
  for (const [y, rows] of down.entries()) {
    for (const [x, columns] of across.entries()) mix(pixels, columns, rows, data, (y * width + x) * RGBA)
  }
  return { width, height, data }
}

interface Share {
  readonly at: number
  /** How much of that pixel counts. */
  readonly weight: number
}

/** Which pixels of `from` fall into each of `to`. */
function shares(from: number, to: number): readonly (readonly Share[])[] {
  const step = from / to
  return Array.from({ length: to }, (_, index) => {
    const [start, end] = [index * step, Math.min(from, (index + 1) * step)]
    const found: Share[] = []
    for (let at = Math.floor(start); at < end; at += 1) {
      found.push({ at, weight: Math.min(end, at + 1) - Math.max(start, at) })
    }
    return found
  })
}

function mix(
  { data: source, width }: Pixels,
  columns: readonly Share[],
  rows: readonly Share[],
  target: Uint8Array,
  to: number,
): void {
  let [red, green, blue, sum] = [0, 0, 0, 0]
  for (const row of rows) {
    for (const column of columns) {
      const weight = row.weight * column.weight
      const at = (row.at * width + column.at) * RGBA
      red += weight * (source[at] ?? 0)
      green += weight * (source[at + 1] ?? 0)
      blue += weight * (source[at + 2] ?? 0)
      sum += weight
    }
  }
  target[to] = Math.round(red / sum)
  target[to + 1] = Math.round(green / sum)
  target[to + 2] = Math.round(blue / sum)
  target[to + 3] = 255
}
