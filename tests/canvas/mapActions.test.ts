import { beforeEach, describe, expect, it } from 'vitest'
import { dropTarget } from '../../src/canvas/hit/dropTarget.ts'
import { itemRect } from '../../src/canvas/hit/itemRect.ts'
import type { MapItem } from '../../src/canvas/MapCanvasProps.ts'
import { addJourney } from '../../src/model/commands/addJourney.ts'
import { addLane } from '../../src/model/commands/addLane.ts'
import { cardsInCell } from '../../src/model/select/cardsInCell.ts'
import { orderedColumns } from '../../src/model/select/activitiesByPhase.ts'
import { orderedLanes } from '../../src/model/select/orderedLanes.ts'
import { orderedPhases } from '../../src/model/select/orderedPhases.ts'
import { must } from '../model/support/testWorkshop.ts'
import { type MapFixture, mapFixture } from './support/mapFixture.ts'

let map: MapFixture
beforeEach(() => {
  map = mapFixture()
})

const texts = (activity: keyof MapFixture['ids'] & ('first' | 'second' | 'third')) =>
  cardsInCell(map.workshop.snapshot(), map.lane('ideas'), map.ids[activity]).map((card) => card.text)

function drop(items: readonly MapItem[], over: MapItem, edge: 'start' | 'end') {
  const layout = map.layout()
  const rect = itemRect(layout, [], over)
  if (rect === undefined) throw new Error('it is on the map')
  const point =
    edge === 'start'
      ? { x: rect.x + 0.1, y: rect.y + 0.1 }
      : { x: rect.x + rect.width - 0.1, y: rect.y + rect.height - 0.1 }
  const target = dropTarget(layout, items, point)
  if (target === null) throw new Error('it can land there')
  map.actions.move(items, target)
}

describe('a gesture is one step of undo', () => {
  it('several cards move together in their order, and come back together', () => {
    const items: MapItem[] = [
      { kind: 'card', id: map.ids.lower },
      { kind: 'card', id: map.ids.upper },
    ]
    drop(items, { kind: 'card', id: map.ids.other }, 'end')
    expect(texts('second')).toEqual(['nebenan', 'oben', 'unten'])
    expect(texts('first')).toEqual([])
    map.actions.undo()
    expect(texts('first')).toEqual(['oben', 'unten'])
    expect(texts('second')).toEqual(['nebenan'])
  })

  it('pasted lines become cards at the end of the field', () => {
    const cell = { laneId: map.lane('ideas'), activityId: map.ids.third }
    map.actions.addCards(cell, ['eins', 'zwei', 'drei'])
    expect(texts('third')).toEqual(['eins', 'zwei', 'drei'])
    map.actions.undo()
    expect(texts('third')).toEqual([])
  })

  it('the row of the curve is added at the end of the journey that lacks it, and undo takes it off again', () => {
    const other = must(addJourney(map.workshop, map.actor, { fields: { title: 'Ziel' } }))
    const kinds = () => orderedLanes(map.workshop.snapshot(), other).map(({ kind }) => kind)
    must(addLane(map.workshop, map.actor, { journeyId: other }))
    map.actions.addCurve(other, 'Performanzkurve')
    expect(kinds()).toEqual(['own', 'curve'])
    map.actions.undo()
    expect(kinds()).toEqual(['own'])
  })

  it('what is deleted lies in the bin and undo brings it back', () => {
    map.actions.remove([
      { kind: 'card', id: map.ids.upper },
      { kind: 'card', id: map.ids.other },
    ])
    expect(map.workshop.snapshot().bin.cards.size).toBe(2)
    map.actions.undo()
    expect(map.workshop.snapshot().bin.cards.size).toBe(0)
    map.actions.redo()
    expect(map.workshop.snapshot().bin.cards.size).toBe(2)
  })
})

describe('a drop does what it showed', () => {
  it('an activity goes before another one, with its cards', () => {
    drop([{ kind: 'activity', id: map.ids.third }], { kind: 'activity', id: map.ids.first }, 'start')
    const columns = orderedColumns(map.workshop.snapshot(), map.journeyId).map((activity) => activity.text)
    expect(columns).toEqual(['Ich fahre', 'Ich suche', 'Ich buche'])
    expect(texts('first')).toEqual(['oben', 'unten'])
  })

  it('a phase goes before another one', () => {
    const [one, two] = orderedPhases(map.workshop.snapshot(), map.journeyId)
    if (one === undefined || two === undefined) throw new Error('there are phases')
    drop([{ kind: 'phase', id: two.id }], { kind: 'phase', id: one.id }, 'start')
    expect(orderedPhases(map.workshop.snapshot(), map.journeyId)[0]?.id).toBe(two.id)
  })

  it('a card that is put on a touchpoint is about it, and stays so while it moves under the same activity', () => {
    drop([{ kind: 'card', id: map.ids.upper }], { kind: 'placement', id: map.ids.placement }, 'end')
    expect(map.workshop.snapshot().cards.get(map.ids.upper)?.place.placementId).toBe(map.ids.placement)
    drop([{ kind: 'card', id: map.ids.upper }], { kind: 'card', id: map.ids.lower }, 'start')
    expect(map.workshop.snapshot().cards.get(map.ids.upper)?.place).toMatchObject({
      laneId: map.lane('ideas'),
      placementId: map.ids.placement,
    })
    drop([{ kind: 'card', id: map.ids.upper }], { kind: 'card', id: map.ids.other }, 'start')
    expect(map.workshop.snapshot().cards.get(map.ids.upper)?.place.placementId).toBeNull()
  })
})

