import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moodOfValue, valueToY, yToValue } from '../../src/layout/curveLayout.ts'
import { hatchGap } from '../../src/layout/hatchGap.ts'
import { layoutMap } from '../../src/layout/layoutMap.ts'
import { type MapOptions, mapOptions } from '../../src/layout/mapOptions.ts'
import { heightAt } from '../../src/layout/polyline.ts'
import { overlapOutlines } from '../../src/layout/spreadOutlines.ts'
import { faceOfValue } from '../../src/layout/symbols/smileys.ts'
import type { JourneyId } from '../../src/model/records/journey.ts'
import { germanLabels } from '../helpers/layout/germanLabels.ts'
import { type PlainTables, plainSnapshot } from '../helpers/layout/plainSnapshot.ts'
import { ruler } from '../helpers/layout/ruler.ts'

const journeyId = 'j' as JourneyId

function rating(subjectId: string, view: 'inside' | 'outside', personId: string, value: number | null) {
  const source = view === 'inside' ? 'staff' : 'customer'
  return { subjectKind: 'activity', subjectId, view, source, roundId: 'first', personId, value } as never
}

const base: PlainTables = {
  journeys: [{ id: 'j' }],
  phases: [{ id: 'p', journeyId, order: 'a' }],
  activities: ['a', 'b', 'c'].map((id) => ({ id, text: id, place: { journeyId, phaseId: 'p', order: id } })),
  lanes: [{ id: 'l', journeyId, kind: 'curve' as never, order: 'a' }],
  ratings: [
    rating('a', 'inside', 'u1', 8),
    rating('a', 'inside', 'u2', 9),
    rating('a', 'inside', 'u3', 4),
    rating('c', 'inside', 'u1', 6),
    rating('a', 'outside', 'k1', 3),
    rating('b', 'outside', 'k1', null),
    rating('c', 'outside', 'k1', 2),
  ],
}

function curveOf(tables: PlainTables, choices: Partial<MapOptions> = {}) {
  const options = mapOptions(
    { journeyId, metrics: ruler, labels: germanLabels },
    { textSize: 1, columnWidth: 10, showHeader: false, inviting: false, ...choices },
  )
  const layout = layoutMap(plainSnapshot(tables), options)
  if (!layout.curve) throw new Error('the map has no curve')
  return { curve: layout.curve, columns: layout.columns }
}

