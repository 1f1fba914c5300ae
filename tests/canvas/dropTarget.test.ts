import { describe, expect, it } from 'vitest'
import { dropTarget } from '../../src/canvas/hit/dropTarget.ts'
import { itemRect } from '../../src/canvas/hit/itemRect.ts'
import type { MapItem } from '../../src/canvas/MapCanvasProps.ts'
import { centre, mapFixture } from './support/mapFixture.ts'

const { layout: lay, ids, lane } = mapFixture()
const layout = lay()
const card = (id: (typeof ids)['upper']): MapItem => ({ kind: 'card', id })
const rect = (item: MapItem) => {
  const found = itemRect(layout, [], item)
  if (found === undefined) throw new Error('it is on the map')
  return found
}
const cellOf = (activityId: typeof ids.first, laneId: ReturnType<typeof lane>) => {
  const cell = layout.cells.find((each) => each.activityId === activityId && each.laneId === laneId)
  if (cell === undefined) throw new Error('there is such a field')
  return cell
}

describe('a dragged card lands', () => {
  it('above the card whose upper half the finger is on, below it otherwise', () => {
    const upper = rect(card(ids.upper))
    const above = dropTarget(layout, [card(ids.other)], { x: upper.x + 2, y: upper.y + 0.1 })
    expect(above).toMatchObject({ kind: 'card', before: ids.upper })
    const below = dropTarget(layout, [card(ids.other)], { x: upper.x + 2, y: upper.y + upper.height - 0.1 })
    expect(below).toMatchObject({ kind: 'card', before: ids.lower })
  })

  it('at the end of an empty field', () => {
    const cell = cellOf(ids.third, lane('ideas'))
    expect(dropTarget(layout, [card(ids.upper)], centre(cell))).toMatchObject({
      kind: 'card',
      cell: { laneId: lane('ideas'), activityId: ids.third },
      placementId: null,
      before: null,
    })
  })

  it('never beside itself: the dragged ones do not count as neighbours', () => {
    const lower = rect(card(ids.lower))
    const target = dropTarget(layout, [card(ids.upper), card(ids.lower)], centre(lower))
    expect(target).toMatchObject({ before: null })
  })

  it('on the touchpoint it is held over', () => {
    const placement = rect({ kind: 'placement', id: ids.placement })
    expect(dropTarget(layout, [card(ids.upper)], centre(placement))).toMatchObject({
      kind: 'card',
      placementId: ids.placement,
    })
  })

  it('nowhere outside of the fields, and not on the curve', () => {
    expect(dropTarget(layout, [card(ids.upper)], { x: -9, y: -9 })).toBeNull()
    expect(dropTarget(layout, [card(ids.upper)], centre(layout.curve?.plot))).toBeNull()
  })

  it('where the opened gap is shown: between the two cards', () => {
    const upper = rect(card(ids.upper))
    const lower = rect(card(ids.lower))
    const target = dropTarget(layout, [card(ids.other)], { x: lower.x + 1, y: lower.y + 0.1 })
    expect(target?.line.y).toBeGreaterThanOrEqual(upper.y + upper.height)
    expect(target?.line.y).toBeLessThanOrEqual(lower.y)
  })
})

describe('a dragged activity lands', () => {
  const dragged: MapItem[] = [{ kind: 'activity', id: ids.third }]

  it('before the column whose left half the finger is over', () => {
    const column = layout.columns.find((each) => each.activityId === ids.second)
    if (column === undefined) throw new Error('it is a column')
    const y = layout.grid.y + layout.grid.height / 2
    expect(dropTarget(layout, dragged, { x: column.x + 1, y })).toMatchObject({
      kind: 'activity',
      phaseId: column.phaseId,
      before: ids.second,
    })
    expect(dropTarget(layout, dragged, { x: column.x + column.width - 1, y })).toMatchObject({
      phaseId: column.phaseId,
      before: null,
    })
  })

  it('in a phase that is empty', () => {
    const empty = layout.columns.find((each) => each.activityId === null)
    expect(dropTarget(layout, dragged, centre(empty?.card))).toMatchObject({
      phaseId: empty?.phaseId,
      before: null,
    })
  })

  it('in the pile', () => {
    expect(dropTarget(layout, dragged, centre(layout.pile))).toMatchObject({ phaseId: null })
  })

  it('nowhere above the map', () => {
    expect(dropTarget(layout, dragged, { x: layout.grid.x, y: layout.grid.y - 5 })).toBeNull()
  })
})

describe('a dragged phase lands', () => {
  it('before the phase it is held over, or at the end', () => {
    const [one, two, three] = layout.phases
    if (one === undefined || two === undefined || three === undefined) throw new Error('there are three')
    const dragged: MapItem[] = [{ kind: 'phase', id: one.phaseId }]
    expect(dropTarget(layout, dragged, { x: three.x + 1, y: three.y })).toMatchObject({
      before: three.phaseId,
    })
    expect(dropTarget(layout, dragged, { x: layout.width, y: three.y })).toMatchObject({ before: null })
  })
})

describe('a dragged touchpoint lands', () => {
  const dragged: MapItem[] = [{ kind: 'placement', id: ids.placement }]

  it('under another activity, in the row of touchpoints only', () => {
    const there = cellOf(ids.second, lane('touchpoints'))
    expect(dropTarget(layout, dragged, centre(there))).toMatchObject({ activityId: ids.second, before: null })
    expect(dropTarget(layout, dragged, centre(cellOf(ids.second, lane('ideas'))))).toBeNull()
  })
})
