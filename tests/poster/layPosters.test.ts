import { beforeAll, describe, expect, it, vi } from 'vitest'
import { mapLabels } from '../../src/i18n/mapLabels.ts'
import { posterLabels } from '../../src/i18n/posterLabels.ts'
import { mapOptions } from '../../src/layout/mapOptions.ts'
import type { Poster, PosterRequest } from '../../src/layout/poster/posterRequest.ts'
import { cutSheet } from '../../src/layout/poster/posterSheets.ts'
import { PRINT_THEME } from '../../src/layout/theme.ts'
import { mainJourney } from '../../src/model/select/journeys.ts'
import { orderedPhases } from '../../src/model/select/orderedPhases.ts'
import type { WorkshopSnapshot } from '../../src/model/snapshot.ts'
import { contactSheet } from '../../src/poster/contactSheet.ts'
import { layPosters } from '../../src/poster/layPosters.ts'
import { emptyWorkshop, importInto } from '../exchange/importedSample.ts'
import { filesOf, sampleContents } from '../exchange/sample.ts'
import { shippedMetrics } from '../helpers/shippedFonts.ts'

// Slow machines take their time; nothing here waits for anything but work.
vi.setConfig({ testTimeout: 60_000 })

let snapshot: WorkshopSnapshot
beforeAll(async () => {
  const workshop = emptyWorkshop()
  await importInto(workshop, filesOf(sampleContents()))
  snapshot = workshop.snapshot()
})

function request(): PosterRequest {
  const journeyId = mainJourney(snapshot)?.id
  if (journeyId === undefined) throw new Error('the sample has no journey')
  const filter = { laneIds: null, phaseIds: null, cards: 'agreed' as const }
  const basics = { journeyId, metrics: shippedMetrics(), labels: mapLabels('de') }
  return {
    snapshot,
    map: mapOptions(basics, { showAuthors: false, filter }),
    sheet: cutSheet('A4', 'landscape'),
    readingSize: null,
    balanced: false,
    labels: posterLabels('de', '2026-04-01'),
    theme: PRINT_THEME,
  }
}

const wordsOf = ({ scene }: Poster) =>
  scene.ops.flatMap((op) => (op.kind === 'text' ? [op.text] : [])).join(' ')

describe('several posters of one journey', () => {
  it('show every phase once, and together as many cards as one poster', () => {
    const whole = layPosters(request(), 'one')
    const { posters, report } = layPosters({ ...request(), sheet: cutSheet('A3', 'landscape') }, 'phases')
    const phases = orderedPhases(snapshot, request().map.journeyId)
    expect(posters).toHaveLength(phases.length)
    for (const [index, { title }] of phases.entries()) {
      const [first = ''] = title.split(' ')
      expect(wordsOf(posters[index] as Poster)).toContain(first)
    }
    expect(report.legible).toBe(true)
    expect(report.cardsShown).toBe(whole.report.cardsShown)
    expect(report.columns).toBe(whole.report.columns)
  })

  it('give a phase that is too full for one page as many pages as it needs, and lose no card', () => {
    const asked = request()
    const everything = {
      ...asked,
      map: { ...asked.map, filter: { ...asked.map.filter, cards: 'all' as const } },
    }
    const { posters, report } = layPosters(everything, 'phases')
    const phases = orderedPhases(snapshot, asked.map.journeyId)
    expect(posters.length).toBeGreaterThan(phases.length)
    expect(posters.length).toBeLessThan(4 * phases.length)
    expect(report.legible).toBe(true)
    expect(posters.every((poster) => poster.report.legible)).toBe(true)
    const whole = layPosters(everything, 'one').report
    expect([report.cardsShown, report.columns]).toEqual([whole.cardsShown, whole.columns])
  })

  it('side by side have the same text size, larger than on one', () => {
    const one = layPosters(request(), 'one')
    const { posters } = layPosters(request(), 'two')
    const [left, right] = posters
    expect(posters).toHaveLength(2)
    expect(Math.abs((left?.report.textSize ?? 0) - (right?.report.textSize ?? 0))).toBeLessThan(0.15)
    expect(right?.report.textSize ?? 0).toBeGreaterThan(one.report.textSize)
  })

  it('stay one where there is only one phase to show', () => {
    const [only] = orderedPhases(snapshot, request().map.journeyId)
    const asked = request()
    const filter = { ...asked.map.filter, phaseIds: only === undefined ? [] : [only.id] }
    expect(layPosters({ ...asked, map: { ...asked.map, filter } }, 'two').posters).toHaveLength(1)
  })

  it('lie side by side in the picture, without touching', () => {
    const scene = { width: 100, height: 80, ops: [] }
    expect(contactSheet([scene]).areas).toEqual([])
    const { areas, scene: whole } = contactSheet([scene, scene, scene])
    expect(areas.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [103.2, 0],
      [0, 83.2],
    ])
    expect([whole.width, whole.height].map((side) => Math.round(side * 10))).toEqual([2032, 1632])
  })
})
