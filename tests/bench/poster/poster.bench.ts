/**
 * The sample's A0 poster against jsPDF's own text calls drawing the same scene: processor time and size, in one run.
 * Ratios are peer ÷ Etappe.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cutSheet } from '../../../src/layout/poster/posterSheets.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import { composePoster } from '../../../src/poster/composePoster.ts'
import { renderPdf } from '../../../src/poster/renderPdf.ts'
import { emptyWorkshop, importInto } from '../../exchange/importedSample.ts'
import { filesOf, sampleContents } from '../../exchange/sample.ts'
import { shippedFontBytes, shippedMetrics } from '../../helpers/shippedFonts.ts'
import { drawWithStockJsPdf } from './drawWithStockJsPdf.ts'

const ROUNDS = 7

/** Milliseconds of processor time; the median of several rounds after one to warm up. */
function cpu(work: () => unknown): number {
  work()
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
}

describe('poster', () => {
  it('compares our PDF of the sample with stock jsPDF', async () => {
    const metrics = shippedMetrics()
    const fonts = shippedFontBytes()
    const workshop = emptyWorkshop()
    await importInto(workshop, filesOf(sampleContents()))
    const snapshot = workshop.snapshot()
    const journey = mainJourney(snapshot)
    if (journey === null) throw new Error('the sample has no journey')
    const choices = {
      journeyId: journey.id,
      sheet: cutSheet('A0', 'landscape'),
      readingSize: null,
      locale: 'de',
      day: '2026-04-01',
    } as const
    const { job } = composePoster(snapshot, choices, metrics)
    const [scene] = job.scenes
    if (scene === undefined) throw new Error('no page')
    const ours = renderPdf(job, metrics)
    if (!ours.ok) throw new Error(ours.error.code)
    const stock = drawWithStockJsPdf(scene, fonts, metrics)
    writeFileSync(join(import.meta.dirname, '../../../.cache/stock-poster.pdf'), stock)
    const compose = cpu(() => composePoster(snapshot, choices, metrics))
    const fast = cpu(() => renderPdf(job, metrics))
    const slow = cpu(() => drawWithStockJsPdf(scene, fonts, metrics))
    console.log('\nA0 poster of the sample, 538 cards | Etappe | stock jsPDF | ratio')
    console.log('| --- | --- | --- | --- |')
    console.log(
      `| PDF of the scene, CPU ms (median of ${ROUNDS}) | ${fast.toFixed(0)} | ${slow.toFixed(0)} | ${(slow / fast).toFixed(1)}× |`,
    )
    const kB = (bytes: Uint8Array) => bytes.length / 1000
    console.log(
      `| size, kB | ${kB(ours.value).toFixed(0)} | ${kB(stock).toFixed(0)} | ${(kB(stock) / kB(ours.value)).toFixed(1)}× |`,
    )
    console.log(`| laying it out, CPU ms | ${compose.toFixed(0)} | – | – |`)
    expect(ours.value.length).toBeGreaterThan(0)
  })
})
