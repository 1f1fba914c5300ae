import { describe, expect, test } from 'vitest'
import { layoutMap } from '../../src/layout/layoutMap.ts'
import type { MapLayout } from '../../src/layout/mapLayout.ts'
import { type MapOptions, mapOptions } from '../../src/layout/mapOptions.ts'
import type { JourneyId } from '../../src/model/records/journey.ts'
import { germanLabels } from '../helpers/layout/germanLabels.ts'
import { type PlainTables, plainSnapshot } from '../helpers/layout/plainSnapshot.ts'
import { ruler } from '../helpers/layout/ruler.ts'

const journeyId = 'j' as JourneyId

/** Text of 1 mm, columns of 10 mm: distances can be reckoned in the head. */
function lay(tables: PlainTables, choices: Partial<MapOptions> = {}): MapLayout {
  const options = mapOptions(
    { journeyId, metrics: ruler, labels: germanLabels },
    { textSize: 1, columnWidth: 10, showHeader: false, showLegend: false, inviting: false, ...choices },
  )
  return layoutMap(plainSnapshot({ journeys: [{ id: 'j' }], ...tables }), options)
}

const phase = (id: string, order: string) => ({ id, journeyId, title: `Phase ${id}`, order })
const activity = (id: string, phaseId: string | null, order: string) => ({
  id,
  text: `Ich ${id}.`,
  place: { journeyId, phaseId, order },
})
const lane = (id: string, order: string, kind = 'own') => ({
  id,
  journeyId,
  kind: kind as never,
  title: id,
  order,
})
const card = (id: string, laneId: string | null, activityId: string | null, order: string, text = id) => ({
  id,
  text,
  place: { laneId, activityId, order },
})

const small: PlainTables = {
  phases: [phase('p2', 'b'), phase('p1', 'a'), phase('p3', 'c')],
  activities: [activity('a3', 'p2', 'c'), activity('a1', 'p1', 'a'), activity('a2', 'p1', 'b')],
  lanes: [lane('l2', 'b'), lane('l1', 'a')],
  cards: [card('c2', 'l1', 'a1', 'b'), card('c1', 'l1', 'a1', 'a'), card('c3', 'l2', 'a3', 'a')],
}

const textOf = (block: { readonly lines: readonly { readonly text: string }[] }) =>
  block.lines.map(({ text }) => text)

describe('columns', () => {
  test('stand in the order of their phases and their rank in it, all equally wide', () => {
    const { columns } = lay(small)
    expect(columns.map(({ key }) => key)).toEqual(['a1', 'a2', 'a3', 'empty-p3'])
    expect(columns.map(({ width }) => width)).toEqual([10, 10, 10, 10])
  })

  test('a phase without an activity still has a column', () => {
    const empty = lay(small).columns.at(-1)
    expect(empty).toMatchObject({ activityId: null, phaseId: 'p3', text: null })
  })

  test('neighbours of a phase touch, phases are parted by a gap', () => {
    const { columns, measures } = lay(small)
    const left = measures.laneTitleWidth + measures.phaseGap
    expect(columns.map(({ x }) => x)).toEqual([
      left,
      left + 10,
      left + 20 + measures.phaseGap,
      left + 30 + 2 * measures.phaseGap,
    ])
  })

  test('an inviting map has a slot for one more activity behind every phase that has one', () => {
    const { slots, phases, columns, measures } = lay(small, { inviting: true })
    expect(slots.map(({ phaseId }) => phaseId)).toEqual(['p1', 'p2'])
    expect(phases[0]?.width).toBe(20 + measures.slotWidth)
    expect(slots[0]?.x).toBeGreaterThan((columns[1]?.x ?? 0) + 10)
  })

  test('balanced columns get their share of width', () => {
    const columnShares = new Map([
      ['a1', 1.5],
      ['a2', 0.5],
    ]) as never
    expect(lay(small, { columnShares }).columns.map(({ width }) => width)).toEqual([15, 5, 10, 10])
  })
})

describe('phases and activities', () => {
  test('a phase spans its columns and its tip reaches into the gap', () => {
    const { phases, columns, measures } = lay(small)
    expect(phases.map(({ phaseId }) => phaseId)).toEqual(['p1', 'p2', 'p3'])
    expect(phases[0]).toMatchObject({ x: columns[0]?.x, width: 20 })
    const tip = Math.max(
      ...(phases[0]?.outline ?? []).flatMap((segment) => (segment[0] === 'L' ? [segment[1]] : [])),
    )
    expect(tip).toBeCloseTo((phases[0]?.x ?? 0) + 20 + measures.phase.tip)
  })

  test('all activities are as high as the one with the longest text', () => {
    const long = {
      ...activity('a2', 'p1', 'b'),
      text: 'Ich packe Rucksäcke, Proviant und sehr viele Spiele ein.',
    }
    const layout = lay({ ...small, activities: [activity('a1', 'p1', 'a'), long] })
    const heights = new Set(layout.columns.map((column) => column.card.height))
    expect(heights.size).toBe(1)
    expect(textOf(layout.columns[1]?.text ?? { lines: [] }).join(' ')).toBe(long.text)
  })

  test('bolt and star mark an activity, the bolt also when only its cards say so', () => {
    const layout = lay({
      ...small,
      lanes: [lane('l1', 'a', 'painPoints')],
      activities: [{ ...activity('a1', 'p1', 'a'), momentOfTruth: true }, activity('a2', 'p1', 'b')],
    })
    const marks = layout.columns.map((column) => column.marks.map(({ name }) => name))
    expect(marks[0]).toEqual(['star', 'bolt'])
    expect(marks[1]).toEqual([])
  })

  test('neighbouring activities of one micromoment stand under one bracket', () => {
    const layout = lay({
      ...small,
      microMoments: [{ id: 'm', journeyId, title: 'Umsteigen', kind: 'unplanned' as never }],
      activities: [
        { ...activity('a1', 'p1', 'a'), microMomentId: 'm' },
        { ...activity('a2', 'p1', 'b'), microMomentId: 'm' },
        { ...activity('a3', 'p2', 'c'), microMomentId: 'm' },
      ],
    })
    expect(layout.microMoments.map(({ microMomentId, kind }) => [microMomentId, kind])).toEqual([
      ['m', 'unplanned'],
      ['m', 'unplanned'],
    ])
    expect(layout.microMoments[0]?.width).toBeGreaterThan(layout.microMoments[1]?.width ?? 0)
  })
})

