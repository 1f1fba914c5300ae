/**
 * How much of every pixel of a strip an outline covers: exact areas, summed from the edges alone. What overlaps in the
 * same direction counts once, what turns the other way is a hole, as canvas and PDF fill it.
 */
import type { Polygon } from './polygon.ts'

export interface Window {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export class Coverage {
  private readonly width: number
  private readonly height: number
  private readonly sums: Float32Array

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.sums = new Float32Array((width + 2) * height)
  }

  /** Calls `paint` for every pixel within the window that is covered, with a share between 0 and 1. */
  fill(
    polygons: readonly Polygon[],
    window: Window,
    paint: (x: number, y: number, share: number) => void,
  ): void {
    const area = this.areaOf(polygons, window)
    if (area === null) return
    for (const polygon of polygons) this.addPolygon(polygon)
    const stride = this.width + 2
    const top = Math.max(area.top, window.top)
    for (let y = area.top; y < area.bottom; y += 1) {
      let sum = 0
      const row = y * stride
      for (let x = 0; x < area.right; x += 1) {
        sum += this.sums[row + x] ?? 0
        const share = Math.min(1, Math.abs(sum))
        if (share > 0.002 && y >= top && y < window.bottom && x >= window.left && x < window.right)
          paint(x, y, share)
      }
      this.sums.fill(0, row, row + stride)
    }
  }

  private areaOf(polygons: readonly Polygon[], window: Window): Window | null {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const polygon of polygons)
      for (let at = 0; at < polygon.length; at += 2) {
        const [x, y] = [polygon[at] ?? 0, polygon[at + 1] ?? 0]
        if (x < left) left = x
        if (x > right) right = x
        if (y < top) top = y
        if (y > bottom) bottom = y
      }
    if (right <= window.left || left >= window.right || bottom <= window.top || top >= window.bottom)
      return null
    return {
      left: Math.max(0, Math.floor(left)),
      top: Math.max(0, Math.floor(top)),
      right: Math.min(this.width, Math.ceil(right) + 1),
      bottom: Math.min(this.height, Math.ceil(bottom)),
    }
  }

  private addPolygon(polygon: Polygon): void {
    let [x0, y0] = [polygon.at(-2) ?? 0, polygon.at(-1) ?? 0]
    for (let at = 0; at < polygon.length; at += 2) {
      const [x1, y1] = [polygon[at] ?? 0, polygon[at + 1] ?? 0]
      if (y0 !== y1) this.addEdge(x0, y0, x1, y1)
      x0 = x1
      y0 = y1
    }
  }

  private addEdge(fromX: number, fromY: number, toX: number, toY: number): void {
    const direction = fromY < toY ? 1 : -1
    const [x0, y0, x1, y1] = direction > 0 ? [fromX, fromY, toX, toY] : [toX, toY, fromX, fromY]
    const slope = (x1 - x0) / (y1 - y0)
    const [start, end] = [Math.max(y0, 0), Math.min(y1, this.height)]
    for (let y = Math.floor(start); y < end; y += 1) {
      const [top, bottom] = [Math.max(y, start), Math.min(y + 1, end)]
      if (bottom <= top) continue
      this.addRow(y, x0 + (top - y0) * slope, x0 + (bottom - y0) * slope, (bottom - top) * direction)
    }
  }

  /** One edge within one row: what lies to the right of it is covered by `height` more. */
  private addRow(y: number, xTop: number, xBottom: number, height: number): void {
    const { width, sums } = this
    const row = y * (width + 2)
    const low = Math.min(Math.max(Math.min(xTop, xBottom), 0), width)
    const high = Math.min(Math.max(Math.max(xTop, xBottom), 0), width)
    const first = Math.floor(low)
    const last = Math.floor(high)
    if (first === last) {
      const right = 1 - ((low + high) / 2 - first)
      sums[row + first] = (sums[row + first] ?? 0) + height * right
      sums[row + first + 1] = (sums[row + first + 1] ?? 0) + height * (1 - right)
      return
    }
    // Across several pixels: the covered area of each is that of a trapezium.
    const perPixel = height / (high - low)
    let before = 0
    for (let x = first; x <= last; x += 1) {
      const [from, to] = [Math.max(low, x), Math.min(high, x + 1)]
      const crossed = perPixel * (from - low)
      const inside = perPixel * (to - from)
      const covered = crossed + inside * (1 - ((from + to) / 2 - x))
      sums[row + x] = (sums[row + x] ?? 0) + covered - before
      before = covered
    }
    sums[row + last + 1] = (sums[row + last + 1] ?? 0) + height - before
  }
}
