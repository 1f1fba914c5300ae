/**
 * The middle half of the opinions as closed outlines, one per run of neighbouring pins that have quartiles; and where
 * the halves of two views lie over each other, because a scene has no transparency to show that by itself.
 */
import { type Pin, valueToY } from './curveLayout.ts'
import { cornersAndCrossings, heightAt, type Point } from './polyline.ts'
import type { Rect, Segment } from './scene.ts'
import { polygon } from './symbols/drawing.ts'

/** Upper and lower edge of a run. */
export interface Spread {
  readonly upper: readonly Point[]
  readonly lower: readonly Point[]
}

/** Half the width of a single pin's spread, as a share of the plot's height. */
const LONELY = 0.04

export function spreadsOf(pins: readonly Pin[], plot: Rect): readonly Spread[] {
  const runs: Pin[][] = []
  let open: Pin[] | undefined
  for (const pin of pins) {
    if (pin.quartiles === null) {
      open = undefined
      continue
    }
    if (open) open.push(pin)
    else {
      open = [pin]
      runs.push(open)
    }
  }
  return runs.map((run) => ({ upper: edgeOf(run, plot, 0), lower: edgeOf(run, plot, 1) }))
}

function edgeOf(run: readonly Pin[], plot: Rect, end: 0 | 1): readonly Point[] {
  const points = run.map((pin) => ({ x: pin.x, y: valueToY(plot, pin.quartiles?.[end] ?? pin.value) }))
  const [only] = points
  if (!only || points.length > 1) return points
  const half = plot.height * LONELY
  return [
    { x: only.x - half, y: only.y },
    { x: only.x + half, y: only.y },
  ]
}

export function outlineOfSpread({ upper, lower }: Spread): readonly Segment[] {
  return polygon([...upper, ...[...lower].reverse()].map(({ x, y }) => [x, y] as const))
}

export function overlapOutlines(
  one: readonly Spread[],
  other: readonly Spread[],
): readonly (readonly Segment[])[] {
  return one.flatMap((first) => other.flatMap((second) => overlapOfTwo(first, second)))
}

function overlapOfTwo(one: Spread, other: Spread): readonly (readonly Segment[])[] {
  const found: (readonly Segment[])[] = []
  const xs = cornersAndCrossings([one.upper, one.lower, other.upper, other.lower])
  const edgesAt = (x: number): readonly [number, number] | undefined => {
    const tops = [heightAt(one.upper, x), heightAt(other.upper, x)]
    const bottoms = [heightAt(one.lower, x), heightAt(other.lower, x)]
    if ([...tops, ...bottoms].includes(undefined)) return undefined
    return [Math.max(...tops.map(Number)), Math.min(...bottoms.map(Number))]
  }
  for (let index = 1; index < xs.length; index++) {
    const left = xs[index - 1] ?? 0
    const right = xs[index] ?? 0
    const middle = edgesAt((left + right) / 2)
    const from = edgesAt(left)
    const to = edgesAt(right)
    if (!middle || !from || !to || middle[0] >= middle[1]) continue
    found.push(
      polygon([
        [left, from[0]],
        [right, to[0]],
        [right, to[1]],
        [left, from[1]],
      ]),
    )
  }
  return found
}
