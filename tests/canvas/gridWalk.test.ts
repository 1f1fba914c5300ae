import { describe, expect, it } from 'vitest'
import { afterEnter, afterTab } from '../../src/canvas/edit/nextTarget.ts'
import { placeOf } from '../../src/canvas/edit/textOf.ts'
import { firstSpot, type GridSpot, walk } from '../../src/canvas/session/gridWalk.ts'
import { keyboardMove } from '../../src/canvas/session/keyboardMove.ts'
import type { MapItem } from '../../src/canvas/MapCanvasProps.ts'
import { linesOf } from '../../src/canvas/session/mapClipboard.ts'
import { draftAfter } from '../../src/canvas/overlay/draftAfter.ts'
import { mapFixture } from './support/mapFixture.ts'

const map = mapFixture()
const layout = map.layout()
const { ids, lane } = map
const ideas = (activityId: typeof ids.first) => ({ laneId: lane('ideas'), activityId })

describe('arrow keys', () => {
  it('begin at the first field', () => {
    expect(firstSpot(layout)?.cell).toEqual({ laneId: layout.lanes[0]?.laneId, activityId: ids.first })
  })

  it('go through the cards of a field before they leave it', () => {
    const upper: GridSpot = { cell: ideas(ids.first), item: { kind: 'card', id: ids.upper } }
    const lower = walk(layout, upper, 'down')
    expect(lower.item).toEqual({ kind: 'card', id: ids.lower })
    const below = walk(layout, lower, 'down')
    expect(below.cell.laneId).not.toBe(lane('ideas'))
    expect(walk(layout, lower, 'up')).toEqual(upper)
  })

  it('go from column to column, at the left to the title of the lane, and stop at the right edge', () => {
    const start: GridSpot = { cell: ideas(ids.first), item: null }
    expect(walk(layout, start, 'right')).toEqual({
      cell: ideas(ids.second),
      item: { kind: 'card', id: ids.other },
    })
    const title = walk(layout, start, 'left')
    expect(title.item).toEqual({ kind: 'lane', id: lane('ideas') })
    expect(walk(layout, title, 'left')).toBe(title)
    expect(walk(layout, title, 'right').cell).toEqual(start.cell)
    expect(walk(layout, title, 'down').item?.kind).toBe('lane')
    const edge: GridSpot = { cell: ideas(ids.third), item: null }
    expect(walk(layout, edge, 'right')).toBe(edge)
  })

  it('go up to activities and phases, along them, and down again', () => {
    const top = firstSpot(layout)
    if (top === null) throw new Error('there is a map')
    const activity = walk(layout, { ...top, item: null }, 'up')
    expect(activity.item).toEqual({ kind: 'activity', id: ids.first })
    expect(walk(layout, activity, 'right').item).toEqual({ kind: 'activity', id: ids.second })
    const phase = walk(layout, activity, 'up')
    expect(phase.item).toEqual({ kind: 'phase', id: layout.phases[0]?.phaseId })
    const next = walk(layout, phase, 'right')
    expect(next.item).toEqual({ kind: 'phase', id: layout.phases[1]?.phaseId })
    expect(walk(layout, next, 'down').item).toEqual({ kind: 'activity', id: ids.third })
    expect(walk(layout, walk(layout, next, 'down'), 'down').cell.activityId).toBe(ids.third)
  })

  it('reach every lane and come back', () => {
    let spot = firstSpot(layout)
    const seen = new Set<string>()
    for (let step = 0; step < 60 && spot !== null; step += 1) {
      seen.add(spot.cell.laneId)
      spot = walk(layout, spot, 'down')
    }
    expect(seen.size).toBe(layout.lanes.length)
  })
})

describe('Alt and an arrow', () => {
  const card = (id: typeof ids.upper): MapItem => ({ kind: 'card', id })

  it('bring a card one place down, up, or into the next lane', () => {
    expect(keyboardMove(layout, card(ids.upper), 'down')).toMatchObject({
      cell: ideas(ids.first),
      before: null,
    })
    expect(keyboardMove(layout, card(ids.lower), 'up')).toMatchObject({ before: ids.upper })
    const below = keyboardMove(layout, card(ids.lower), 'down')
    expect(below?.kind === 'card' ? below.cell?.laneId : null).not.toBe(lane('ideas'))
  })

  it('bring a card under the next activity', () => {
    expect(keyboardMove(layout, card(ids.upper), 'right')).toMatchObject({
      cell: ideas(ids.second),
      before: null,
    })
    expect(keyboardMove(layout, card(ids.upper), 'left')).toBeNull()
  })

  it('bring an activity past its neighbour and into the next phase', () => {
    const [one, two] = layout.phases
    expect(keyboardMove(layout, { kind: 'activity', id: ids.first }, 'right')).toMatchObject({
      phaseId: one?.phaseId,
      before: null,
    })
    expect(keyboardMove(layout, { kind: 'activity', id: ids.second }, 'right')).toMatchObject({
      phaseId: two?.phaseId,
      before: ids.third,
    })
    expect(keyboardMove(layout, { kind: 'activity', id: ids.third }, 'left')).toMatchObject({
      phaseId: one?.phaseId,
      before: null,
    })
  })

  it('bring a phase past its neighbour, and nowhere at the end', () => {
    const [one, two, three] = layout.phases
    if (one === undefined || three === undefined) throw new Error('there are phases')
    expect(keyboardMove(layout, { kind: 'phase', id: one.phaseId }, 'right')).toMatchObject({
      before: three.phaseId,
    })
    expect(keyboardMove(layout, { kind: 'phase', id: three.phaseId }, 'left')).toMatchObject({
      before: two?.phaseId,
    })
    expect(keyboardMove(layout, { kind: 'phase', id: three.phaseId }, 'right')).toBeNull()
  })
})

