/**
 * How alike two pictures of one page are where there is ink: the share of pixels, in the ink of either and next to it,
 * that have their like in the other picture within a pixel. Two renderers smooth edges differently; a pixel's breadth
 * is forgiven, a missing stroke is not.
 */
export interface Pixels {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel. */
  readonly rgb: Uint8Array
}

const INK = 24
const LIKE = 56

export function likeness(one: Pixels, other: Pixels): number {
  const [a, b] = [greyOf(one), greyOf(other)]
  const { width, height } = one
  let [counted, alike] = [0, 0]
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      if (!hasInkAround(a, at, width) && !hasInkAround(b, at, width)) continue
      counted += 1
      if (isNear(a[at] ?? 0, b, at, width) && isNear(b[at] ?? 0, a, at, width)) alike += 1
    }
  return alike / Math.max(1, counted)
}

function greyOf({ rgb }: Pixels): Uint8Array {
  const grey = new Uint8Array(rgb.length / 3)
  for (let at = 0; at < grey.length; at += 1)
    grey[at] = ((rgb[3 * at] ?? 0) * 77 + (rgb[3 * at + 1] ?? 0) * 151 + (rgb[3 * at + 2] ?? 0) * 28) >> 8
  return grey
}

/** Dilated: ink, or a neighbour of ink. */
function hasInkAround(grey: Uint8Array, at: number, width: number): boolean {
  for (let row = -width; row <= width; row += width)
    for (let step = -1; step <= 1; step += 1) if ((grey[at + row + step] ?? 255) < 255 - INK) return true
  return false
}

/** Between the lightest and the darkest of the neighbours, with a little on both sides. */
function isNear(value: number, grey: Uint8Array, at: number, width: number): boolean {
  let [least, most] = [255, 0]
  for (let row = -width; row <= width; row += width)
    for (let step = -1; step <= 1; step += 1) {
      const neighbour = grey[at + row + step] ?? 255
      if (neighbour < least) least = neighbour
      if (neighbour > most) most = neighbour
    }
  return value >= least - LIKE && value <= most + LIKE
}
