/** From the printer and back: theme cards printed by the app, photographed, find their places; nobody else's code does. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'jpeg-js'
import type { Page } from 'playwright-core'
import { encodeQR } from 'qr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import { photoOf } from '../app/paper/photoOf.ts'
import { openSample, openView } from './harness/people.ts'
import { type Device, openStage, type Stage } from './harness/stage.ts'

const t = translator('de')
const LONG = { timeout: 60_000 }

let stage: Stage
let tablet: Device
const folder = mkdtempSync(join(tmpdir(), 'etappe-paper-'))

beforeAll(async () => {
  stage = await openStage()
  tablet = await stage.newDevice({ size: 'tablet', touch: true })
  await openSample(tablet)
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await stage.close()
})

/** The cards of the sample as the app makes them. */
async function printCards(page: Page): Promise<string> {
  await openView(page, 'poster', 'de')
  await page.getByRole('tab', { name: t('paper.tabSheets') }).click()
  await page.getByLabel(t('paper.kind')).selectOption('cards')
  await page.getByText(t('paper.pages', { n: 18 })).waitFor(LONG)
  await page.getByRole('button', { name: t('posterDialog.make') }).click()
  const link = page.getByRole('link', { name: t('posterDialog.save') })
  await link.waitFor(LONG)
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const file = join(folder, 'cards.pdf')
  await download.saveAs(file)
  return file
}

/** The upper right card of a page, as a picture of so many dots per inch. */
function cardOf(pdf: string, pageNumber: number): string {
  const dots = 130
  const side = (mm: number) => String(Math.round((mm * dots) / 25.4))
  const page = String(pageNumber)
  const target = join(folder, `card-${page}`)
  const area = ['-x', side(148.5), '-y', '0', '-W', side(148.5), '-H', side(105)]
  execFileSync('pdftoppm', [
    '-r',
    String(dots),
    '-f',
    page,
    '-l',
    page,
    '-singlefile',
    '-png',
    ...area,
    pdf,
    target,
  ])
  return `${target}.png`
}

function foreignPhoto(): string {
  const modules = encodeQR('https://example.org/menu', 'raw', { border: 3 })
  const { width, height, data } = photoOf(modules, {
    width: 500,
    height: 400,
    perModule: 6,
    angle: 5,
    blur: 1,
    seed: 7,
  })
  const file = join(folder, 'menu.jpg')
  writeFileSync(file, encode({ width, height, data: Buffer.from(data) }, 85).data)
  return file
}

const notes = (page: Page) => page.locator('.et-paper__note')

describe('cards from paper', { timeout: 180_000 }, () => {
  it('find their places by their codes, all in one step that can be taken back; a foreign code is said', async () => {
    const { page } = tablet
    const pdf = await printCards(page)
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    const photos = [cardOf(pdf, 2), cardOf(pdf, 5), foreignPhoto()]
    await page.getByRole('tab', { name: t('paper.tabPhotos') }).click()
    await page.locator('input[type=file][multiple]').setInputFiles(photos)
    await expect
      .poll(() => notes(page).allInnerTexts(), LONG)
      .toEqual([t('paper.found'), t('paper.found'), t('paper.foundForeign')])
    await page.getByRole('button', { name: t('paper.place', { n: 2 }) }).click()
    await expect.poll(() => notes(page).count(), LONG).toBe(1)
    const undo = page.getByRole('button', { name: t('common.undo'), exact: true }).first()
    await page.locator('input[type=file][multiple]').setInputFiles(photos.slice(0, 1))
    await expect.poll(() => notes(page).last().innerText(), LONG).toBe(t('paper.foundAgain'))
    await undo.click()
    await page.locator('input[type=file][multiple]').setInputFiles(photos.slice(1, 2))
    await expect.poll(() => notes(page).last().innerText(), LONG).toBe(t('paper.found'))
    // That was all there was to take back.
    await page.getByRole('button', { name: t('frame.nothingToUndo') }).waitFor()
  })

  it('put elsewhere are offered their place, and go there', async () => {
    const { page } = tablet
    await openView(page, 'outline', 'de')
    await page
      .getByRole('button', { name: /bearbeiten/ })
      .nth(3)
      .click()
    await page
      .getByRole('region', { name: t('inspector.pictures') })
      .locator('input[type=file]')
      .setInputFiles(join(folder, 'card-5.png'))
    await page.getByText(t('paper.offerTitle')).waitFor(LONG)
    await page.getByRole('button', { name: t('paper.offerTake') }).click()
    await page
      .getByText(/Das Foto ist jetzt in/)
      .first()
      .waitFor(LONG)
    expect(await page.getByText(t('paper.offerTitle')).count()).toBe(0)
    expect(stage.complaints()).toEqual([])
  })
})
