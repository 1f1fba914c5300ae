/** What people add to the sheet: the way into the workshop, their logo and colour, and what each person rated. */
import decodeQR from 'qr/decode.js'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { contrast } from '../../src/layout/colour.ts'
import { cutSheet, POSTER_STYLES } from '../../src/layout/poster/posterSheets.ts'
import type { Rect, Scene } from '../../src/layout/scene.ts'
import { mainJourney } from '../../src/model/select/journeys.ts'
import type { WorkshopSnapshot } from '../../src/model/snapshot.ts'
import { companyTheme } from '../../src/poster/companyTheme.ts'
import { composePoster, type PosterChoices } from '../../src/poster/composePoster.ts'
import { LOGO_ID } from '../../src/poster/posterJob.ts'
import { renderPdf } from '../../src/poster/renderPdf.ts'
import { emptyWorkshop, importInto } from '../exchange/importedSample.ts'
import { filesOf, sampleContents } from '../exchange/sample.ts'
import { openPdf, rasterise } from '../helpers/pdfTools.ts'
import { shippedMetrics } from '../helpers/shippedFonts.ts'
import { photo } from './photoScene.ts'

// Slow machines take their time; nothing here waits for anything but work.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const metrics = shippedMetrics()
const LINK =
  'https://workshop.example.org/join#v1.reader.0mJ8Qf7bT2xYkL5nP9sD3wZ6hC1vB4gR.8443-192-168-178-20'
const DOTS = 150

let snapshot: WorkshopSnapshot
beforeAll(async () => {
  const workshop = emptyWorkshop()
  await importInto(workshop, filesOf(sampleContents()))
  snapshot = workshop.snapshot()
})

/** Few cards are quicker to lay out. */
const FEW = { laneIds: null, phaseIds: null, cards: 'agreed' } as const

function composed(more: Partial<PosterChoices>) {
  const journeyId = mainJourney(snapshot)?.id
  if (!journeyId) throw new Error('the sample has no journey')
  const map = { filter: FEW }
  const sheet = cutSheet('A3', 'landscape')
  const plain = {
    journeyId,
    sheet,
    readingSize: null,
    balanced: false,
    locale: 'de',
    day: '2026-04-01',
  } as const
  return composePoster(snapshot, { ...plain, map, ...more }, metrics)
}

function printed(scene: Scene): Uint8Array {
  const job = {
    scenes: [scene],
    pictures: new Map([[LOGO_ID, photo(1, 300, 100)]]),
    meta: { title: '', language: 'de', createdAt: 0 },
  }
  const pdf = renderPdf(job, metrics)
  if (!pdf.ok) throw new Error(pdf.error.code)
  return pdf.value
}

/** A part of the printed page as a scanner sees it. */
function scanned(page: Uint8Array, { x, y, width, height }: Rect) {
  const raster = rasterise(page, DOTS)
  const [left, top, wide, high] = [x, y, width, height].map((mm) => Math.round((mm * DOTS) / 25.4)) as [
    number,
    number,
    number,
    number,
  ]
  const data = new Uint8Array(wide * high * 3)
  for (let row = 0; row < high; row += 1) {
    const from = 3 * ((top + row) * raster.width + left)
    data.set(raster.rgb.subarray(from, from + 3 * wide), 3 * row * wide)
  }
  return { width: wide, height: high, data }
}

describe('what people add to a poster', () => {
  it.each(POSTER_STYLES)('the code on the printed page leads into the workshop, in %s', (style) => {
    const { scene } = composed({ link: LINK, style })
    const page = printed(scene)
    const { width } = scene
    expect(decodeQR(scanned(page, { x: width - 45, y: 0, width: 45, height: 45 }))).toBe(LINK)
  })

  it('the code is vector, on paper, and not there unless somebody asks', () => {
    const { scene } = composed({ link: LINK })
    const without = composed({})
    const words = (one: Scene) => one.ops.flatMap((op) => (op.kind === 'text' ? [op.text] : []))
    expect(words(scene)).toContain('Zum Workshop, nur lesen')
    expect(words(without.scene)).not.toContain('Zum Workshop, nur lesen')
    expect(scene.ops.some((op) => op.kind === 'picture')).toBe(false)
  })

  it('the logo stands at the top right in its own proportions', () => {
    const { scene } = composed({ logo: { width: 300, height: 100 } })
    const logo = scene.ops.find((op) => op.kind === 'picture')
    if (logo?.kind !== 'picture') throw new Error('no logo')
    expect(logo.mediaId).toBe(LOGO_ID)
    expect(logo.width / logo.height).toBeCloseTo(3)
    expect(logo.x + logo.width).toBeLessThan(scene.width)
    expect(logo.x).toBeGreaterThan(scene.width * 0.8)
    expect(logo.y + logo.height).toBeLessThan(scene.height * 0.2)
  })

  it('the colour of the company is on the activities, always readable and never too pale for paper', () => {
    for (const colour of ['#7a1f5c', '#ffe94d', '#ffffff', '#0b0b0b', '#9ad0ff', '#3f8f4f']) {
      const { activity, activityInk, board } = companyTheme(colour)
      expect(contrast(activityInk, activity)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(activity, board)).toBeGreaterThanOrEqual(3)
    }
    const fills = composed({ colour: '#7a1f5c' }).scene.ops.flatMap((op) =>
      op.kind === 'path' && op.fill !== undefined ? [op.fill] : [],
    )
    expect(fills.filter((fill) => fill === '#7a1f5c').length).toBeGreaterThanOrEqual(40)
  })

  it('what each person rated is not there unless somebody asks', () => {
    const counted = (showSingleRatings: boolean) =>
      composed({ map: { filter: FEW, showSingleRatings } }).scene.ops.length
    const rated = [...snapshot.ratings.values()].filter(({ value }) => value !== null)
    expect(composed({}).scene.ops.length).toBe(counted(false))
    expect(counted(true) - counted(false)).toBeGreaterThan(100)
    expect(counted(true) - counted(false)).toBeLessThanOrEqual(rated.length)
  })

  it('the outline of the file leads to every phase and every lane', async () => {
    const pdf = await openPdf(printed(composed({}).scene))
    const [top] = await pdf.getOutline()
    expect(top?.title).toContain('Fernreise mit der Bahn')
    const titles: string[] = top?.items.map((item: { title: string }) => item.title) ?? []
    const phases = [...snapshot.phases.values()].map(({ title }) => title)
    expect(titles.slice(0, phases.length).toSorted()).toEqual(phases.toSorted())
    expect(titles).toContain('Was mich schmerzt')
    const places = top?.items.map(({ dest }: { dest: unknown[] }) => Number(dest[2])) ?? []
    const [first = 0, second = 0] = places
    expect(second).toBeGreaterThan(first)
  })
})
