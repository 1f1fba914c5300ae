import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DrawingContext, drawScene } from '../../src/canvas/far/drawScene.ts'
import {
  intersection,
  levelFor,
  levelScale,
  TILE_PX,
  tileKey,
  tileRect,
  tilesCovering,
} from '../../src/canvas/far/tileGrid.ts'
import type { SceneOp } from '../../src/layout/scene.ts'

describe('tiles', () => {
  it('are at least as sharp as the screen, and at most half an octave sharper', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 8, noNaN: true }), (scale) => {
        const tile = levelScale(levelFor(scale))
        expect(tile).toBeGreaterThanOrEqual(scale * 0.999)
        expect(tile).toBeLessThan(scale * Math.SQRT2 * 1.001)
      }),
    )
  })

  it('cover the whole area without gaps or repeats', () => {
    const areas = fc.record({
      x: fc.double({ min: -900, max: 900, noNaN: true }),
      y: fc.double({ min: -900, max: 900, noNaN: true }),
      width: fc.double({ min: 1, max: 3000, noNaN: true }),
      height: fc.double({ min: 1, max: 3000, noNaN: true }),
    })
    fc.assert(
      fc.property(areas, fc.integer({ min: -6, max: 4 }), (area, level) => {
        const tiles = tilesCovering(area, level)
        expect(new Set(tiles.map(tileKey)).size).toBe(tiles.length)
        const covered = tiles.reduce((sum, tile) => {
          const common = intersection(tileRect(tile), area)
          return sum + (common === null ? 0 : common.width * common.height)
        }, 0)
        expect(covered / (area.width * area.height)).toBeCloseTo(1, 6)
      }),
      { numRuns: 60 },
    )
  })

  it('begin with the one in the middle of the view', () => {
    const size = TILE_PX / levelScale(0)
    expect(tilesCovering({ x: 0, y: 0, width: 3 * size, height: 3 * size }, 0)[0]).toMatchObject({
      column: 1,
      row: 1,
    })
  })
})

/** Notes what was called, with the style at that moment. */
function recorder() {
  const calls: string[] = []
  const target: Record<string, unknown> = {}
  const context = new Proxy(target, {
    get: (store, name) =>
      name in store
        ? store[String(name)]
        : (...args: unknown[]) => void calls.push(`${String(name)}(${args.map(String).join(',')})`),
    set: (store, name, value) => {
      store[String(name)] = value
      return true
    },
  })
  return { calls, context: context as unknown as DrawingContext, style: target }
}

const text: SceneOp = {
  kind: 'text',
  text: 'Hallo',
  x: 1,
  baseline: 5,
  font: 'bold',
  size: 3,
  colour: '#112233',
}

describe('painting a scene', () => {
  it('writes letters where they can be read, with the shipped faces', () => {
    const { calls, context, style } = recorder()
    drawScene(context, [text], { scale: 4, picture: () => undefined })
    expect(calls).toEqual(['fillText(Hallo,1,5)'])
    expect(String(style['font'])).toMatch(/^700 3px 'Etappe Sans'/)
  })

  it('draws a bar where letters would be dust', () => {
    const { calls, context } = recorder()
    drawScene(context, [text], { scale: 0.5, picture: () => undefined })
    expect(calls).toHaveLength(1)
    expect(calls[0]).toMatch(/^fillRect\(1,/)
  })

  it('ends every clip, also one that the scene leaves open', () => {
    const clip: SceneOp = { kind: 'clip', x: 0, y: 0, width: 5, height: 5 }
    const { calls, context } = recorder()
    drawScene(context, [clip, { kind: 'restore' }, clip], { scale: 1, picture: () => undefined })
    expect(calls.filter((call) => call === 'save()')).toHaveLength(2)
    expect(calls.filter((call) => call === 'restore()')).toHaveLength(2)
  })

  it('leaves the place of a picture empty until it is there, then covers it from the middle', () => {
    const picture: SceneOp = { kind: 'picture', mediaId: 'm', x: 10, y: 20, width: 40, height: 20 }
    const waiting = recorder()
    drawScene(waiting.context, [picture], { scale: 1, picture: () => undefined })
    expect(waiting.calls).toEqual([])
    const { calls, context } = recorder()
    const image = { toString: () => 'image' } as unknown as CanvasImageSource
    drawScene(context, [picture], { scale: 1, picture: () => ({ image, width: 100, height: 100 }) })
    expect(calls).toContain('drawImage(image,0,25,100,50,10,20,40,20)')
  })
})
