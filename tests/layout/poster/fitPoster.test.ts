import { beforeAll, describe, expect, test, vi } from 'vitest'
import { layoutMap } from '../../../src/layout/layoutMap.ts'
import { mapOptions } from '../../../src/layout/mapOptions.ts'
import type { Poster, PosterRequest } from '../../../src/layout/poster/posterRequest.ts'
import { cutSheet, type PosterSheet, rollSheet } from '../../../src/layout/poster/posterSheets.ts'
import { fitPoster } from '../../../src/layout/poster/fitPoster.ts'
import { sceneOfPoster } from '../../../src/layout/poster/sceneOfPoster.ts'
import type { Scene, SceneOp } from '../../../src/layout/scene.ts'
import { PRINT_THEME } from '../../../src/layout/theme.ts'
import { checkCards, checkFrame } from '../../helpers/layout/checkMap.ts'
import { germanLabels } from '../../helpers/layout/germanLabels.ts'
import { plainSnapshot } from '../../helpers/layout/plainSnapshot.ts'
import { type SampleMap, sampleMap } from '../../helpers/layout/sampleMap.ts'
import { shippedMetrics } from '../../helpers/shippedFonts.ts'

const labels: PosterRequest['labels'] = {
  date: 'Ist-Journey · 14. Oktober 2026',
  evidence: 'Worauf die Karten beruhen',
  traits: 'Merkmale',
  backed: (percent) => `${percent} % belegt`,
  footer: ({ cardsShown, cardsInAll }) => `${cardsShown} von ${cardsInAll} Karten`,
}

// A poster is a dozen layouts of 538 cards; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let sample: SampleMap
let a0: Poster

beforeAll(async () => {
  sample = await sampleMap()
  a0 = sceneOfPoster(ask(cutSheet('A0', 'landscape')))
})

function ask(sheet: PosterSheet, choices: Partial<PosterRequest> = {}): PosterRequest {
  const { snapshot, options } = sample
  return {
    snapshot,
    map: options,
    sheet,
    readingSize: null,
    balanced: true,
    labels,
    theme: PRINT_THEME,
    ...choices,
  }
}

