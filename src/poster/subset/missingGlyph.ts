/**
 * The outline of the box that stands for a character no shipped font has. A glyph and not a drawing, so that the
 * character itself can still be searched for and copied.
 */

/** A simple glyph of two rectangles, outer clockwise and inner counter-clockwise, one em wide in all. */
export function missingGlyph(unitsPerEm: number): Uint8Array {
  const unit = (share: number) => Math.round(share * unitsPerEm)
  const [left, right, bottom, top, line] = [unit(0.1), unit(0.9), unit(-0.1), unit(0.72), unit(0.06)]
  const points: readonly (readonly [number, number])[] = [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
    [left + line, bottom + line],
    [right - line, bottom + line],
    [right - line, top - line],
    [left + line, top - line],
  ]
  const view = new DataView(new ArrayBuffer(10 + 4 + 2 + points.length + 4 * points.length))
  for (const [index, value] of [2, left, bottom, right, top, 3, 7, 0].entries())
    view.setInt16(2 * index, value)
  const ON_CURVE = 1
  for (const index of points.keys()) view.setUint8(16 + index, ON_CURVE)
  let previous: readonly [number, number] = [0, 0]
  for (const [index, point] of points.entries()) {
    view.setInt16(24 + 2 * index, point[0] - previous[0])
    view.setInt16(24 + 2 * (points.length + index), point[1] - previous[1])
    previous = point
  }
  return new Uint8Array(view.buffer)
}
