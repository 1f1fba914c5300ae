/**
 * The gap between inside and outside view as slanted strokes, computed exactly: a scene has no clip other than a
 * rectangle, and plotters draw strokes better than patterns.
 */
import { cornersOf, heightAt, type Point } from './polyline.ts'
import type { Segment } from './scene.ts'

interface Slice {
  readonly left: number
  readonly right: number
  readonly upper: readonly [number, number]
  readonly lower: readonly [number, number]
}

/** Strips between two neighbouring corners, cut where the strings cross, each with an upper and a lower edge. */
function slices(one: readonly Point[], other: readonly Point[]): readonly Slice[] {
  const xs = cornersOf([one, other])
  const found: Slice[] = []
  for (let index = 1; index < xs.length; index++) {
    const left = xs[index - 1] ?? 0
    const right = xs[index] ?? 0
    const a0 = heightAt(one, left)
    const a1 = heightAt(one, right)
    const b0 = heightAt(other, left)
    const b1 = heightAt(other, right)
    if (a0 === undefined || a1 === undefined || b0 === undefined || b1 === undefined) continue
    const crosses = (a0 - b0) * (a1 - b1) < 0
    if (!crosses) {
      found.push(slice(left, right, [a0, a1], [b0, b1]))
      continue
    }
    const share = (a0 - b0) / (a0 - b0 - (a1 - b1))
    const x = left + share * (right - left)
    const y = a0 + share * (a1 - a0)
    found.push(slice(left, x, [a0, y], [b0, y]), slice(x, right, [y, a1], [y, b1]))
  }
  return found
}

function slice(
  left: number,
  right: number,
  a: readonly [number, number],
  b: readonly [number, number],
): Slice {
  const aboveIsA = a[0] + a[1] <= b[0] + b[1]
  return { left, right, upper: aboveIsA ? a : b, lower: aboveIsA ? b : a }
}

/** The part of the line x + y = c within a slice, or nothing. */
function cut(part: Slice, c: number): readonly Segment[] | null {
  const width = part.right - part.left
  if (width <= 0) return null
  const slopeUp = (part.upper[1] - part.upper[0]) / width
  const slopeLow = (part.lower[1] - part.lower[0]) / width
  let from = part.left
  let to = part.right
  const limit = (start: number, slope: number, below: boolean): void => {
    // below: (c - x) >= start + slope (x - left)  ⇔  x (1 + slope) <= c - start + slope left
    const side = c - start + slope * part.left
    const factor = 1 + slope
    if (factor === 0) {
      if (below ? side < 0 : side > 0) to = from - 1
    } else if (below === factor > 0) to = Math.min(to, side / factor)
    else from = Math.max(from, side / factor)
  }
  limit(part.upper[0], slopeUp, true)
  limit(part.lower[0], slopeLow, false)
  if (to - from < 1e-6) return null
  return [
    ['M', from, c - from],
    ['L', to, c - to],
  ]
}

export function hatchGap(
  one: readonly Point[],
  other: readonly Point[],
  spacing: number,
): readonly (readonly Segment[])[] {
  const strokes: (readonly Segment[])[] = []
  for (const part of slices(one, other)) {
    const ys = [...part.upper, ...part.lower]
    const first = Math.ceil((part.left + Math.min(...ys)) / spacing)
    const last = Math.floor((part.right + Math.max(...ys)) / spacing)
    for (let step = first; step <= last; step++) {
      const stroke = cut(part, step * spacing)
      if (stroke) strokes.push(stroke)
    }
  }
  return strokes
}
