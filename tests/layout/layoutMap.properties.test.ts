import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { layoutMap } from '../../src/layout/layoutMap.ts'
import { type MapOptions, mapOptions } from '../../src/layout/mapOptions.ts'
import { sceneOfMap } from '../../src/layout/sceneOfMap.ts'
import { LIGHT_THEME } from '../../src/layout/theme.ts'
import type { JourneyId } from '../../src/model/records/journey.ts'
import { anyWorkshop } from '../helpers/layout/anyWorkshop.ts'
import { checkCards, checkFrame } from '../helpers/layout/checkMap.ts'
import { germanLabels } from '../helpers/layout/germanLabels.ts'
import { plainSnapshot } from '../helpers/layout/plainSnapshot.ts'
import { shippedMetrics } from '../helpers/shippedFonts.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const seed = 20_261_014
const basics = { journeyId: 'j' as JourneyId, metrics: shippedMetrics(), labels: germanLabels }
const anyChoices: fc.Arbitrary<Partial<MapOptions>> = fc
  .record({
    textSize: fc.double({ min: 0.5, max: 8, noNaN: true }),
    perEm: fc.double({ min: 7, max: 40, noNaN: true }),
    inviting: fc.boolean(),
    extraHeight: fc.constantFrom(0, 100),
  })
  .map(({ perEm, ...choices }) => ({ ...choices, columnWidth: perEm * choices.textSize }))

test('every card is shown once, whole, and over nothing else; every cell lies in its lane and column', () => {
  let cards = 0
  fc.assert(
    fc.property(anyWorkshop, anyChoices, (tables, choices) => {
      const options = mapOptions(basics, choices)
      const snapshot = plainSnapshot(tables)
      const layout = layoutMap(snapshot, options)
      cards += layout.cards.length
      checkCards(layout, snapshot)
      checkFrame(layout)
    }),
    { seed, numRuns: 150 },
  )
  expect(cards).toBeGreaterThan(500)
})

test('the same input gives the same map and the same scene', () => {
  fc.assert(
    fc.property(anyWorkshop, anyChoices, (tables, choices) => {
      const options = mapOptions(basics, choices)
      const first = layoutMap(plainSnapshot(tables), options)
      const second = layoutMap(plainSnapshot(tables), options)
      expect(second).toEqual(first)
      expect(sceneOfMap(second, LIGHT_THEME)).toEqual(sceneOfMap(first, LIGHT_THEME))
    }),
    { seed, numRuns: 40 },
  )
})

test('scenes hold only finite numbers, clean text and opaque colours, and every clip is taken back', () => {
  fc.assert(
    fc.property(anyWorkshop, anyChoices, (tables, choices) => {
      const options = mapOptions(basics, choices)
      let clips = 0
      for (const op of sceneOfMap(layoutMap(plainSnapshot(tables), options), LIGHT_THEME).ops) {
        if (op.kind === 'clip') clips += 1
        if (op.kind === 'restore') clips -= 1
        if (op.kind === 'text') expect(op.text).not.toMatch(/\p{Cc}/u)
        const values = Object.values(op).flatMap((value: unknown) =>
          Array.isArray(value) ? value.flat() : [value],
        )
        for (const value of values) {
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
          if (typeof value === 'string' && value.startsWith('#') && op.kind !== 'text') {
            expect(value).toMatch(/^#[0-9a-f]{6}$/i)
          }
        }
      }
      expect(clips).toBe(0)
    }),
    { seed, numRuns: 40 },
  )
})
