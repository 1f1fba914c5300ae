/**
 * The whole way from the sample's tables to its A0 poster: what the layout placed is what a print shop gets, at its
 * place, legible, copyable, and small enough for a mail.
 */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { drawableText } from '../../src/layout/font/clusters.ts'
import { cutSheet } from '../../src/layout/poster/posterSheets.ts'
import type { Scene } from '../../src/layout/scene.ts'
import { mainJourney } from '../../src/model/select/journeys.ts'
import { composePoster } from '../../src/poster/composePoster.ts'
import type { PosterJob } from '../../src/poster/posterJob.ts'
import { renderPdf } from '../../src/poster/renderPdf.ts'
import { emptyWorkshop, importInto } from '../exchange/importedSample.ts'
import { filesOf, sampleContents } from '../exchange/sample.ts'
import { openPdf, qpdfCheck, rasterise, textOf } from '../helpers/pdfTools.ts'
import { shippedMetrics } from '../helpers/shippedFonts.ts'

// Slow machines take their time; nothing here waits for anything but work.
vi.setConfig({ testTimeout: 60_000 })

const metrics = shippedMetrics()

async function sampleJob(): Promise<PosterJob> {
  const workshop = emptyWorkshop()
  await importInto(workshop, filesOf(sampleContents()))
  const snapshot = workshop.snapshot()
  const journey = mainJourney(snapshot)
  if (!journey) throw new Error('the sample has no journey')
  const sheet = cutSheet('A0', 'landscape')
  const choices = {
    journeyId: journey.id,
    sheet,
    readingSize: null,
    locale: 'de',
    day: '2026-04-01',
  } as const
  const { job, missing } = composePoster(snapshot, choices, metrics)
  expect(missing).toEqual([])
  return job
}

describe("the sample's A0 poster", () => {
  let scene: Scene
  let file: Uint8Array
  beforeAll(async () => {
    const job = await sampleJob()
    const [only] = job.scenes
    if (!only) throw new Error('no page')
    scene = only
    const result = renderPdf(job, metrics)
    if (!result.ok) throw new Error(result.error.code)
    file = result.value
  }, 60_000)

  it('is one page of exactly 1189 × 841 mm and well formed', async () => {
    const pdf = await openPdf(file)
    expect(pdf.numPages).toBe(1)
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 25.4 / 72 })
    expect([width, height].map((side) => Math.round(side * 10) / 10)).toEqual([1189, 841])
    expect(qpdfCheck(file)).toContain('No syntax or stream encoding errors found')
  })

  it('has every line that layout placed, copyable, within a tenth of a millimetre', async () => {
    const items = await textOf(await openPdf(file))
    let lines = 0
    for (const op of scene.ops) {
      if (op.kind !== 'text') continue
      lines += 1
      const end = op.x + metrics.measure(op.text, op.font, op.size)
      const here = items
        .filter(({ x, y }) => Math.abs(y - op.baseline) < 0.1 && x > op.x - 0.1 && x < end - 0.05)
        .toSorted((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join('')
      expect(here.trim()).toBe(drawableText(op.text).trim())
    }
    expect(lines).toBeGreaterThan(2000)
  })

  it('keeps everything on the sheet', () => {
    for (const op of scene.ops) {
      if (op.kind !== 'text') continue
      const end = op.x + metrics.measure(op.text, op.font, op.size)
      expect(op.x, op.text).toBeGreaterThan(0)
      expect(end, op.text).toBeLessThan(scene.width)
      expect(op.baseline, op.text).toBeLessThan(scene.height)
    }
  })

  it('has ink where the title and every lane name stand', () => {
    const DOTS = 50
    const { width, rgb } = rasterise(file, DOTS)
    const pixel = (millimetres: number) => Math.round((millimetres * DOTS) / 25.4)
    for (const op of scene.ops) {
      if (op.kind !== 'text' || op.font !== 'bold' || op.size < 3) continue
      const levels: number[] = []
      const end = op.x + metrics.measure(op.text, op.font, op.size)
      for (let y = pixel(op.baseline - metrics.capHeight('bold', op.size)); y <= pixel(op.baseline); y += 1)
        for (let x = pixel(op.x); x <= pixel(end); x += 1) levels.push(rgb[3 * (y * width + x) + 1] ?? 0)
      expect(Math.max(...levels) - Math.min(...levels), op.text).toBeGreaterThan(60)
    }
  })

  it('fits into a mail: no more than 120 kB without photos', () => {
    expect(file.length).toBeLessThan(120_000)
  })
})
