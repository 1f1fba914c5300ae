/**
 * The A0 poster of the sample (538 cards) and of 1,000 cards with 60 photos, against jsPDF's own text calls drawing the
 * same scene, the browser's own print of the same content, and a 150-dpi picture of a canvas: time, size, and whether
 * the file holds what the scene says. All in one run; ratios are peer ÷ Etappe unless they say otherwise.
 */
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveOps } from '../../../src/layout/ops/moveOps.ts'
import type { Scene } from '../../../src/layout/scene.ts'
import type { WorkshopSnapshot } from '../../../src/model/snapshot.ts'
import { fitPictures } from '../../../src/poster/pictures/fitPictures.ts'
import type { PosterJob } from '../../../src/poster/posterJob.ts'
import { renderPdf } from '../../../src/poster/renderPdf.ts'
import { CHROMIUM, openPageWithFonts } from '../../helpers/chromiumWithFonts.ts'
import { drawOnCanvas } from '../../helpers/drawOnCanvas.ts'
import { qpdfCheck, rasterise } from '../../helpers/pdfTools.ts'
import { shippedMetrics } from '../../helpers/shippedFonts.ts'
import { grown, printed, sampleSnapshot } from './benchMaps.ts'
import type { Made, PosterBench } from './benchPage.ts'
import { benchPhotos } from './benchPhotos.ts'
import { likeness } from './likeness.ts'
import { openBenchPage } from './openBenchPage.ts'
import { foundLines } from './textPlaces.ts'

