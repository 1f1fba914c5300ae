import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detailAt, FAR_BELOW_ZOOM, NEAR_FROM_ZOOM } from '../../src/canvas/camera/detail.ts'
import {
  cameraAtCorner,
  cameraFor,
  cameraRevealing,
  clampZoom,
  MAX_ZOOM,
  MIN_ZOOM,
  zoomAround,
} from '../../src/canvas/camera/frames.ts'
import { rectToScreen, screenToMm, visibleMm } from '../../src/canvas/camera/units.ts'
import { anchorAt } from '../../src/canvas/overlay/anchorAt.ts'

const screen = { width: 1180, height: 820 }
const inset = { top: 30, right: 0, bottom: 60, left: 148 }
const rects = fc.record({
  x: fc.double({ min: -500, max: 2000, noNaN: true }),
  y: fc.double({ min: -500, max: 2000, noNaN: true }),
  width: fc.double({ min: 5, max: 2000, noNaN: true }),
  height: fc.double({ min: 5, max: 2000, noNaN: true }),
})

describe('the camera', () => {
  it('shows all of what it is asked to fit, beside what the panels cover', () => {
    fc.assert(
      fc.property(rects, (rect) => {
        const shown = rectToScreen(cameraFor(rect, screen, inset, 1.6), rect)
        const slack = 0.01
        expect(shown.x).toBeGreaterThanOrEqual(inset.left - slack)
        expect(shown.y).toBeGreaterThanOrEqual(inset.top - slack)
        expect(shown.x + shown.width).toBeLessThanOrEqual(screen.width - inset.right + slack)
        expect(shown.y + shown.height).toBeLessThanOrEqual(screen.height - inset.bottom + slack)
      }),
    )
  })

  it('never zooms beyond its limits', () => {
    expect(clampZoom(1e9)).toBe(MAX_ZOOM)
    expect(clampZoom(0)).toBe(MIN_ZOOM)
    expect(cameraFor({ x: 0, y: 0, width: 1, height: 1 }, screen, inset, 1.6).z).toBe(1.6)
  })

  it('keeps the place under the finger while it zooms', () => {
    const camera = { x: -120, y: 40, z: 0.7 }
    const point = { x: 333, y: 222 }
    const before = screenToMm(camera, point)
    const after = screenToMm(zoomAround(camera, point, 1.4), point)
    expect(after.x).toBeCloseTo(before.x)
    expect(after.y).toBeCloseTo(before.y)
  })

  it('starts with the top left corner of the map in the free corner of the screen', () => {
    const camera = cameraAtCorner({ x: 7, y: 9, width: 10, height: 10 }, inset, 1)
    expect(rectToScreen(camera, { x: 7, y: 9, width: 1, height: 1 })).toMatchObject({ x: 148, y: 30 })
  })

  it('does not move when what is asked for is in view already', () => {
    const camera = cameraAtCorner({ x: 0, y: 0, width: 10, height: 10 }, inset, 1)
    expect(cameraRevealing(camera, { x: 1, y: 1, width: 5, height: 5 }, screen, inset)).toBe(camera)
  })

  it('moves just as far as it takes to bring something into view', () => {
    const camera = cameraAtCorner({ x: 0, y: 0, width: 10, height: 10 }, inset, 1)
    const far = { x: 900, y: 2, width: 20, height: 10 }
    const shown = rectToScreen(cameraRevealing(camera, far, screen, inset), far)
    expect(shown.x + shown.width).toBeCloseTo(screen.width)
    expect(shown.y).toBeCloseTo(rectToScreen(camera, far).y)
  })

  it('knows which part of the map the screen shows', () => {
    const camera = { x: -40, y: 80, z: 0.5 }
    const seen = visibleMm(camera, screen)
    expect(rectToScreen(camera, seen)).toMatchObject({
      x: 0,
      y: 0,
      width: screen.width,
      height: screen.height,
    })
  })
})

describe('the two layers', () => {
  it('switch with a gap between the thresholds, so that a resting hand does not flicker', () => {
    const between = (NEAR_FROM_ZOOM + FAR_BELOW_ZOOM) / 2
    expect(detailAt(between, 'far')).toBe('far')
    expect(detailAt(between, 'near')).toBe('near')
    expect(detailAt(NEAR_FROM_ZOOM, 'far')).toBe('near')
    expect(detailAt(FAR_BELOW_ZOOM - 0.01, 'near')).toBe('far')
  })
})

describe('a panel beside a thing', () => {
  const panel = { width: 200, height: 56 }

  it('stands above it, below it where there is no room', () => {
    expect(anchorAt({ x: 500, y: 400, width: 100, height: 40 }, panel, screen, inset)).toEqual({
      left: 450,
      top: 334,
    })
    expect(anchorAt({ x: 500, y: 50, width: 100, height: 40 }, panel, screen, inset).top).toBe(100)
  })

  it('never leaves the screen', () => {
    fc.assert(
      fc.property(rects, (thing) => {
        const { left, top } = anchorAt(thing, panel, screen, inset)
        expect(left).toBeGreaterThanOrEqual(inset.left)
        expect(left + panel.width).toBeLessThanOrEqual(screen.width)
        expect(top).toBeGreaterThanOrEqual(inset.top)
        expect(top + panel.height).toBeLessThanOrEqual(screen.height - inset.bottom)
      }),
    )
  })

  it('leaves the foot of the map to the mark of the drawing engine, also where no bar stands there', () => {
    const low = { x: 900, y: screen.height - 20, width: 100, height: 20 }
    const bare = { top: 0, right: 0, bottom: 0, left: 0 }
    expect(anchorAt(low, panel, screen, bare).top + panel.height).toBeLessThanOrEqual(screen.height - 60)
  })
})
