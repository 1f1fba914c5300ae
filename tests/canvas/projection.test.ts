import { getIndexAbove, getIndexBetween } from '@tldraw/editor'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MapPart } from '../../src/canvas/projection/MapPart.ts'
import { createPartCutter } from '../../src/canvas/projection/partsOfMap.ts'
import { planProjection } from '../../src/canvas/projection/planProjection.ts'
import { sameContent } from '../../src/canvas/projection/sameContent.ts'
import { stackingKey } from '../../src/canvas/projection/stackingKey.ts'
import { inWindow, nextWindow, WINDOW_MARGIN_PX } from '../../src/canvas/projection/windowOf.ts'
import { DARK_THEME, LIGHT_THEME } from '../../src/layout/theme.ts'
import { mapFixture } from './support/mapFixture.ts'

const part = (id: string, x = 0): MapPart => ({
  id,
  layer: 3,
  rect: { x, y: 120, width: 10, height: 10 },
  ops: [],
})

describe('the window of the near layer', () => {
  const viewport = { x: 100, y: 100, width: 300, height: 200 }

  it('stays while the camera moves a little, and moves when the edge comes near', () => {
    const window = nextWindow(null, viewport, 4)
    expect(nextWindow(window, { ...viewport, x: 130 }, 4)).toBe(window)
    const moved = nextWindow(window, { ...viewport, x: 100 + WINDOW_MARGIN_PX / 4 }, 4)
    expect(moved).not.toBe(window)
    expect(moved.x).toBeGreaterThan(window.x)
  })

  it('shrinks again after the map was far away', () => {
    const wide = nextWindow(null, { x: 0, y: 0, width: 3000, height: 2000 }, 0.5)
    expect(nextWindow(wide, viewport, 4).width).toBeLessThan(wide.width)
  })

  it('holds the parts that touch it and no others', () => {
    const parts = [part('left', 0), part('in', 120), part('right', 900)]
    expect(inWindow(parts, viewport).map((each) => each.id)).toEqual(['in'])
  })
})

describe('mounting', () => {
  it('brings a few new parts per slice, changed ones at once, and takes away what is gone', () => {
    const kept = part('kept')
    const mounted = new Map([
      ['kept', kept],
      ['changed', part('changed')],
      ['gone', part('gone')],
    ])
    const wanted = [kept, part('changed', 5), part('a'), part('b'), part('c')]
    const plan = planProjection(mounted, wanted, 2)
    expect(plan.put.map((each) => each.id)).toEqual(['changed', 'a', 'b'])
    expect(plan.remove).toEqual(['gone'])
    expect(plan.pending).toBe(1)
  })

  it('does nothing when nothing changed', () => {
    const kept = part('kept')
    expect(planProjection(new Map([['kept', kept]]), [kept], 9)).toEqual({ put: [], remove: [], pending: 0 })
  })
})

describe('the stack', () => {
  it('gives every part a key of its own that the engine accepts and that sorts by layer', () => {
    const place = fc.record({
      layer: fc.integer({ min: 0, max: 61 }),
      serial: fc.integer({ min: 0, max: 62 ** 5 - 1 }),
    })
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [one, other] = [stackingKey(a.layer, a.serial), stackingKey(b.layer, b.serial)]
        expect(() => getIndexAbove(one)).not.toThrow()
        expect(one === other).toBe(a.layer === b.layer && a.serial === b.serial)
        if (a.layer < b.layer) {
          expect(one < other).toBe(true)
          expect(() => getIndexBetween(one, other)).not.toThrow()
        }
      }),
    )
  })
})

describe('the parts of a map', () => {
  it('stay the same objects where nothing changed, and change where somebody typed', () => {
    const map = mapFixture()
    const cut = createPartCutter()
    const content = () => ({ layout: map.layout(), sketches: map.sketches(), theme: LIGHT_THEME })
    const before = new Map(cut(content()).map((each) => [each.id, each]))
    map.actions.write({ kind: 'card', id: map.ids.upper }, 'eben')
    const after = cut(content())
    const changed = after.filter((each) => before.get(each.id) !== each).map((each) => each.id)
    expect(changed).toEqual([`card-${map.ids.upper}`])
    expect(after.length).toBe(before.size)
  })

  it('hold everything that is on the map, each once', () => {
    const map = mapFixture()
    const layout = map.layout()
    const ids = createPartCutter()({ layout, sketches: [], theme: LIGHT_THEME }).map((each) => each.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const card of layout.cards) expect(ids).toContain(`card-${card.cardId}`)
    for (const placement of layout.placements) expect(ids).toContain(`placement-${placement.placementId}`)
    for (const lane of layout.lanes) expect(ids).toContain(`lane-${lane.laneId}`)
    for (const phase of layout.phases) expect(ids).toContain(`phase-${phase.phaseId}`)
    expect(ids).toContain(`column-${map.ids.piled}`)
    expect(ids).toContain('curve')
  })

  it('are painted anew in another light', () => {
    const map = mapFixture()
    const cut = createPartCutter()
    const layout = map.layout()
    const light = cut({ layout, sketches: [], theme: LIGHT_THEME })
    const dark = cut({ layout, sketches: [], theme: DARK_THEME })
    expect(dark.every((each, index) => each !== light[index])).toBe(true)
  })
})

describe('sameness of content', () => {
  it('is equality of what is said, and never confuses lists with objects', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(sameContent(a, structuredClone(a))).toBe(true)
        expect(sameContent(a, b)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)))
      }),
    )
    expect(sameContent([], {})).toBe(false)
  })
})

function sorted(value: unknown): unknown {
  if (Object.is(value, -0)) return '-0'
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { entries: entries.map(([key, each]) => [key, sorted(each)]) }
}