describe('the scale', () => {
  const plot = { y: 100, height: 56 }

  test('a value finds its height and the height its value', () => {
    for (const value of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
      expect(yToValue(plot, valueToY(plot, value))).toBe(value)
    expect(valueToY(plot, 5.5)).toBe(plot.y + plot.height / 2)
  })

  test('a finger above or below the plot means 10 or 1', () => {
    expect(yToValue(plot, -1000)).toBe(10)
    expect(yToValue(plot, 1000)).toBe(1)
  })

  test('half values can be set where they are wanted', () => {
    expect(yToValue(plot, valueToY(plot, 6.4), 0.5)).toBe(6.5)
  })

  test('2, 6 and 9 are bad, fair and good; 2 to 10 have their own face', () => {
    expect([1, 2, 3.9, 4, 6, 7.4, 7.5, 9, 10].map(moodOfValue)).toEqual([
      'bad',
      'bad',
      'bad',
      'fair',
      'fair',
      'fair',
      'good',
      'good',
      'good',
    ])
    expect([1, 2, 2.9, 3, 5, 6, 7, 8.9, 9, 10].map(faceOfValue)).toEqual([2, 2, 2, 4, 6, 6, 8, 8, 10, 10])
  })
})

describe('pins', () => {
  test('sit at the median in the middle of their column, quartiles behind them', () => {
    const { curve, columns } = curveOf(base)
    const inside = curve.strings.find(({ view }) => view === 'inside')
    expect(
      inside?.pins.map(({ activityId, value, agreed, count }) => [activityId, value, agreed, count]),
    ).toEqual([
      ['a', 8, false, 3],
      ['c', 6, false, 1],
    ])
    const pin = inside?.pins[0]
    expect(pin?.x).toBe((columns[0]?.x ?? 0) + 5)
    expect(pin?.y).toBe(valueToY(curve.plot, 8))
    expect(pin?.quartiles).toEqual([8.5, 6])
  })

  test('follow what the group agreed, while the spread stays', () => {
    const agreed = {
      subjectKind: 'activity',
      subjectId: 'a',
      view: 'inside',
      roundId: 'first',
      value: 5,
    } as never
    const { curve } = curveOf({ ...base, agreedValues: [agreed] })
    expect(curve.strings[0]?.pins[0]).toMatchObject({ value: 5, agreed: true, quartiles: [8.5, 6] })
  })

  test('nobody rated: no pin, and the string runs on to the next one', () => {
    const { curve } = curveOf(base)
    expect(
      curve.strings.find(({ view }) => view === 'outside')?.pins.map(({ activityId }) => activityId),
    ).toEqual(['a', 'c'])
  })

  test('carry their number on the side away from the other string', () => {
    const { curve } = curveOf(base)
    const [inside, outside] = curve.strings
    const labelOf = (string: typeof inside) => string?.pins[0]?.label.lines[0]
    expect(labelOf(inside)).toMatchObject({ text: '8' })
    expect(labelOf(inside)?.baseline).toBeLessThan(inside?.pins[0]?.y ?? 0)
    expect(labelOf(outside)?.baseline).toBeGreaterThan(outside?.pins[0]?.y ?? Infinity)
  })

  test('only the chosen views are drawn', () => {
    const { curve } = curveOf(base, { views: ['outside'] })
    expect(curve.strings.map(({ view }) => view)).toEqual(['outside'])
    expect(curve.gap).toEqual([])
  })
})

describe('around the pins', () => {
  test('bands cover the plot from top to bottom without a gap', () => {
    const { curve } = curveOf(base)
    const [good, fair, bad] = curve.bands
    expect([good?.mood, fair?.mood, bad?.mood]).toEqual(['good', 'fair', 'bad'])
    expect(good?.y).toBe(curve.plot.y)
    expect(fair?.y).toBeCloseTo((good?.y ?? 0) + (good?.height ?? 0))
    expect(bad?.y).toBeCloseTo((fair?.y ?? 0) + (fair?.height ?? 0))
    expect((bad?.y ?? 0) + (bad?.height ?? 0)).toBeCloseTo(curve.plot.y + curve.plot.height)
  })

  test('ten gridlines from 1 to 10', () => {
    expect(curveOf(base).curve.gridlines.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  test('one face per rated activity: the customers’, else the staff’s', () => {
    const ratings = [
      rating('a', 'outside', 'k1', 2),
      rating('a', 'inside', 'u1', 10),
      rating('b', 'inside', 'u1', 10),
    ]
    const { curve } = curveOf({ ...base, ratings })
    expect(curve.faces.map(({ activityId, level }) => [activityId, level])).toEqual([
      ['a', 2],
      ['b', 10],
    ])
  })

  test('the face shows what the group agreed on before anybody’s ratings', () => {
    const ratings = [rating('a', 'outside', 'k1', 9), rating('a', 'inside', 'u1', 8)]
    const agreed = { subjectKind: 'activity', subjectId: 'a', view: 'inside', roundId: 'first', value: 2 }
    const { curve } = curveOf({ ...base, ratings, agreedValues: [agreed as never] })
    expect(curve.faces.map(({ activityId, level }) => [activityId, level])).toEqual([['a', 2]])
  })

  test('cards of the curve’s own lane lie below the plot', () => {
    const cards = [{ id: 'x', text: 'warum?', place: { laneId: 'l', activityId: 'a', order: 'a' } }]
    const options = mapOptions(
      { journeyId, metrics: ruler, labels: germanLabels },
      { textSize: 1, columnWidth: 10 },
    )
    const layout = layoutMap(plainSnapshot({ ...base, cards }), options)
    const plot = layout.curve?.plot
    expect(layout.cards[0]?.y).toBeGreaterThan((plot?.y ?? 0) + (plot?.height ?? 0))
  })
})

describe('the gap between two strings', () => {
  const at = (values: readonly number[]) => values.map((y, index) => ({ x: index * 10, y }))
  const heights = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 2, maxLength: 8 })

  test('is hatched between the strings and nowhere else, also where they cross', () => {
    fc.assert(
      fc.property(
        heights,
        heights,
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        (first, second, spacing) => {
          const one = at(first)
          const other = at(second)
          for (const stroke of hatchGap(one, other, spacing)) {
            for (const segment of stroke) {
              if (segment[0] !== 'M' && segment[0] !== 'L') throw new Error('a stroke is a straight line')
              const a = heightAt(one, segment[1]) ?? Number.NaN
              const b = heightAt(other, segment[1]) ?? Number.NaN
              expect(segment[2]).toBeGreaterThanOrEqual(Math.min(a, b) - 1e-6)
              expect(segment[2]).toBeLessThanOrEqual(Math.max(a, b) + 1e-6)
            }
          }
        },
      ),
      { seed: 7, numRuns: 300 },
    )
  })

  test('equal strings have none, parted ones have strokes at even distances', () => {
    expect(hatchGap(at([5, 5]), at([5, 5]), 1)).toEqual([])
    const strokes = hatchGap(at([0, 0]), at([10, 10]), 2)
    expect(strokes.length).toBeGreaterThanOrEqual(9)
    expect(strokes[0]).toHaveLength(2)
  })
})

test('two spreads overlap exactly where both are', () => {
  const band = (from: number, to: number) => [
    {
      upper: [
        { x: 0, y: from },
        { x: 10, y: from },
      ],
      lower: [
        { x: 0, y: to },
        { x: 10, y: to },
      ],
    },
  ]
  expect(overlapOutlines(band(0, 4), band(6, 9))).toEqual([])
  expect(overlapOutlines(band(0, 6), band(4, 9))).toEqual([
    [['M', 0, 4], ['L', 10, 4], ['L', 10, 6], ['L', 0, 6], ['Z']],
  ])
})
