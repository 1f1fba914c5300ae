import { describe, expect, it } from 'vitest'
import { cameraAtCorner, cameraFor } from '../../src/canvas/camera/frames.ts'
import { rectToScreen } from '../../src/canvas/camera/units.ts'
import { headHit } from '../../src/canvas/overlay/headHit.ts'
import type { Span } from '../../src/canvas/overlay/headRows.ts'
import { headScale, headSpans, railWidth } from '../../src/canvas/overlay/headSpans.ts'
import { mapFixture } from './support/mapFixture.ts'

const layout = mapFixture().layout()
const screen = { width: 1180, height: 820 }
const inset = { top: 0, right: 0, bottom: 0, left: 0 }
const whole = { x: 0, y: 0, width: layout.width, height: layout.height }

function covers(span: Span | null | undefined, start: number, length: number): boolean {
  return span != null && span.start <= start && span.start + span.length >= start + length
}

describe('titles at the edge', () => {
  it('are not needed while the map shows its own', () => {
    const heads = headSpans(layout, cameraAtCorner(whole, inset, 1), screen)
    expect(heads).toEqual({ top: null, left: null })
  })

  it('appear for the lanes as soon as their titles are panned out', () => {
    const camera = cameraAtCorner({ ...whole, x: layout.grid.x + 20 }, inset, 1)
    const heads = headSpans(layout, camera, screen)
    expect(heads.top).toBeNull()
    const onScreen = layout.lanes.filter((lane) => rectToScreen(camera, lane).y < screen.height)
    expect(onScreen.length).toBeGreaterThan(3)
    expect(heads.left?.lanes.map((lane) => lane.laneId)).toEqual(onScreen.map((lane) => lane.laneId))
  })

  it('appear for the lanes before half a word is left of the titles on the map', () => {
    const words = layout.lanes[0]?.text.lines[0]?.x ?? 0
    const at = (x: number) => headSpans(layout, cameraAtCorner({ ...whole, x }, inset, 1), screen).left
    expect(at(words - 0.5)).toBeNull()
    expect(at(words + 0.5)).not.toBeNull()
  })

  it('appear for phases and activities as soon as those are scrolled out', () => {
    const top = layout.lanes[2]?.y ?? 0
    const heads = headSpans(layout, cameraAtCorner({ ...whole, y: top }, inset, 1), screen)
    expect(heads.left).toBeNull()
    expect(heads.top?.phases).toHaveLength(layout.phases.length)
    const column = layout.columns.find((each) => each.activityId !== null)
    expect(heads.top?.activities[0]).toMatchObject({
      activityId: column?.activityId,
      start: (column?.x ?? 0) * 4,
    })
  })

  it('replace what is too small to read, and leave out activities that have no room for words', () => {
    const heads = headSpans(layout, cameraFor(whole, { width: 300, height: 200 }, inset, 1), screen)
    expect(heads.top?.phases.length).toBeGreaterThan(0)
    expect(heads.top?.activities).toEqual([])
    expect(heads.left?.lanes.length).toBeGreaterThan(0)
  })

  it('stand over the map’s own while those are in view, so that none is there twice', () => {
    const small = { width: 900, height: 600 }
    const camera = cameraFor(whole, small, { ...inset, top: 60, left: 148 }, 0.3)
    const { top, left } = headSpans(layout, camera, small)
    const phase = rectToScreen(camera, layout.phases[0] ?? whole)
    const title = rectToScreen(camera, layout.lanes[0]?.title ?? whole)
    expect(covers(top?.rows.phases, phase.y, phase.height)).toBe(true)
    expect(covers(left?.across, title.x, title.width)).toBe(true)
    expect(top?.rows.across).not.toBeNull()
  })

  it('leave no slice of the map’s own activities beside them, however far it is scrolled', () => {
    const seen = new Set<boolean>()
    for (let y = 0; y < layout.height; y += 0.5) {
      const camera = cameraAtCorner({ ...whole, y }, inset, 0.85)
      const row = headSpans(layout, camera, screen).top?.rows.activities
      const card = rectToScreen(camera, layout.columns[0]?.card ?? whole)
      if (row === undefined || row === null || card.y + card.height < row.start) continue
      seen.add(row.start + row.length > card.y + card.height - 0.01)
    }
    expect([...seen]).toEqual([true])
  })

  it('keep their row, with places for a first activity, where a phase without any is all that is in view', () => {
    const phone = { width: 390, height: 844 }
    const empty = layout.columns.find((column) => column.activityId === null)
    const at = { ...whole, y: layout.lanes[2]?.y ?? 0 }
    const before = headSpans(layout, cameraAtCorner(at, inset, 1), phone).top
    const camera = cameraAtCorner({ ...at, x: empty?.x ?? 0 }, inset, 1)
    const { top } = headSpans(layout, camera, phone)
    expect(top?.activities).toEqual([])
    expect(top?.rows).toEqual(before?.rows)
    expect(top?.slots.map(({ phaseId }) => phaseId)).toEqual([empty?.phaseId])
    const besideRail = { x: railWidth(phone) + 5, y: (top?.rows.activities?.start ?? 0) + 5 }
    expect(headHit(layout, camera, phone, besideRail)).toEqual({ kind: 'slot', phaseId: empty?.phaseId })
  })

  it('go when the map is out of view', () => {
    const away = cameraAtCorner({ ...whole, x: layout.width * 3 }, inset, 1)
    expect(headSpans(layout, away, screen)).toEqual({ top: null, left: null })
  })

  it('grow on a wall and stay small on a tablet', () => {
    expect(headScale(screen)).toBe(1)
    expect(headScale({ width: 3840, height: 2160 })).toBeCloseTo(2.4)
    expect(railWidth({ width: 390, height: 844 })).toBeLessThan(390 / 3)
  })
})

