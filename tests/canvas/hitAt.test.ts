import { describe, expect, it } from 'vitest'
import { hitAt } from '../../src/canvas/hit/hitAt.ts'
import { itemsIn } from '../../src/canvas/hit/itemsIn.ts'
import { itemRect } from '../../src/canvas/hit/itemRect.ts'
import { centre, mapFixture } from './support/mapFixture.ts'

const fixture = mapFixture()
const layout = fixture.layout()
const { ids, lane } = fixture
const at = (point: { x: number; y: number }) => hitAt(layout, point, { slop: 2 })
const rectOf = (item: Parameters<typeof itemRect>[2]) => centre(itemRect(layout, [], item))

describe('a tap meets', () => {
  it('a card, and knows its field', () => {
    expect(at(rectOf({ kind: 'card', id: ids.upper }))).toEqual({
      kind: 'item',
      item: { kind: 'card', id: ids.upper },
      cell: { laneId: lane('ideas'), activityId: ids.first },
    })
  })

  it('a touchpoint, and knows the activity above it', () => {
    expect(at(rectOf({ kind: 'placement', id: ids.placement }))).toEqual({
      kind: 'item',
      item: { kind: 'placement', id: ids.placement },
      cell: { laneId: lane('touchpoints'), activityId: ids.first },
    })
  })

  it('activities in the columns and in the pile, phases and lane titles', () => {
    expect(at(rectOf({ kind: 'activity', id: ids.second }))).toMatchObject({ item: { id: ids.second } })
    expect(at(rectOf({ kind: 'activity', id: ids.piled }))).toMatchObject({ item: { id: ids.piled } })
    const phaseId = layout.phases[1]?.phaseId
    if (phaseId === undefined) throw new Error('there are phases')
    expect(at(rectOf({ kind: 'phase', id: phaseId }))).toMatchObject({ item: { kind: 'phase', id: phaseId } })
    expect(at(rectOf({ kind: 'lane', id: lane('ideas') }))).toMatchObject({ item: { kind: 'lane' } })
  })

  it('the free room of a field', () => {
    const cell = layout.cells.find((each) => each.activityId === ids.third && each.laneId === lane('ideas'))
    expect(at(centre(cell?.free))).toEqual({
      kind: 'cell',
      cell: { laneId: lane('ideas'), activityId: ids.third },
    })
  })

  it('the curve at the height of a value', () => {
    const plot = layout.curve?.plot
    const column = layout.columns.find((each) => each.activityId === ids.second)
    if (plot === undefined || column === undefined) throw new Error('there is a curve')
    const hit = at({ x: column.x + column.width / 2, y: plot.y + plot.height / 2 })
    expect(hit).toMatchObject({ kind: 'curve', cell: { activityId: ids.second } })
    expect(hit.kind === 'curve' ? hit.value : 0).toBeGreaterThanOrEqual(5)
    expect(hit.kind === 'curve' ? hit.value : 0).toBeLessThanOrEqual(6)
  })

  it('the place where a new activity goes: behind a phase, in its empty column, in the pile', () => {
    expect(at(centre(layout.slots[0]))).toEqual({ kind: 'slot', phaseId: layout.slots[0]?.phaseId })
    const empty = layout.columns.find((each) => each.activityId === null)
    expect(at(centre(empty?.card))).toEqual({ kind: 'slot', phaseId: empty?.phaseId })
    const ideasLane = layout.lanes.find(({ laneId }) => laneId === lane('ideas'))
    const below = { x: (empty?.x ?? 0) + 1, y: (ideasLane?.y ?? 0) + 1 }
    expect(at(below), 'a lane where there is no activity yet').toEqual({
      kind: 'slot',
      phaseId: empty?.phaseId,
      instead: 'card',
    })
    const pile = layout.pile
    if (pile === null) throw new Error('there is a pile')
    expect(at({ x: pile.x + 1, y: pile.y + pile.height - 1 })).toEqual({ kind: 'slot', phaseId: null })
  })

  it('nothing beside the map', () => {
    expect(at({ x: -50, y: -50 })).toEqual({ kind: 'nothing' })
  })
})

describe('a pin', () => {
  it('is met within the reach of a finger and not beyond it', () => {
    const { actions } = fixture
    actions.agree(ids.first, 'inside', 6)
    const pinned = fixture.layout()
    const pin = pinned.curve?.strings
      .flatMap((string) => string.pins)
      .find((each) => each.activityId === ids.first)
    if (pin === undefined) throw new Error('the value has a pin')
    expect(hitAt(pinned, { x: pin.x + 1, y: pin.y + 1 }, { slop: 3 })).toEqual({
      kind: 'pin',
      activityId: ids.first,
      view: 'inside',
    })
    expect(hitAt(pinned, { x: pin.x, y: pin.y + 4 }, { slop: 3 }).kind).toBe('curve')
  })
})

describe('a lasso', () => {
  const whole = { from: { x: layout.width, y: layout.height }, to: { x: 0, y: 0 } }

  it('catches cards in whichever direction it is drawn', () => {
    const caught = itemsIn(layout, [], whole).map((item) => item.id)
    expect(caught.toSorted()).toEqual([ids.upper, ids.lower, ids.other].toSorted())
  })

  it('catches activities where no card is touched', () => {
    const rect = itemRect(layout, [], { kind: 'activity', id: ids.first })
    if (rect === undefined) throw new Error('it is on the map')
    const frame = { from: rect, to: { x: rect.x + rect.width, y: rect.y + rect.height } }
    expect(itemsIn(layout, [], frame)).toContainEqual({ kind: 'activity', id: ids.first })
  })
})
