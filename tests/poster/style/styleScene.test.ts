import { describe, expect, it } from 'vitest'
import { contrast, luminance } from '../../../src/layout/colour.ts'
import type { Scene, SceneOp } from '../../../src/layout/scene.ts'
import { renderPdf } from '../../../src/poster/renderPdf.ts'
import { printShopPage } from '../../../src/poster/printShopPage.ts'
import { styleScene } from '../../../src/poster/style/styleScene.ts'
import { shippedMetrics } from '../../helpers/shippedFonts.ts'
import { featureScene } from '../featureScene.ts'

const white = (x: number, y: number): SceneOp => ({
  kind: 'text',
  text: 'weiß',
  x,
  baseline: y,
  font: 'bold',
  size: 4,
  colour: '#ffffff',
})

const SCENE: Scene = {
  width: 200,
  height: 100,
  ops: [
    { kind: 'rect', x: 0, y: 0, width: 200, height: 100, fill: '#f5f0e8' },
    { kind: 'rect', x: 10, y: 10, width: 80, height: 40, fill: '#2b66a8' },
    white(15, 30),
    { kind: 'rect', x: 120, y: 10, width: 8, height: 4, fill: '#c0312f' },
    white(121, 13),
  ],
}

const colours = (op: SceneOp): readonly string[] => {
  if (op.kind === 'text') return [op.colour]
  if (op.kind !== 'rect' && op.kind !== 'path') return []
  return [op.fill, op.stroke].filter((colour) => colour !== undefined)
}

describe('a poster in grey', () => {
  it('has no colour left and as much contrast as before', () => {
    const grey = styleScene(featureScene(), 'grey')
    for (const colour of grey.ops.flatMap(colours)) {
      expect(colour.slice(1, 3)).toBe(colour.slice(3, 5))
      expect(colour.slice(3, 5)).toBe(colour.slice(5, 7))
    }
    const [before, after] = [SCENE, styleScene(SCENE, 'grey')].map(({ ops }) => ops.flatMap(colours))
    for (const at of [1, 3]) {
      const was = contrast(before?.[at] ?? '', before?.[at + 1] ?? '')
      expect(contrast(after?.[at] ?? '', after?.[at + 1] ?? '')).toBeCloseTo(was, 0)
    }
  })
})

describe('a poster with little ink', () => {
  it('outlines large areas and writes dark where they were dark, but leaves small signs as they are', () => {
    const { ops } = styleScene(SCENE, 'saving')
    expect(ops[0]).toMatchObject({ fill: '#ffffff' })
    expect(ops[0]).not.toHaveProperty('stroke')
    expect(ops[1]).toMatchObject({ fill: '#ffffff', stroke: '#2b66a8', strokeWidth: 0.35 })
    expect(luminance((ops[2] as { colour: string }).colour)).toBeLessThan(0.1)
    expect(ops.slice(3)).toEqual(SCENE.ops.slice(3))
  })
})

describe('a page for the print shop', () => {
  it('is larger than the poster, which keeps its size between marks that lie outside the bleed', () => {
    const page = printShopPage(SCENE, '#ffffff')
    expect([page.width, page.height]).toEqual([224, 124])
    expect(page.boxes?.trim).toEqual({ x: 12, y: 12, width: 200, height: 100 })
    const marks = page.ops.at(-1)
    const points =
      marks?.kind === 'path' ? marks.segments.flatMap(([, x, y]) => [[x ?? 0, y ?? 0] as const]) : []
    expect(points).toHaveLength(16)
    for (const [x, y] of points) {
      expect(x < 9 || x > 215 || y < 9 || y > 115, `${x}, ${y}`).toBe(true)
      expect(x >= 0 && x <= 224 && y >= 0 && y <= 124).toBe(true)
    }
  })

  it('tells the print shop in points what is cut off', () => {
    const job = {
      scenes: [printShopPage(SCENE, '#ffffff')],
      pictures: new Map(),
      meta: { title: '', language: 'de', createdAt: 0 },
    }
    const pdf = renderPdf(job, shippedMetrics())
    if (!pdf.ok) throw new Error(pdf.error.code)
    const text = Buffer.from(pdf.value).toString('latin1')
    const box = /\/TrimBox \[([\d. ]+)\]/.exec(text)?.[1]?.split(' ').map(Number) ?? []
    expect(box.map((points) => Math.round((points * 25.4) / 72))).toEqual([12, 12, 212, 112])
    expect(text).toContain('/BleedBox')
  })
})
