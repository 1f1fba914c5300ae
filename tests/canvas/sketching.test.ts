import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceToStroke, simplify, type StrokePoint } from '../../src/canvas/sketch/Stroke.ts'
import { placeSketches, sketchPlaceFor, smoothPath } from '../../src/layout/placeSketches.ts'
import { ruler } from '../helpers/layout/ruler.ts'
import { mapFixture } from './support/mapFixture.ts'

const point = fc.record({
  x: fc.double({ min: 0, max: 300, noNaN: true }),
  y: fc.double({ min: 0, max: 300, noNaN: true }),
  pressure: fc.double({ min: 0, max: 1, noNaN: true }),
})
const strokes = fc.array(point, { minLength: 1, maxLength: 60 })

describe('a stroke', () => {
  it('is stored with fewer points, none of its own farther away than the tolerance', () => {
    fc.assert(
      fc.property(strokes, (points) => {
        const kept = simplify(points, 0.12)
        expect(kept.length).toBeLessThanOrEqual(points.length)
        expect(kept[0]).toBe(points[0])
        expect(kept.at(-1)).toBe(points.at(-1))
        for (const each of points) expect(distanceToStroke(each, kept)).toBeLessThanOrEqual(0.12 + 1e-9)
      }),
    )
  })

  it('of a straight line is its two ends', () => {
    const line = Array.from({ length: 50 }, (_, x): StrokePoint => ({ x, y: 2 * x, pressure: 0.5 }))
    expect(simplify(line, 0.1)).toHaveLength(2)
  })

  it('is drawn from its first to its last point', () => {
    fc.assert(
      fc.property(strokes, (points) => {
        const path = smoothPath(points)
        expect(path[0]).toEqual(['M', points[0]?.x, points[0]?.y])
        const last = path.at(-1)
        const end = last?.slice(-2) as number[]
        expect(end[0]).toBeCloseTo(points.at(-1)?.x ?? 0, 1)
        expect(end[1]).toBeCloseTo(points.at(-1)?.y ?? 0, 1)
      }),
    )
  })

  it('comes back from the workshop where it was drawn, wherever that is', () => {
    const map = mapFixture()
    const layout = map.layout()
    fc.assert(
      fc.property(strokes, (points) => {
        const { place, points: stored } = sketchPlaceFor(points, layout)
        const sketch = { place: { ...place, order: 'a0' }, points: stored }
        const [placed] = placeSketches([{ ...blank, ...sketch } as never], layout, ruler)
        expect(placed?.points).toHaveLength(points.length)
        placed?.points.forEach((each, index) => {
          expect(Math.abs(each.x - (points[index]?.x ?? 0))).toBeLessThan(0.03)
          expect(Math.abs(each.y - (points[index]?.y ?? 0))).toBeLessThan(0.03)
        })
      }),
      { numRuns: 40 },
    )
  })
})

const blank = {
  id: 's',
  kind: 'draw',
  colour: '',
  fill: '',
  strokeWidth: 0.7,
  closed: false,
  width: 0,
  height: 0,
}
