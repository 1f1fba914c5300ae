import { atom } from '@tldraw/editor'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EditTarget } from '../../src/canvas/edit/EditTarget.ts'
import type { MapCell, MapSelection, MapWhereabouts } from '../../src/canvas/MapCanvasProps.ts'
import { peerSpot } from '../../src/canvas/overlay/peerSpot.ts'
import type { MapSession } from '../../src/canvas/session/MapSession.ts'
import { reportWhereabouts } from '../../src/canvas/session/reportWhereabouts.ts'
import { mapOptions } from '../../src/layout/mapOptions.ts'
import { layoutMap } from '../../src/layout/layoutMap.ts'
import type { Rect } from '../../src/layout/scene.ts'
import { editText } from '../../src/model/commands/editText.ts'
import { germanLabels } from '../helpers/layout/germanLabels.ts'
import { ruler } from '../helpers/layout/ruler.ts'
import { bring, must, otherDevice } from '../model/support/testWorkshop.ts'
import { mapFixture } from './support/mapFixture.ts'

const SOON_MS = 300
const VIEWPORT = { x: 0, y: 0, width: 0, height: 0 }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What the others are told of somebody on the map. */
function onTheMap() {
  const map = mapFixture()
  const cell = (activityId: MapCell['activityId']): MapCell => ({ laneId: map.lane('ideas'), activityId })
  const session = {
    editor: { getViewportScreenBounds: () => ({ w: 100, h: 100 }), getCamera: () => ({ x: 0, y: 0, z: 1 }) },
    layout: atom('layout', map.layout()),
    snapshot: atom('snapshot', map.workshop.snapshot()),
    selection: atom<MapSelection>('selection', []),
    editing: atom<EditTarget | null>('editing', null),
    focus: atom<MapCell | null>('focus', null),
  }
  let told: MapWhereabouts | null = null
  const stop = reportWhereabouts(session as unknown as MapSession, map.workshop, (where) => {
    told = where
  })
  const after = (ms: number) => {
    vi.advanceTimersByTime(ms)
    return told
  }
  const write = (id: typeof map.ids.lower, text: string) => {
    map.actions.write({ kind: 'card', id }, text)
    session.snapshot.set(map.workshop.snapshot())
  }
  let otherSeed = 8
  const otherWrites = (id: typeof map.ids.lower, text: string) => {
    const theirs = otherDevice(map.workshop, otherSeed++)
    must(editText(theirs, map.actor, { table: 'cards', id, field: 'text', text }))
    bring(theirs, map.workshop)
    session.snapshot.set(map.workshop.snapshot())
  }
  return { ...map, session, cell, after, write, otherWrites, stop }
}

describe('the others see somebody', () => {
  it('where they wrote last, and not back where they had tapped before', () => {
    const { session, ids, cell, after } = onTheMap()
    session.focus.set(cell(ids.first))
    expect(after(SOON_MS)?.cell).toEqual(cell(ids.first))
    session.editing.set({ draft: 'card', cell: cell(ids.second), after: null })
    session.editing.set({ kind: 'card', id: ids.other })
    expect(after(SOON_MS)?.editing).toEqual({ kind: 'card', id: ids.other })
    session.editing.set(null)
    expect(after(SOON_MS)).toMatchObject({ cell: cell(ids.second), editing: null })
    session.focus.set(cell(ids.third))
    expect(after(SOON_MS)?.cell).toEqual(cell(ids.third))
  })

  it('no longer at a field where they have done nothing for a minute, until they do', () => {
    const { session, ids, cell, after, write } = onTheMap()
    session.focus.set(cell(ids.first))
    session.editing.set({ kind: 'card', id: ids.lower })
    after(50_000)
    write(ids.lower, 'noch ein Wort')
    expect(after(50_000)?.editing).not.toBeNull()
    expect(after(11_000)).toMatchObject({ cell: null, editing: null })
    write(ids.lower, 'noch ein Wort mehr')
    expect(after(SOON_MS)?.editing).toEqual({ kind: 'card', id: ids.lower })
  })

  it('not kept at a field by what others write, even in the card that is selected and open here', () => {
    const { session, ids, cell, after, otherWrites } = onTheMap()
    session.focus.set(cell(ids.first))
    session.selection.set([{ kind: 'card', id: ids.lower }])
    session.editing.set({ kind: 'card', id: ids.lower })
    after(50_000)
    otherWrites(ids.lower, 'von jemand anderem')
    expect(session.snapshot.get().cards.get(ids.lower)?.text).toBe('von jemand anderem')
    expect(after(11_000)).toMatchObject({ cell: null, editing: null })
    otherWrites(ids.lower, 'und noch einmal')
    expect(after(SOON_MS)).toMatchObject({ cell: null, editing: null })
  })

  it('nowhere once they have left the map', () => {
    const { session, ids, cell, after, stop } = onTheMap()
    session.focus.set(cell(ids.first))
    after(SOON_MS)
    stop()
    expect(after(0)).toBeNull()
  })
})

describe('the initials of somebody in a field', () => {
  const map = mapFixture()
  const fields = (activityId: MapCell['activityId']) => ({ laneId: map.lane('ideas'), activityId })

  it.each([true, false])('stand on no sheet, also in a field that is full (inviting: %s)', (inviting) => {
    const options = mapOptions(
      { journeyId: map.journeyId, metrics: ruler, labels: germanLabels },
      { inviting },
    )
    const layout = layoutMap(map.workshop.snapshot(), options)
    for (const activityId of [map.ids.first, map.ids.second, map.ids.third]) {
      const where = { cell: fields(activityId), editing: null, viewport: VIEWPORT }
      const spot = peerSpot(layout, where)
      if (spot === undefined) throw new Error('the field is on the map')
      const column = layout.columns.find((each) => each.activityId === activityId)
      const badge = { x: spot.x - spot.room, y: spot.y, width: spot.room, height: spot.room }
      const sheets = [...layout.cards, ...layout.placements]
      expect(column).toBeDefined()
      expect(spot.room).toBeGreaterThan(layout.measures.textSize)
      expect(sheets.filter((sheet) => overlap(sheet, badge))).toEqual([])
    }
  })

  it('stay where they are when a card of the field is written, which has a ring', () => {
    const layout = map.layout()
    const cell = fields(map.ids.first)
    const waiting = peerSpot(layout, { cell, editing: null, viewport: VIEWPORT })
    const editing = { kind: 'card', id: map.ids.upper } as const
    const writing = peerSpot(layout, { cell: null, editing, viewport: VIEWPORT })
    const card = layout.cards.find(({ cardId }) => cardId === map.ids.upper)
    expect(writing).toEqual({ ...waiting, ring: card })
  })
})

function overlap(a: Rect, b: Rect): boolean {
  const slack = 1e-6
  return (
    a.x < b.x + b.width - slack &&
    b.x < a.x + a.width - slack &&
    a.y < b.y + b.height - slack &&
    b.y < a.y + a.height - slack
  )
}
