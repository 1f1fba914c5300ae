/** What makes typing quick on a large map: everything that did not change is the same object as before. */
import { expect, test, vi } from 'vitest'
import { layoutMap } from '../../src/layout/layoutMap.ts'
import { mapOptions } from '../../src/layout/mapOptions.ts'
import { opsOfCard } from '../../src/layout/ops/opsOfCard.ts'
import { LIGHT_THEME } from '../../src/layout/theme.ts'
import type { Card, CardId } from '../../src/model/records/card.ts'
import type { JourneyId } from '../../src/model/records/journey.ts'
import type { WorkshopSnapshot } from '../../src/model/snapshot.ts'
import { germanLabels } from '../helpers/layout/germanLabels.ts'
import { plainSnapshot } from '../helpers/layout/plainSnapshot.ts'
import { shippedMetrics } from '../helpers/shippedFonts.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const COLUMNS = 40
const LANES = 10
const TEXT =
  'Ich will einen Satz: Kinder bis 14 fahren mit mir gratis. Und muss ich die eintragen oder nicht?'

function bigWorkshop(cards: number): WorkshopSnapshot {
  const order = (index: number): string => `a${String(index).padStart(5, '0')}`
  return plainSnapshot({
    journeys: [{ id: 'j' }],
    phases: Array.from({ length: 8 }, (_, index) => ({
      id: `p${index}`,
      journeyId: 'j',
      title: `Phase ${index}`,
      order: order(index),
    })),
    activities: Array.from({ length: COLUMNS }, (_, index) => ({
      id: `a${index}`,
      text: 'Ich suche eine Verbindung.',
      place: { journeyId: 'j', phaseId: `p${Math.floor(index / 5)}`, order: order(index) },
    })),
    lanes: Array.from({ length: LANES }, (_, index) => ({
      id: `l${index}`,
      journeyId: 'j',
      title: `Zeile ${index}`,
      order: order(index),
    })),
    cards: Array.from({ length: cards }, (_, index) => ({
      id: `c${index}`,
      text: `${index} ${TEXT}`,
      place: {
        laneId: `l${index % LANES}`,
        activityId: `a${Math.floor(index / LANES) % COLUMNS}`,
        order: order(index),
      },
    })),
  })
}

const options = mapOptions({ journeyId: 'j' as JourneyId, metrics: shippedMetrics(), labels: germanLabels })

function withText(snapshot: WorkshopSnapshot, id: string, text: string): WorkshopSnapshot {
  const card = snapshot.cards.get(id as CardId)
  if (!card) throw new Error(`no card ${id}`)
  const changed: Card = { ...card, text }
  return { ...snapshot, cards: new Map([...snapshot.cards, [changed.id, changed]]) }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

test('after typing in one card every other card of its size of place is the same object', () => {
  const before = bigWorkshop(1000)
  const first = layoutMap(before, options)
  const second = layoutMap(withText(before, 'c500', `500 ${TEXT}`.replace('Satz', 'Fakt')), options)
  const old = new Map(first.cards.map((card) => [card.cardId, card]))
  const fresh = second.cards.filter((card) => old.get(card.cardId) !== card)
  expect(fresh.map(({ cardId }) => cardId)).toEqual(['c500'])
})

test('what is drawn for an unchanged card is the same object too', () => {
  const before = bigWorkshop(100)
  const card = layoutMap(before, options).cards[0]
  const again = layoutMap(withText(before, 'c50', 'anders'), options).cards[0]
  if (!card || !again) throw new Error('no card')
  const { measures } = layoutMap(before, options)
  expect(opsOfCard(again, LIGHT_THEME, measures)).toBe(opsOfCard(card, LIGHT_THEME, measures))
})

test('laying out 1,000 cards after one keystroke takes a small part of laying them out first', () => {
  let snapshot = bigWorkshop(1000)
  const started = performance.now()
  layoutMap(snapshot, options)
  const first = performance.now() - started
  const times = Array.from({ length: 9 }, (_, index) => {
    snapshot = withText(snapshot, 'c500', `Ich tippe ${'x'.repeat(index)}`)
    const at = performance.now()
    layoutMap(snapshot, options)
    return performance.now() - at
  })
  console.log(`1,000 cards: first ${first.toFixed(1)} ms, after a keystroke ${median(times).toFixed(1)} ms`)
  expect(median(times)).toBeLessThan(first / 2)
})

test('5,000 cards are laid out, each once', () => {
  const snapshot = bigWorkshop(5000)
  const started = performance.now()
  const layout = layoutMap(snapshot, options)
  console.log(`5,000 cards: ${(performance.now() - started).toFixed(0)} ms`)
  expect(new Set(layout.cards.map(({ cardId }) => cardId)).size).toBe(5000)
})
