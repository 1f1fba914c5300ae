/**
 * The poster worker as a browser runs it: bundled, in Chromium, against the command line's way of making the same
 * poster. Nothing may come from anywhere but the app's own origin.
 */
import { readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cutSheet } from '../../src/layout/poster/posterSheets.ts'
import { mainJourney } from '../../src/model/select/journeys.ts'
import { composePoster, type PosterChoices } from '../../src/poster/composePoster.ts'
import { SHEET_KINDS, USUAL_WISH } from '../../src/layout/sheetKinds.ts'
import type { WorkshopId } from '../../src/model/records/meta.ts'
import { composeSheets, type SheetChoices } from '../../src/poster/sheets/composeSheets.ts'
import { fitPictures } from '../../src/poster/pictures/fitPictures.ts'
import { renderPdf } from '../../src/poster/renderPdf.ts'
import { CHROMIUM } from '../helpers/chromiumWithFonts.ts'
import { emptyWorkshop, importInto } from '../exchange/importedSample.ts'
import { filesOf, sampleContents } from '../exchange/sample.ts'
import type { MakeMap, MakePhotos, MakePoster, MakeSheets } from '../helpers/posterPage.ts'
import { shippedMetrics } from '../helpers/shippedFonts.ts'
import { featureScene } from './featureScene.ts'
import { posterScene } from './fixtureScene.ts'
import { photoScene } from './photoScene.ts'
import { bundlePage, type PageFiles } from '../helpers/bundlePage.ts'

// Slow machines take their time; nothing here waits for anything but work.
vi.setConfig({ testTimeout: 60_000 })

const ORIGIN = 'http://poster.test'
const metrics = shippedMetrics()
const meta = { title: 'Bahnreise – Łódź 😀', language: 'de', createdAt: 0 }

async function openPage(browser: Browser, files: PageFiles, complaints: string[]) {
  const page = await browser.newPage()
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.context().route('**', async (route) => {
    const { origin, pathname } = new URL(route.request().url())
    if (origin !== ORIGIN) {
      complaints.push(`asked ${origin}`)
      return route.abort()
    }
    if (pathname === '/')
      return route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><script type="module" src="/page.js"></script>',
      })
    if (pathname === '/favicon.ico') return route.fulfill({ status: 204 })
    if (pathname.startsWith('/fonts/'))
      return route.fulfill({ body: readFileSync(new URL(`../../public${pathname}`, import.meta.url)) })
    const file = files.get(pathname)
    if (file === undefined) return route.fulfill({ status: 404 })
    return route.fulfill({
      contentType: 'text/javascript',
      body: typeof file === 'string' ? file : Buffer.from(file),
    })
  })
  await page.goto(`${ORIGIN}/`)
  await page.waitForFunction(() => 'makePoster' in globalThis)
  return page
}

describe('a poster made in the browser', () => {
  let browser: Browser
  let page: Page
  const complaints: string[] = []
  beforeAll(async () => {
    browser = await chromium.launch(CHROMIUM)
    page = await openPage(
      browser,
      await bundlePage(new URL('../helpers/posterPage.ts', import.meta.url)),
      complaints,
    )
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    expect(complaints).toEqual([])
  })

  const make = (order: Parameters<MakePoster>[0]) =>
    page.evaluate((given) => (globalThis as unknown as { makePoster: MakePoster }).makePoster(given), order)

  it('is byte for byte the poster of the command line', async () => {
    for (const [name, scene] of [
      ['feature', featureScene()],
      ['map', posterScene(metrics, 538)],
    ] as const) {
      const here = renderPdf({ scenes: [scene], pictures: new Map(), meta }, metrics)
      if (!here.ok) throw new Error(here.error.code)
      const { outcome, progress } = await make({ scene: name, cards: 538 })
      expect(Buffer.from(outcome, 'base64').equals(Buffer.from(here.value)), name).toBe(true)
      expect(progress.at(-1)).toBe(1)
      expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    }
  })

  it('shrinks photos to the very bytes of the command line', async () => {
    const { scene, pictures } = photoScene()
    const here = renderPdf(fitPictures({ scenes: [scene], pictures, meta }), metrics)
    if (!here.ok) throw new Error(here.error.code)
    const there = await page.evaluate(() =>
      (globalThis as unknown as { makePhotos: MakePhotos }).makePhotos(),
    )
    expect(Buffer.from(there, 'base64').equals(Buffer.from(here.value))).toBe(true)
    const whole = [...pictures.values()].reduce((sum, { length }) => sum + length, 0)
    expect(here.value.length).toBeLessThan(whole / 2)
  })

  it('lays the sample out in the worker and makes the very file that the command line makes', {
    timeout: 60_000,
  }, async () => {
    const workshop = emptyWorkshop()
    await importInto(workshop, filesOf(sampleContents()))
    const snapshot = workshop.snapshot()
    const journeyId = mainJourney(snapshot)?.id
    if (!journeyId) throw new Error('the sample has no journey')
    const choices: PosterChoices = {
      journeyId,
      sheet: cutSheet('A0', 'landscape'),
      readingSize: null,
      locale: 'de',
      day: '2026-04-01',
    }
    const here = renderPdf(composePoster(snapshot, choices, metrics).job, metrics)
    if (!here.ok) throw new Error(here.error.code)
    const json = JSON.stringify(snapshot, (_key, value: unknown) =>
      value instanceof Map ? { $map: [...value] } : value,
    )
    const there = await page.evaluate(
      (order) => (globalThis as unknown as { makeMap: MakeMap }).makeMap(order),
      { snapshot: json, choices },
    )
    expect(Buffer.from(there, 'base64').equals(Buffer.from(here.value))).toBe(true)
  })

  it('makes the very sheets and cards of the command line', async () => {
    const workshop = emptyWorkshop()
    await importInto(workshop, filesOf(sampleContents()))
    const sample = workshop.snapshot()
    const workshopId = 'w'.repeat(22) as WorkshopId
    const snapshot = { ...sample, meta: { ...sample.meta, workshopId } }
    const journeyId = mainJourney(snapshot)?.id
    if (!journeyId) throw new Error('the sample has no journey')
    const choices = SHEET_KINDS.map(
      (kind): SheetChoices => ({
        journeyId,
        wish: { ...USUAL_WISH, kind, paper: kind === 'empty' ? 'A0' : 'A4' },
        locale: 'de',
        style: 'colour',
        day: '2026-04-01',
        hasCodes: true,
      }),
    )
    const json = JSON.stringify(snapshot, (_key, value: unknown) =>
      value instanceof Map ? { $map: [...value] } : value,
    )
    const there = await page.evaluate(
      (order) => (globalThis as unknown as { makeSheets: MakeSheets }).makeSheets(order),
      { snapshot: json, choices },
    )
    for (const [index, choice] of choices.entries()) {
      const here = renderPdf(composeSheets(snapshot, choice, metrics).job, metrics)
      if (!here.ok) throw new Error(here.error.code)
      const same = Buffer.from(there[index] ?? '', 'base64').equals(Buffer.from(here.value))
      expect(same, choice.wish.kind).toBe(true)
    }
  })

  it('can be cancelled on the way and leaves no worker behind', async () => {
    const { outcome, progress } = await make({ scene: 'map', cards: 4000, cancelAt: 0.1 })
    expect(outcome).toBe('cancelled')
    expect(progress.at(-1)).toBeLessThan(1)
    await expect.poll(() => page.workers().length, { timeout: 30_000 }).toBe(0)
  })
})
