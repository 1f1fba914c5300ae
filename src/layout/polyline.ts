/** A string over pins as a function of x: what hatching and overlapping spreads both reckon with. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** y of a string at x; undefined outside of its pins. */
export function heightAt(points: readonly Point[], x: number): number | undefined {
  for (let index = 1; index < points.length; index++) {
    const left = points[index - 1]
    const right = points[index]
    if (!left || !right || x < left.x || x > right.x) continue
    return right.x === left.x ? left.y : left.y + ((right.y - left.y) * (x - left.x)) / (right.x - left.x)
  }
  return undefined
}

/** Where any of the strings has a pin, from left to right. */
export function cornersOf(strings: readonly (readonly Point[])[]): readonly number[] {
  return [...new Set(strings.flat().map(({ x }) => x))].sort((a, b) => a - b)
}

/** Corners, and between them every x at which two of the strings cross. */
export function cornersAndCrossings(strings: readonly (readonly Point[])[]): readonly number[] {
  const corners = cornersOf(strings)
  const found = new Set(corners)
  for (let index = 1; index < corners.length; index++) {
    const left = corners[index - 1] ?? 0
    const right = corners[index] ?? 0
    for (const [first, one] of strings.entries()) {
      for (const other of strings.slice(first + 1)) {
        const share = crossing(one, other, left, right)
        if (share !== undefined) found.add(left + share * (right - left))
      }
    }
  }
  return [...found].sort((a, b) => a - b)
}

function crossing(
  one: readonly Point[],
  other: readonly Point[],
  left: number,
  right: number,
): number | undefined {
  const a0 = heightAt(one, left)
  const a1 = heightAt(one, right)
  const b0 = heightAt(other, left)
  const b1 = heightAt(other, right)
  if (a0 === undefined || a1 === undefined || b0 === undefined || b1 === undefined) return undefined
  if ((a0 - b0) * (a1 - b1) >= 0) return undefined
  return (a0 - b0) / (a0 - b0 - (a1 - b1))
}
