import { describe, expect, test } from 'vitest'
import type { JourneyId } from '../../src/model/records/journey.ts'
import type { PlainTables } from '../helpers/layout/plainSnapshot.ts'
import { activity, card, lane, lay, small, textOf } from '../helpers/layout/smallMap.ts'

describe('touchpoints', () => {
  const tables: PlainTables = {
    ...small,
    lanes: [lane('l1', 'a', 'touchpoints'), lane('l2', 'b')],
    channels: [{ id: 'ch', name: 'Website', code: 'WEB', colour: '#1F77B4' }],
    touchpoints: [{ id: 't', name: 'Verbindungssuche', channelId: 'ch', painPoint: true }],
    placements: [{ id: 'pl', touchpointId: 't', place: { activityId: 'a1', order: 'a' } }],
    cards: [
      { id: 'on', text: 'langsam', place: { laneId: null, activityId: 'a1', placementId: 'pl', order: 'a' } },
      {
        id: 'about',
        text: 'schnell',
        place: { laneId: 'l2', activityId: 'a1', placementId: 'pl', order: 'a' },
      },
    ],
  }

  test('show name, channel and marks, and a face only when rated', () => {
    const [placement] = lay(tables).placements
    expect(textOf(placement?.block.name ?? { lines: [] }).join('')).toBe('Verbindungssuche')
    expect(placement?.block.chip).toMatchObject({ colour: '#1F77B4' })
    expect(placement?.block.marks.map(({ name }) => name)).toEqual(['bolt'])
    expect(placement?.block.face).toBeNull()
    const rating = {
      subjectKind: 'touchpoint',
      subjectId: 't',
      view: 'outside',
      source: 'customer',
      roundId: 'first',
    }
    const rated = lay({ ...tables, ratings: [{ ...rating, personId: 'k1', value: 4 } as never] })
    expect(rated.placements[0]?.block.face?.level).toBe(4)
  })

  test('a card on a touchpoint lies under it, a card about it in another lane names it', () => {
    const { cards, placements } = lay(tables)
    const on = cards.find(({ cardId }) => cardId === 'on')
    const about = cards.find(({ cardId }) => cardId === 'about')
    expect(on?.y).toBeGreaterThanOrEqual((placements[0]?.y ?? 0) + (placements[0]?.height ?? 0))
    expect(on?.block.about).toBeNull()
    expect(textOf(about?.block.about ?? { lines: [] }).join('')).toBe('Verbindungssuche')
  })

  test('where no lane shows touchpoints their cards are parked, never lost', () => {
    const layout = lay({ ...tables, lanes: [lane('l2', 'b')] })
    expect(layout.placements).toEqual([])
    expect(layout.cards.find(({ cardId }) => cardId === 'on')).toMatchObject({ laneId: null })
    expect(layout.parkingLot).not.toBeNull()
  })
})

describe('what has no column', () => {
  test('unsorted activities pile up at the right and never move a column', () => {
    const pile = Array.from({ length: 15 }, (_, index) =>
      activity(`u${String(index).padStart(2, '0')}`, null, `z${index}`),
    )
    const before = lay(small)
    const after = lay({ ...small, activities: [...(small.activities ?? []), ...pile] })
    expect(after.columns.map(({ x }) => x)).toEqual(before.columns.map(({ x }) => x))
    expect(after.pile?.activities).toHaveLength(15)
    expect(after.pile?.x).toBeGreaterThan(after.grid.x + after.grid.width)
    expect(before.pile).toBeNull()
  })

  test('the parking lot is there only when something is in it', () => {
    expect(lay(small).parkingLot).toBeNull()
    const layout = lay({ ...small, cards: [...(small.cards ?? []), card('lost', 'gone', 'a1', 'a')] })
    const lot = layout.parkingLot
    const lost = layout.cards.find(({ cardId }) => cardId === 'lost')
    expect(textOf(lot?.text ?? { lines: [] }).join('')).toBe('Parkplatz')
    expect(lost).toMatchObject({ laneId: null, activityId: null })
    expect(lost?.y).toBeGreaterThan(lot?.y ?? Number.POSITIVE_INFINITY)
  })

  test('a journey without phases and lanes still is a map with a pile to start with', () => {
    const layout = lay({}, { inviting: true, showHeader: true })
    expect(layout.columns).toEqual([])
    expect(layout.pile?.activities).toEqual([])
    expect(layout.width).toBeGreaterThan(0)
    expect(layout.height).toBeGreaterThan(0)
  })

  test('an unknown journey is a bug and says which', () => {
    expect(() => lay({}, { journeyId: 'nowhere' as JourneyId })).toThrow('nowhere')
  })
})

describe('filters', () => {
  test('chosen lanes and phases are the only ones laid out', () => {
    const layout = lay(small, {
      filter: { laneIds: ['l2' as never], phaseIds: ['p2' as never], cards: 'all' },
    })
    expect(layout.lanes.map(({ laneId }) => laneId)).toEqual(['l2'])
    expect(layout.columns.map(({ key }) => key)).toEqual(['a3'])
    expect(layout.cards.map(({ cardId }) => cardId)).toEqual(['c3'])
  })

  test('an edition keeps the voted, the marked or the agreed cards', () => {
    const tables: PlainTables = {
      ...small,
      lanes: [lane('l1', 'a', 'painPoints'), lane('l2', 'b')],
      votes: [{ subjectKind: 'card' as never, subjectId: 'c2', personId: 'u', count: 1 }],
      insights: [{ id: 'i', evidenceCardIds: ['c3'] }],
    }
    const shown = (cards: 'voted' | 'marked' | 'agreed') =>
      lay(tables, { filter: { laneIds: null, phaseIds: null, cards } }).cards.map(({ cardId }) => cardId)
    expect(shown('voted')).toEqual(['c2'])
    expect(shown('marked')).toEqual(['c1', 'c2'])
    expect(shown('agreed')).toEqual(['c3'])
  })
})

describe('header', () => {
  test('persona with quote stands at the top left, the title beside her', () => {
    const { header } = lay(
      {
        ...small,
        journeys: [
          { id: 'j', title: 'Fernreise', personaIds: ['per'], owner: 'Sabine', scope: 'ein Umstieg' },
        ],
        personas: [{ id: 'per', name: 'Katrin Işık', role: 'Mutter', quote: '„Ruhe.“' }],
      },
      { showHeader: true },
    )
    expect(header?.persona).toMatchObject({ x: 0, y: 0 })
    expect(textOf(header?.persona?.portrait.initials ?? { lines: [] })).toEqual(['KI'])
    expect(textOf(header?.persona?.quote ?? { lines: [] })).toEqual(['„Ruhe.“'])
    expect(textOf(header?.title ?? { lines: [] })).toEqual(['Fernreise'])
    expect(textOf(header?.details ?? { lines: [] })).toEqual([
      'Ist-Reise',
      'ein Umstieg',
      'Verantwortlich: Sabine',
    ])
    expect(header?.title.lines[0]?.x).toBeGreaterThan(header?.persona?.width ?? 0)
  })
})
