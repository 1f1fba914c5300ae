/** Closed outlines in pixels, as flat lists of x and y: what everything that is drawn becomes before it is filled. */
import type { Segment } from '../../layout/scene.ts'

export type Polygon = readonly number[]

/** Straight pieces of a curve: enough that nobody sees them at the size of a card, and of a poster's title. */
function stepsFor(length: number): number {
  return Math.max(3, Math.min(48, Math.ceil(Math.sqrt(length) * 1.5)))
}

export interface Outline {
  readonly points: number[]
  readonly closed: boolean
}

/** Scaled from millimetres to pixels and shifted. */
export function flattenPath(segments: readonly Segment[], scale: number, top: number): Outline[] {
  const outlines: Outline[] = []
  let points: number[] = []
  const end = (closed: boolean) => {
    if (points.length >= 4) outlines.push({ points, closed })
    points = []
  }
  for (const segment of segments) {
    const [command, ...numbers] = segment
    const at = numbers.map((value, index) => value * scale - (index % 2 === 1 ? top : 0))
    if (command === 'Z') end(true)
    else {
      if (command === 'M') end(false)
      if (command === 'C') addCurve(points, at)
      else points.push(at[0] ?? 0, at[1] ?? 0)
    }
  }
  end(false)
  return outlines
}

function addCurve(points: number[], at: readonly number[]): void {
  const [x0 = 0, y0 = 0] = points.slice(-2)
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = at
  const steps = stepsFor(
    Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(x3 - x2, y3 - y2),
  )
  for (let step = 1; step <= steps; step += 1) {
    const t = step / steps
    const u = 1 - t
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
    points.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
  }
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A rectangle with rounded corners, clockwise. */
export function roundedBox({ x, y, width, height }: Box, radius: number): Polygon {
  const r = Math.max(0, Math.min(radius, width / 2, height / 2))
  if (r < 0.05) return [x, y, x + width, y, x + width, y + height, x, y + height]
  const points: number[] = []
  const steps = stepsFor(r)
  const corners = [
    [x + width - r, y + r, -Math.PI / 2],
    [x + width - r, y + height - r, 0],
    [x + r, y + height - r, Math.PI / 2],
    [x + r, y + r, Math.PI],
  ] as const
  for (const [centreX, centreY, from] of corners)
    for (let step = 0; step <= steps; step += 1) {
      const angle = from + (step / steps) * (Math.PI / 2)
      points.push(centreX + r * Math.cos(angle), centreY + r * Math.sin(angle))
    }
  return points
}

export function disc(x: number, y: number, radius: number): Polygon {
  const steps = Math.max(8, stepsFor(radius) * 4)
  return Array.from({ length: steps }, (_, step) => {
    const angle = (step / steps) * Math.PI * 2
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  }).flat()
}