describe('Enter and Tab while writing', () => {
  it('Enter opens the next card behind this one; in an empty draft it closes', () => {
    expect(afterEnter(layout, { kind: 'card', id: ids.upper })).toEqual({
      draft: 'card',
      cell: ideas(ids.first),
      after: ids.upper,
    })
    expect(afterEnter(layout, { draft: 'card', cell: ideas(ids.first), after: null })).toBeNull()
  })

  it('Enter opens the next activity of the phase, so that a whole journey can be written in a row', () => {
    const phaseId = layout.columns.find((column) => column.activityId === ids.first)?.phaseId
    const next = afterEnter(layout, { kind: 'activity', id: ids.first })
    expect(next).toMatchObject({ draft: 'activity', phaseId })
    expect(afterEnter(layout, { draft: 'activity', phaseId: phaseId ?? null, before: null })).toBeNull()
  })

  it('Tab opens the same lane one activity further, Shift + Tab the one before', () => {
    const snapshot = map.workshop.snapshot()
    expect(afterTab(layout, snapshot, { kind: 'card', id: ids.other }, 1)).toEqual({
      draft: 'card',
      cell: ideas(ids.third),
      after: null,
    })
    expect(afterTab(layout, snapshot, { kind: 'activity', id: ids.second }, -1)).toEqual({
      kind: 'activity',
      id: ids.first,
    })
    expect(afterTab(layout, snapshot, { kind: 'card', id: ids.upper }, -1)).toBeNull()
    expect(afterTab(layout, snapshot, { kind: 'placement', id: ids.placement }, 1)).toEqual({
      draft: 'placement',
      activityId: ids.second,
    })
  })

  it('the place of the next activity is behind the last one of its phase, not in a phase that is still empty', () => {
    const { phases, slots, columns } = layout
    const next = afterEnter(layout, { kind: 'activity', id: ids.second })
    if (next === null) throw new Error('it goes on')
    const place = placeOf(layout, next)
    const slot = slots.find(({ phaseId }) => phaseId === phases[0]?.phaseId)
    expect(place?.spot).toEqual(slot)
    expect(place?.sheet.x).toBe(slot?.x)
    expect(columns.some(({ activityId }) => activityId === null)).toBe(true)
  })

  it('Tab leads the course of the journey through its empty phases, and ends behind the last', () => {
    const snapshot = map.workshop.snapshot()
    const beyond = layout.phases.slice(2).map(({ phaseId }) => phaseId)
    expect(beyond.length).toBeGreaterThan(0)
    let target = afterTab(layout, snapshot, { kind: 'activity', id: ids.third }, 1)
    for (const phaseId of beyond) {
      if (target === null) throw new Error('it goes on')
      expect(target).toEqual({ draft: 'activity', phaseId, before: null })
      target = afterTab(layout, snapshot, target, 1)
    }
    expect(target).toBeNull()
  })

  it('Tab goes on from an activity that is not written yet, to both sides', () => {
    const snapshot = map.workshop.snapshot()
    const phaseId = layout.phases[0]?.phaseId
    if (phaseId === undefined) throw new Error('there is a phase')
    const between = { draft: 'activity', phaseId, before: ids.second } as const
    const behind = { draft: 'activity', phaseId, before: null } as const
    const sides = [between, behind].flatMap((draft) =>
      ([-1, 1] as const).map((step) => afterTab(layout, snapshot, draft, step)),
    )
    expect(sides).toEqual(
      [ids.first, ids.second, ids.second, ids.third].map((id) => ({ kind: 'activity', id })),
    )
  })
})

describe('one more', () => {
  it('is a card behind the card, an activity behind the activity within its phase, a phase behind the phase', () => {
    expect(draftAfter(layout, { kind: 'card', id: ids.upper })?.draft).toMatchObject({ after: ids.upper })
    expect(draftAfter(layout, { kind: 'activity', id: ids.first })?.draft).toMatchObject({
      before: ids.second,
    })
    expect(draftAfter(layout, { kind: 'activity', id: ids.second })?.draft).toMatchObject({ before: null })
    expect(draftAfter(layout, { kind: 'activity', id: ids.piled })?.draft).toMatchObject({ phaseId: null })
    const [one, two] = layout.phases
    if (one === undefined || two === undefined) throw new Error('there are phases')
    expect(draftAfter(layout, { kind: 'phase', id: one.phaseId })?.draft).toMatchObject({
      before: two.phaseId,
    })
  })
})

describe('pasted text', () => {
  it('becomes one card per line, without bullets and empty lines', () => {
    expect(linesOf('- eins\r\n\n• zwei\n   drei   \n')).toEqual(['eins', 'zwei', 'drei'])
  })

  it('is text, whatever it looks like', () => {
    expect(linesOf('<svg onload=alert(1)>\n=SUM(A1)')).toEqual(['<svg onload=alert(1)>', '=SUM(A1)'])
  })

  it('is cut where it is no list of notes any more', () => {
    expect(linesOf('x\n'.repeat(500))).toHaveLength(60)
  })
})
