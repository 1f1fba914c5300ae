/** A line with its width, as outlines to fill: a box for every straight piece, a disc for every round join and end. */
import { disc, type Outline, type Polygon } from './polygon.ts'

/** All in pixels; every polygon turns the same way, so that where they overlap is filled once. */
export function strokeOutline(
  { points, closed }: Outline,
  width: number,
  dash: readonly [number, number] | null,
): Polygon[] {
  const line = closed ? [...points, points[0] ?? 0, points[1] ?? 0] : points
  const pieces = dash === null || dash[0] <= 0 ? [line] : dashed(line, dash)
  return pieces.flatMap((piece) => solid(piece, width / 2))
}

function solid(line: readonly number[], half: number): Polygon[] {
  const polygons: Polygon[] = []
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = line.slice(at, at + 4)
    const length = Math.hypot(x1 - x0, y1 - y0)
    if (length === 0) continue
    const [nx, ny] = [((y1 - y0) / length) * half, (-(x1 - x0) / length) * half]
    polygons.push([x0 + nx, y0 + ny, x1 + nx, y1 + ny, x1 - nx, y1 - ny, x0 - nx, y0 - ny])
  }
  // Below half a pixel a round join is not seen.
  if (half >= 0.5)
    for (let at = 0; at + 1 < line.length; at += 2)
      polygons.push(disc(line[at] ?? 0, line[at + 1] ?? 0, half))
  return polygons
}

function dashed(line: readonly number[], [on, off]: readonly [number, number]): number[][] {
  const pieces: number[][] = []
  let piece: number[] = line.slice(0, 2)
  let isOn = true
  let left = on
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = line.slice(at, at + 4)
    const length = Math.hypot(x1 - x0, y1 - y0)
    for (let done = 0; done < length; ) {
      const step = Math.min(left, length - done)
      done += step
      left -= step
      const [x, y] = [x0 + ((x1 - x0) * done) / length, y0 + ((y1 - y0) * done) / length]
      if (isOn) piece.push(x, y)
      if (left > 0) continue
      if (isOn && piece.length >= 4) pieces.push(piece)
      isOn = !isOn
      left = Math.max(isOn ? on : off, 0.01)
      piece = isOn ? [x, y] : []
    }
  }
  if (isOn && piece.length >= 4) pieces.push(piece)
  return pieces
}