/** How far text and shapes reach. */
function extentOf(ops: readonly SceneOp[]) {
  const metrics = shippedMetrics()
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const reach = (x: number, y: number): void => {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  for (const op of ops) {
    if (op.kind === 'text') {
      reach(op.x, op.baseline - 0.75 * op.size)
      reach(op.x + metrics.measure(op.text, op.font, op.size), op.baseline + 0.25 * op.size)
    } else if (op.kind === 'path') {
      for (const segment of op.segments) {
        if (segment[0] !== 'Z') reach(segment.at(-2) as number, segment.at(-1) as number)
      }
    } else if (op.kind === 'rect' || op.kind === 'picture') {
      reach(op.x, op.y)
      reach(op.x + op.width, op.y + op.height)
    }
  }
  return { left, top, right, bottom }
}

/** Everything but the ground lies within the margins. */
function expectWithinMargins(scene: Scene, margin: number): void {
  const extent = extentOf(scene.ops.slice(1))
  expect(extent.left).toBeGreaterThanOrEqual(margin - 0.01)
  expect(extent.top).toBeGreaterThanOrEqual(margin - 0.01)
  expect(extent.right).toBeLessThanOrEqual(scene.width - margin + 0.01)
  expect(extent.bottom).toBeLessThanOrEqual(scene.height - margin + 0.01)
}

const bare = (text: string): string => text.replace(/\s+/gu, '')

function expectAllTexts({ scene }: Poster): void {
  const shown = bare(scene.ops.flatMap((op) => (op.kind === 'text' ? [op.text] : [])).join(''))
  for (const card of sample.snapshot.cards.values()) expect(shown).toContain(bare(card.text))
}

describe('the sample on paper', () => {
  test('A0 holds all 538 cards at 9 points, within its margins and with every text', () => {
    const sheet = cutSheet('A0', 'landscape')
    const poster = a0
    expect(poster.scene).toMatchObject({ width: 1189, height: 841 })
    expect(poster.report).toMatchObject({ fits: true, legible: true, cardsShown: 538, cardsInAll: 538 })
    expect(poster.report.textSize).toBeGreaterThanOrEqual(9)
    expectWithinMargins(poster.scene, sheet.margin)
    expectAllTexts(poster)
  })

  test('nothing on it overlaps, nothing is clipped, and the sheet is used', () => {
    const fit = fitPoster(ask(cutSheet('A0', 'landscape')))
    checkCards(fit.map, sample.snapshot)
    checkFrame(fit.map)
    expect(fit.map.height / (fit.legendY - fit.mapAt.y)).toBeGreaterThan(0.97)
    expect(fit.map.width / fit.head.width).toBeGreaterThan(0.99)
  })

  test.each([
    ['A4', 'portrait'],
    ['A4', 'landscape'],
    ['A2', 'portrait'],
    ['A0', 'portrait'],
  ] as const)('%s %s shows the whole map and says how small it became', (name, orientation) => {
    const sheet = cutSheet(name, orientation)
    const poster = sceneOfPoster(ask(sheet))
    expectWithinMargins(poster.scene, sheet.margin)
    expectAllTexts(poster)
    expect(poster.report.legible).toBe(poster.report.textSize >= 6)
    if (name === 'A4') expect(poster.report.legible).toBe(false)
  })

  test('balancing columns makes the text larger than equal columns do', () => {
    const sheet = cutSheet('A0', 'landscape')
    const equal = sceneOfPoster(ask(sheet, { balanced: false })).report
    const balanced = sceneOfPoster(ask(sheet)).report
    expect(balanced.textSize).toBeGreaterThan(equal.textSize * 1.05)
    expect(
      new Set(fitPoster(ask(sheet, { balanced: false })).map.columns.map(({ width }) => width)).size,
    ).toBe(1)
  })

  test('a size that does not fit is said so, and the poster has the largest that does', () => {
    const sheet = cutSheet('A0', 'landscape')
    const asked = sceneOfPoster(ask(sheet, { readingSize: 18 })).report
    expect(asked).toMatchObject({ fits: false, wantedSize: 18 })
    expect(asked.textSize).toBeCloseTo(a0.report.textSize, 1)
  })

  test('a size that fits is taken as it is', () => {
    const { report } = sceneOfPoster(ask(cutSheet('A0', 'landscape'), { readingSize: 7 }))
    expect(report.fits).toBe(true)
    expect(report.textSize).toBeCloseTo(7)
  })

  test('a roll becomes as long as the reading size needs', () => {
    const sheet = rollSheet(914)
    const twelve = sceneOfPoster(ask(sheet, { readingSize: 12 }))
    expect(twelve.report).toMatchObject({ height: 914, fits: true })
    expect(twelve.report.textSize).toBeCloseTo(12)
    expectWithinMargins(twelve.scene, sheet.margin)
    expectAllTexts(twelve)
    const ten = sceneOfPoster(ask(sheet, { readingSize: 10 }))
    expect(ten.report.width).toBeLessThan(twelve.report.width)
  })

  test('a roll becomes as long as it must, also longer than a PDF page: cutting is the affair of the pages', () => {
    const { report } = sceneOfPoster(ask(rollSheet(1067), { readingSize: 20 }))
    expect(report.width).toBeGreaterThan(5080)
    expect(report.fits).toBe(true)
    expect(report.textSize).toBeCloseTo(20)
  })

  test('a shorter edition is larger and says how many cards it shows', () => {
    const map = { ...sample.options, filter: { laneIds: null, phaseIds: null, cards: 'agreed' as const } }
    const { report, scene } = sceneOfPoster(ask(cutSheet('A1', 'landscape'), { map }))
    expect(report.cardsShown).toBeLessThan(100)
    expect(report.cardsInAll).toBe(538)
    expect(report.textSize).toBeGreaterThan(sceneOfPoster(ask(cutSheet('A1', 'landscape'))).report.textSize)
    const footer = scene.ops.findLast((op) => op.kind === 'text')
    expect(footer).toMatchObject({ text: `${report.cardsShown} von 538 Karten` })
  })

  test('the same request gives the same poster', () => {
    const request = ask(cutSheet('A3', 'landscape'))
    expect(sceneOfPoster(request)).toEqual(sceneOfPoster(request))
  })

  test('touchpoints with an address are links, and no line is too thin for a plotter', () => {
    const links = a0.scene.ops.filter((op) => op.kind === 'link')
    expect(links.length).toBeGreaterThan(5)
    for (const { url } of links) expect(url).toMatch(/^https?:\/\//)
    const widths = a0.scene.ops.flatMap((op) =>
      (op.kind === 'path' || op.kind === 'rect') && op.strokeWidth !== undefined ? [op.strokeWidth] : [],
    )
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(0.25)
  })

  test('persona, traits, evidence, date and legend stand on it', () => {
    const { scene } = sceneOfPoster(ask(cutSheet('A1', 'landscape')))
    const shown = scene.ops.flatMap((op) => (op.kind === 'text' ? [op.text] : []))
    for (const text of ['Katrin Işık', 'Merkmale', 'spontan', 'Annahme 46 %', 'Pain Point', 'Website']) {
      expect(shown).toContain(text)
    }
    expect(shown.some((text) => text.endsWith(' · 14. Oktober 2026'))).toBe(true)
    expect(shown.filter((text) => text.endsWith(' % belegt'))).toHaveLength(8)
    expect(scene.ops.filter((op) => op.kind === 'bookmark')).toHaveLength(19)
  })
})

describe('other maps', () => {
  test('a nearly empty map does not shout: text stops growing and stretching has a limit', () => {
    const snapshot = plainSnapshot({
      journeys: [{ id: 'j', title: 'Neu' }],
      phases: [{ id: 'p', journeyId: 'j', title: 'Anfang', order: 'a' }],
      lanes: [{ id: 'l', journeyId: 'j', title: 'Ideen', order: 'a' }],
    })
    const map = mapOptions({ journeyId: 'j' as never, metrics: shippedMetrics(), labels: germanLabels })
    const sheet = cutSheet('A0', 'landscape')
    const { report, scene } = sceneOfPoster(ask(sheet, { snapshot, map }))
    expect(report.textSize).toBeLessThanOrEqual(36)
    expectWithinMargins(scene, sheet.margin)
  })

  test('a card of 100,000 characters still fits whole, however small', () => {
    const text = 'Ich erzähle alles. '.repeat(5000)
    const snapshot = plainSnapshot({
      journeys: [{ id: 'j' }],
      phases: [{ id: 'p', journeyId: 'j', order: 'a' }],
      activities: [{ id: 'a', text: 'Ich rede.', place: { journeyId: 'j', phaseId: 'p', order: 'a' } }],
      lanes: [{ id: 'l', journeyId: 'j', title: 'Ideen', order: 'a' }],
      cards: [{ id: 'c', text, place: { laneId: 'l', activityId: 'a', order: 'a' } }],
    })
    const map = mapOptions({ journeyId: 'j' as never, metrics: shippedMetrics(), labels: germanLabels })
    const sheet = cutSheet('A4', 'portrait')
    const { scene, report } = sceneOfPoster(ask(sheet, { snapshot, map }))
    expect(report.cardsShown).toBe(1)
    expectWithinMargins(scene, sheet.margin)
    expect(layoutMap(snapshot, map).cards).toHaveLength(1)
  })
})
