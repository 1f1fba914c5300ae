/** The finished workshop of the sample data, imported as in the app: what a person sees on canvas, wall and paper. */
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { layoutMap } from '../../src/layout/layoutMap.ts'
import type { MapLayout } from '../../src/layout/mapLayout.ts'
import { sceneOfMap } from '../../src/layout/sceneOfMap.ts'
import { LIGHT_THEME } from '../../src/layout/theme.ts'
import { checkCards, checkFrame } from '../helpers/layout/checkMap.ts'
import { type SampleMap, sampleMap } from '../helpers/layout/sampleMap.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let sample: SampleMap
let layout: MapLayout

beforeAll(async () => {
  sample = await sampleMap()
  layout = layoutMap(sample.snapshot, sample.options)
})

const textsOf = (map: MapLayout): readonly string[] =>
  sceneOfMap(map, LIGHT_THEME).ops.flatMap((op) => (op.kind === 'text' ? [op.text] : []))

describe('the train journey', () => {
  test('has its 8 phases, 40 activities, 10 lanes, 400 cells, 538 cards and 71 touchpoints', () => {
    expect(layout.phases).toHaveLength(8)
    expect(layout.columns).toHaveLength(40)
    expect(layout.lanes).toHaveLength(10)
    expect(layout.cells).toHaveLength(400)
    expect(layout.cells.filter(({ cardIds }) => cardIds.length > 0)).toHaveLength(264)
    expect(layout.cards).toHaveLength(538)
    expect(layout.placements).toHaveLength(71)
    expect(layout.parkingLot).toBeNull()
  })

  test('shows every card whole and none over another', () => {
    checkCards(layout, sample.snapshot)
    checkFrame(layout)
  })

  test('columns run from the first wish to the refund, in the order of the file', () => {
    const texts = layout.columns.map((column) => column.text?.lines.map(({ text }) => text).join(' '))
    expect(texts[0]).toBe('Ich sehne mich im grauen November nach dem Meer.')
    expect(texts[39]).toContain('ob wir wieder Bahn fahren.')
    const xs = layout.columns.map(({ x }) => x)
    expect([...xs].sort((a, b) => a - b)).toEqual(xs)
  })

  test('14 moments of truth carry a star, and every activity with a pain point or its cards a bolt', () => {
    const marked = (name: string) =>
      layout.columns.filter(({ marks }) => marks.some((mark) => mark.name === name))
    expect(marked('star')).toHaveLength(14)
    expect(marked('bolt').length).toBeGreaterThanOrEqual(19)
  })

  test('the curve has a pin for every activity from inside and outside', () => {
    expect(layout.curve?.strings.map(({ view, pins }) => [view, pins.length])).toEqual([
      ['inside', 40],
      ['outside', 40],
    ])
    expect(layout.curve?.faces).toHaveLength(40)
    expect(layout.curve?.gap.length).toBeGreaterThan(100)
  })

  test('awkward texts arrive in the scene as they were written', () => {
    const all = textsOf(layout).join('\n')
    for (const part of ['Łódź', 'Işık', '🚆', '=', '„', '€', 'https://', '1. Gruppe'].slice(0, 7))
      expect(all).toContain(part)
  })

  test('persona and title are there', () => {
    expect(layout.header?.persona?.name.lines[0]?.text).toBe('Katrin Işık')
    expect(layout.header?.title.lines.map(({ text }) => text).join(' ')).toContain('München → Sylt')
  })
})
