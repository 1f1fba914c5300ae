import { describe, expect, test } from 'vitest'
import type { PlainTables } from '../helpers/layout/plainSnapshot.ts'
import { activity, card, journeyId, lane, lay, small, textOf } from '../helpers/layout/smallMap.ts'

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

  test('sound and film are signs at the foot of the card, one per kind, and never a broken picture', () => {
    const media = [
      { id: 'm1', kind: 'audio', duration: 12 },
      { id: 'm2', kind: 'video', width: 1280, height: 720 },
      { id: 'm3', kind: 'video', width: 1280, height: 720 },
    ]
    const withMedia = (mediaIds: readonly string[]) =>
      lay({ ...small, media, cards: [{ ...card('c1', 'l1', 'a1', 'a'), mediaIds }] } as never).cards[0]?.block
    const block = withMedia(['m1', 'm2', 'm3'])
    expect(block?.thumbs).toEqual([])
    expect(block?.recordingMarks.map(({ name }) => name).toSorted()).toEqual(['film', 'sound'])
    const marks = [...(block?.recordingMarks ?? []), block?.typeMark, block?.evidenceMark].flatMap((mark) =>
      mark ? [mark] : [],
    )
    const places = marks.map(({ x }) => x).toSorted((a, b) => a - b)
    places.forEach((x, index) => {
      if (index > 0) expect(x - (places[index - 1] ?? 0)).toBeGreaterThan(marks[0]?.size ?? 0)
    })
    expect(withMedia([])?.recordingMarks).toEqual([])
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