describe('a tap on a title at the edge', () => {
  const top = layout.lanes[3]?.y ?? 0
  const camera = cameraAtCorner({ ...whole, x: layout.grid.x + 60, y: top }, inset, 1)
  const rail = railWidth(screen)

  it('means the phase, the activity or the lane that stands there, not what it covers', () => {
    const phase = headHit(layout, camera, screen, { x: rail + 40, y: 10 })
    expect(phase).toMatchObject({ kind: 'item', item: { kind: 'phase' } })
    const heads = headSpans(layout, camera, screen)
    const last = heads.top?.activities.at(-1)
    const activity = headHit(layout, camera, screen, { x: (last?.start ?? 0) + 5, y: 50 })
    expect(activity).toMatchObject({ kind: 'item', item: { kind: 'activity', id: last?.activityId } })
    const second = heads.left?.lanes[1]
    const y = (heads.left?.start ?? 0) + (second?.start ?? 0) + (second?.length ?? 0) / 2
    expect(headHit(layout, camera, screen, { x: 20, y })).toMatchObject({
      kind: 'item',
      item: { kind: 'lane', id: second?.laneId },
    })
  })

  it('means a further activity where the bar has a place for one', () => {
    const place = headSpans(layout, camera, screen).top?.slots.at(-1)
    const x = (place?.start ?? 0) + (place?.length ?? 0) / 2
    expect(headHit(layout, camera, screen, { x, y: 50 })).toEqual({ kind: 'slot', phaseId: place?.phaseId })
  })

  it('means the persona in the corner', () => {
    expect(headHit(layout, camera, screen, { x: 20, y: 20 })).toMatchObject({ item: { kind: 'persona' } })
  })

  it('means the map everywhere else', () => {
    expect(headHit(layout, camera, screen, { x: rail + 100, y: 400 })).toBeNull()
    const reading = cameraAtCorner(whole, inset, 1)
    expect(headHit(layout, reading, screen, { x: 20, y: 20 })).toBeNull()
  })
})
