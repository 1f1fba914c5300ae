import { describe, expect, it } from 'vitest'
import { afterEnter, afterTab } from '../../src/canvas/edit/nextTarget.ts'
import { firstSpot, type GridSpot, walk } from '../../src/canvas/session/gridWalk.ts'
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

  it('go from column to column and stop at the edge of the map', () => {
    const start: GridSpot = { cell: ideas(ids.first), item: null }
    expect(walk(layout, start, 'left')).toBe(start)
    expect(walk(layout, start, 'right')).toEqual({
      cell: ideas(ids.second),
      item: { kind: 'card', id: ids.other },
    })
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

describe('Enter and Tab while writing', () => {
  it('Enter opens the next card behind this one; in an empty draft it closes', () => {
    expect(afterEnter(layout, { kind: 'card', id: ids.upper })).toEqual({
      draft: 'card',
      cell: ideas(ids.first),
      after: ids.upper,
    })
    expect(afterEnter(layout, { draft: 'card', cell: ideas(ids.first), after: null })).toBeNull()
    expect(afterEnter(layout, { kind: 'activity', id: ids.first })).toBeNull()
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