describe('lanes and cards', () => {
  test('lanes stand in order below each other, each as high as its fullest cell', () => {
    const { lanes, measures, cards } = lay(small)
    expect(lanes.map(({ laneId }) => laneId)).toEqual(['l1', 'l2'])
    const [first, second] = lanes
    const sheets = cards.filter(({ laneId }) => laneId === 'l1').reduce((sum, { height }) => sum + height, 0)
    const needed = sheets + measures.sheetGap + 2 * measures.cellPadding.y
    expect(first?.height).toBeCloseTo(Math.max(needed, measures.emptyLane))
    expect(second?.y).toBeCloseTo((first?.y ?? 0) + (first?.height ?? 0) + measures.laneGap)
  })

  test('cards stack in their order', () => {
    const { cards, cells, measures } = lay(small)
    expect(cells.find(({ laneId, activityId }) => laneId === 'l1' && activityId === 'a1')?.cardIds).toEqual([
      'c1',
      'c2',
    ])
    const [first, second] = cards
    expect(second?.x).toBe(first?.x)
    expect(second?.y).toBeCloseTo((first?.y ?? 0) + (first?.height ?? 0) + measures.sheetGap)
  })

  test('in a wide column cards stand beside each other', () => {
    const { cards } = lay(small, { columnWidth: 20 })
    expect(cards[1]?.y).toBe(cards[0]?.y)
    expect(cards[1]?.x).toBeGreaterThan((cards[0]?.x ?? 0) + (cards[0]?.width ?? 0))
  })

  test('a lane without a title shows the usual one of its kind', () => {
    const layout = lay({ ...small, lanes: [{ ...lane('l1', 'a', 'ideas'), title: '' }] })
    expect(textOf(layout.lanes[0]?.text ?? { lines: [] }).join(' ')).toBe('Ideen und Anmerkungen')
  })

  test('the foot of a card shares its last line when there is room, else has its own', () => {
    const short = lay({ ...small, cards: [card('c1', 'l1', 'a1', 'a', 'ja')] }).cards[0]
    const full = lay({ ...small, cards: [card('c1', 'l1', 'a1', 'a', 'ja und auch nein')] }).cards[0]
    expect(short?.block.text.lines).toHaveLength(1)
    expect(full?.block.text.lines).toHaveLength(1)
    expect(full?.height).toBeGreaterThan(short?.height ?? 0)
  })

  test('authors, evidence and votes stand at the foot and leave it when they are not wanted', () => {
    const tables: PlainTables = {
      ...small,
      persons: [
        { id: 'u1', name: 'Małgorzata (Call-Center)' },
        { id: 'u2', name: 'Jörg Ott' },
      ],
      cards: [{ ...card('c1', 'l1', 'a1', 'a'), authorIds: ['u1', 'u2'], evidence: 'data' as never }],
      votes: [
        { subjectKind: 'card' as never, subjectId: 'c1', personId: 'u1', count: 2 },
        { subjectKind: 'card' as never, subjectId: 'c1', personId: 'u2', count: 1 },
      ],
    }
    const block = lay(tables).cards[0]?.block
    expect(textOf(block?.smallText ?? { lines: [] })).toEqual(['Ma JO', '3'])
    expect(block?.evidenceMark?.evidence).toBe('data')
    expect(block?.votesMark).not.toBeNull()
    const bare = lay(tables, { showAuthors: false, showEvidence: false, showVotes: false }).cards[0]?.block
    expect(bare).toMatchObject({ evidenceMark: null, votesMark: null, smallText: { lines: [] } })
  })

  test('pictures keep their proportions', () => {
    const layout = lay({
      ...small,
      media: [{ id: 'm', width: 400, height: 300 }],
      cards: [{ ...card('c1', 'l1', 'a1', 'a'), mediaIds: ['m'] }],
    })
    const thumb = layout.cards[0]?.block.thumbs[0]
    expect(thumb?.mediaId).toBe('m')
    expect((thumb?.height ?? 0) / (thumb?.width ?? 1)).toBeCloseTo(0.75)
  })

  test('a drawing in a cell makes its lane as deep as a card would', () => {
    const depth = 90
    const sketch = {
      id: 's',
      points: [0, 0, 0.5, 10, depth, 0.5],
      place: { journeyId, activityId: 'a1', laneId: 'l1', x: 0, y: 0, rotation: 0, order: 'a' },
    }
    const without = lay(small).lanes[0]?.height ?? 0
    expect(lay({ ...small, sketches: [sketch] }).lanes[0]?.height).toBeGreaterThan(without * 2)
  })
})

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