const ROUNDS = 5
const SLOWER = 4
const metrics = shippedMetrics()

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const row = (...cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
const times = (ratio: number) => `${ratio.toFixed(1)}×`

function fileOf(job: PosterJob): Uint8Array {
  const made = renderPdf(job, metrics)
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

function onlyScene({ scenes }: PosterJob): Scene {
  const [scene] = scenes
  if (!scene) throw new Error('no page')
  return scene
}

/** Milliseconds of processor time of this process; the median of several rounds after one to warm up. */
function cpu(work: () => unknown): number {
  work()
  return median(
    Array.from({ length: ROUNDS }, () => {
      const before = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }),
  )
}

type Contest = 'inWorker' | 'onPage' | 'withStock' | 'asPicture'

async function run(page: Page, contest: Contest): Promise<Made> {
  return page.evaluate(
    (name) => (globalThis as unknown as { posterBench: PosterBench }).posterBench[name](),
    contest,
  )
}

async function repeated(page: Page, contest: Contest, rounds: number): Promise<Made> {
  if (rounds > 1) await run(page, contest)
  const made: Made[] = []
  for (let round = 0; round < rounds; round += 1) made.push(await run(page, contest))
  return { ms: median(made.map(({ ms }) => ms)), bytes: made[0]?.bytes ?? 0 }
}

async function browserPrint(page: Page, { width, height }: Scene): Promise<Made> {
  await page.evaluate(() => (globalThis as unknown as { posterBench: PosterBench }).posterBench.show())
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const start = performance.now()
  const pdf = await page.pdf({ width: `${width}mm`, height: `${height}mm`, printBackground: true })
  return { ms: performance.now() - start, bytes: pdf.length }
}

/** The page slowed down by the browser; workers it cannot slow down, so ours runs on the page as well. */
async function compare(browser: Browser, scene: Scene, photos: number) {
  const page = await openBenchPage(browser)
  await page.evaluate(
    ([given, count]) =>
      (globalThis as unknown as { posterBench: PosterBench }).posterBench.prepare(given, count),
    [scene, photos] as const,
  )
  const worker = await repeated(page, 'inWorker', ROUNDS)
  const unslowed = await repeated(page, 'withStock', ROUNDS)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const ours = await repeated(page, 'onPage', ROUNDS)
  const stock = await repeated(page, 'withStock', ROUNDS)
  const picture = await repeated(page, 'asPicture', 1)
  const print = await browserPrint(page, scene)
  await page.close()
  return { worker, unslowed, ours, stock, picture, print }
}

/** In strips, because a page of A0 is more than one message can carry. */
async function likenessOf(browser: Browser, scene: Scene, file: Uint8Array, dots: number): Promise<number> {
  const page = await browser.newPage()
  await openPageWithFonts(page)
  const whole = rasterise(file, dots)
  const scale = dots / 25.4
  const shares: number[] = []
  const STRIP = 400
  for (let top = 0; top < whole.height; top += STRIP) {
    const height = Math.min(STRIP, whole.height - top)
    const strip = { ...scene, ops: moveOps(scene.ops, 0, -top / scale) }
    const order = { scene: strip, scale, width: whole.width, height }
    const rgb = new Uint8Array(Buffer.from(await page.evaluate(drawOnCanvas, order), 'base64'))
    const size = 3 * whole.width
    const part = { width: whole.width, height, rgb: whole.rgb.subarray(top * size, (top + height) * size) }
    shares.push(likeness(part, { width: whole.width, height, rgb }))
  }
  await page.close()
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

describe('poster', () => {
  let browser: Browser
  let sample: WorkshopSnapshot
  beforeAll(async () => {
    browser = await chromium.launch(CHROMIUM)
    sample = await sampleSnapshot()
  })
  afterAll(() => browser.close())

  const maps = [
    ['the sample, 538 cards', 538, 0],
    ['1,000 cards, 60 photos', 1000, 60],
  ] as const
  it.each(maps)('A0 of %s: time and size against three peers', async (name, cards, photos) => {
    const snapshot = photos === 0 ? sample : grown(sample, cards, photos)
    const scene = onlyScene(printed(snapshot).job)
    const { worker, unslowed, ours, stock, picture, print } = await compare(browser, scene, photos)
    console.log(`\nA0 of ${name}, Chromium, median of ${ROUNDS}`)
    row('', 'ms', 'size', 'time ÷ Etappe', 'size ÷ Etappe')
    row('---', '---', '---', '---', '---')
    const line = (title: string, made: Made, base: Made) =>
      row(title, made.ms.toFixed(0), kB(made.bytes), times(made.ms / base.ms), times(made.bytes / base.bytes))
    line('Etappe, warm worker', worker, worker)
    line('stock jsPDF text calls', unslowed, worker)
    line(`Etappe, page slowed ${SLOWER}×`, ours, ours)
    line(`stock jsPDF text calls, slowed ${SLOWER}×`, stock, ours)
    line('page.pdf of the same content, slowed', print, ours)
    line('canvas picture of 150 dpi, slowed', picture, ours)
    expect(unslowed.ms / worker.ms).toBeGreaterThan(1.5)
    expect(stock.ms / ours.ms).toBeGreaterThan(1.5)
    expect(print.ms / ours.ms).toBeGreaterThan(1)
    expect(picture.ms / ours.ms).toBeGreaterThan(1)
    expect(picture.bytes / ours.bytes).toBeGreaterThan(5)
  })

  it('is small, holds every line at its place, and looks like the scene', async () => {
    console.log('\nA0 | size | lines at ±0.1 mm | with emoji | qpdf | ink like the canvas, 100 dpi')
    row('---', '---', '---', '---', '---', '---')
    for (const [name, cards, photos, most] of [
      ['538 cards', 538, 0, 120_000],
      ['538 cards, 30 photos', 538, 30, 1_200_000],
      ['1,000 cards, 60 photos', 1000, 60, 2_400_000],
    ] as const) {
      const snapshot = photos === 0 ? sample : grown(sample, cards, photos)
      const { job } = printed(snapshot)
      const file = fileOf(fitPictures({ ...job, pictures: benchPhotos(photos) }))
      const scene = onlyScene(job)
      const text = await foundLines(file, scene, metrics)
      const bare = { ...scene, ops: scene.ops.filter(({ kind }) => kind !== 'picture') }
      const alike = await likenessOf(browser, bare, fileOf({ ...job, scenes: [bare] }), 100)
      const isClean = qpdfCheck(file).includes('No syntax or stream encoding errors found')
      row(
        name,
        kB(file.length),
        `${text.found} of ${text.lines}`,
        `${text.emojiFound} of ${text.emoji}`,
        isClean ? 'clean' : 'errors',
        `${(100 * alike).toFixed(2)} %`,
      )
      expect(file.length).toBeLessThanOrEqual(most)
      expect(text.found).toBe(text.lines)
      expect(text.emoji).toBeGreaterThan(0)
      expect(isClean).toBe(true)
      expect(alike).toBeGreaterThanOrEqual(0.98)
    }
  })

  it('is cut into 25 sheets in at most three times the time of one', () => {
    const { job } = printed(sample)
    const tiled = printed(sample, { tiles: 'A4' }).job
    const once = cpu(() => renderPdf(job, metrics))
    const cut = cpu(() => renderPdf(tiled, metrics))
    console.log(
      `\n${tiled.scenes.length} pages of A4 (the plan and its sheets): ${cut.toFixed(0)} ms, one page of A0: ${once.toFixed(0)} ms, ${times(cut / once)}; ${kB(fileOf(tiled).length)}`,
    )
    expect(cut / once).toBeLessThanOrEqual(3)
  })
})
