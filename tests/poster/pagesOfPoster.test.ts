import { describe, expect, it } from 'vitest'
import type { Scene, SceneOp } from '../../src/layout/scene.ts'
import type { TilePaper } from '../../src/layout/poster/posterSheets.ts'
import { type PageChoices, pagesOfPoster } from '../../src/poster/pagesOfPoster.ts'
import { LONGEST_PAGE_MM } from '../../src/poster/posterJob.ts'
import { shippedMetrics } from '../helpers/shippedFonts.ts'

const metrics = shippedMetrics()

function choices(tiles: TilePaper | null): PageChoices {
  return { tiles, forPrintShop: false, locale: 'de' }
}

function roll(length: number): Scene {
  const ops = Array.from(
    { length: Math.floor(length / 100) },
    (_, index): SceneOp => ({
      kind: 'text',
      text: `Karte ${index}`,
      x: index * 100,
      baseline: 300,
      font: 'regular',
      size: 6,
      colour: '#222222',
    }),
  )
  return { width: length, height: 610, ops }
}

describe('the pages of a poster', () => {
  it('are one as long as a PDF page can hold it', () => {
    const scene = roll(LONGEST_PAGE_MM)
    expect(pagesOfPoster(scene, choices(null), metrics)).toEqual({ pages: [scene], parts: [] })
  })

  it('are several lengths of the same roll where a PDF page ends, with nothing left out at the seams', () => {
    const scene = roll(12_000)
    const { pages, parts } = pagesOfPoster(scene, choices(null), metrics)
    expect(pages).toHaveLength(3)
    for (const { width, height } of pages) expect([width, height]).toEqual([LONGEST_PAGE_MM, 630])
    const shown = new Set(
      pages.flatMap(({ ops }) => ops.flatMap((op) => (op.kind === 'text' ? [op.text] : []))),
    )
    for (const op of scene.ops) if (op.kind === 'text') expect(shown).toContain(op.text)
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1]
      if (next) expect(part.x + part.width - next.x).toBeCloseTo(20)
    }
  })

  it('come with a plan in the chosen language when they are sheets of an office printer', () => {
    const { pages } = pagesOfPoster(roll(600), { ...choices('A3'), locale: 'en' }, metrics)
    const words = pages[0]?.ops.flatMap((op) => (op.kind === 'text' ? [op.text] : []))
    expect(words).toContain('How the sheets become a poster')
    expect(
      pages.slice(1).every(({ ops }) => ops.some((op) => op.kind === 'text' && op.text.startsWith('Row '))),
    ).toBe(true)
  })
})