describe('a draft', () => {
  it('is written down with its first text, behind the card it follows', () => {
    const cell = { laneId: map.lane('ideas'), activityId: map.ids.first }
    map.actions.create({ draft: 'card', cell, after: map.ids.upper }, 'Mitte')
    expect(texts('first')).toEqual(['oben', 'Mitte', 'unten'])
  })

  it('can be a touchpoint, an activity or a phase', () => {
    const { actions, ids } = map
    expect(actions.create({ draft: 'placement', activityId: ids.second }, 'Schalter')?.kind).toBe('placement')
    const activity = actions.create({ draft: 'activity', phaseId: null, before: null }, 'Ich steige aus')
    expect(activity?.kind).toBe('activity')
    actions.create({ draft: 'phase', before: null }, 'Danach')
    const snapshot = map.workshop.snapshot()
    expect([...snapshot.touchpoints.values()].map((touchpoint) => touchpoint.name)).toContain('Schalter')
    expect(orderedPhases(snapshot, map.journeyId).at(-1)?.title).toBe('Danach')
  })
})

describe('rating on the map', () => {
  it('writes one entry per person, and takes it away again', () => {
    map.actions.rate({ kind: 'activity', id: map.ids.first }, 7)
    map.actions.rate({ kind: 'activity', id: map.ids.first }, 8)
    const entries = [...map.workshop.snapshot().ratings.values()]
    expect(entries.map((entry) => entry.value)).toEqual([8])
    map.actions.withdrawRating(entries[0]?.key ?? '')
    expect(map.workshop.snapshot().ratings.size).toBe(0)
  })

  it('agreeing puts the pin, null takes it away', () => {
    map.actions.agree(map.ids.first, 'inside', 6.5)
    expect(map.layout().curve?.strings[0]?.pins[0]).toMatchObject({ value: 6.5, agreed: true })
    map.actions.agree(map.ids.first, 'inside', null)
    expect(map.layout().curve?.strings.flatMap((string) => string.pins)).toEqual([])
  })
})

describe('a refusal', () => {
  it('is told with its reason and changes nothing', () => {
    const gone = map.ids.upper
    map.actions.remove([{ kind: 'card', id: gone }])
    const before = map.workshop.snapshot()
    map.actions.write({ kind: 'card', id: gone }, 'zu spät')
    expect(map.refused).toHaveLength(1)
    expect(map.workshop.snapshot()).toBe(before)
  })
})

describe('a sketch', () => {
  const stroke = (x: number, y: number) => ({
    points: [
      { x, y, pressure: 0.5 },
      { x: x + 3, y: y + 2, pressure: 0.5 },
    ],
    pen: false,
    colour: '#26323a',
    width: 0.7,
  })

  it('is one record that stands where it was drawn', () => {
    const cell = map.layout().cells.find((each) => each.activityId === map.ids.second)
    if (cell === undefined) throw new Error('there is a field')
    map.actions.sketch(stroke(cell.x + 5, cell.y + 1))
    const [placed] = map.sketches()
    expect(placed?.points[0]?.x).toBeCloseTo(cell.x + 5, 1)
    expect(placed?.points[0]?.y).toBeCloseTo(cell.y + 1, 1)
    expect(map.workshop.snapshot().sketches.size).toBe(1)
  })

  it('travels with the activity it was drawn under', () => {
    const laneId = map.lane('ideas')
    const fieldOf = (activityId: MapFixture['ids']['first']) => {
      const cell = map.layout().cells.find((each) => each.activityId === activityId && each.laneId === laneId)
      if (cell === undefined) throw new Error('there is a field')
      return cell
    }
    const before = fieldOf(map.ids.third)
    map.actions.sketch(stroke(before.x + 5, before.y + 1))
    drop([{ kind: 'activity', id: map.ids.third }], { kind: 'activity', id: map.ids.first }, 'start')
    const after = fieldOf(map.ids.third)
    expect(after.x).not.toBeCloseTo(before.x, 1)
    expect(map.sketches()[0]?.points[0]?.x).toBeCloseTo(after.x + 5, 1)
  })

  it('moves by what the finger moved', () => {
    map.actions.sketch(stroke(-20, -20))
    const [sketch] = map.sketches()
    if (sketch === undefined) throw new Error('it was drawn')
    map.actions.moveSketches([sketch.sketchId], { x: 4, y: -3 })
    expect(map.sketches()[0]?.points[0]?.x).toBeCloseTo(-16, 1)
    expect(map.sketches()[0]?.points[0]?.y).toBeCloseTo(-23, 1)
  })
})
