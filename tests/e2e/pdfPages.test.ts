/** Pages of a PDF become pictures on a card: with no network, chosen by their looks, and never a file that is none. */
import { jsPDF } from 'jspdf'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import { addCardInOutline, openSample, openView } from './harness/people.ts'
import { type Device, openStage, type Stage } from './harness/stage.ts'

const t = translator('de')
const CARD = 'Zettel mit Seiten'
const LONG = { timeout: 60_000 }

let stage: Stage
let tablet: Device

function pdf(pages: number, locked = false): Buffer {
  const encryption = { userPassword: 'geheim', ownerPassword: 'geheimer', userPermissions: [] }
  const document = new jsPDF({ unit: 'mm', format: 'a5', ...(locked ? { encryption } : {}) })
  for (let page = 1; page <= pages; page += 1) {
    if (page > 1) document.addPage('a5')
    document.setFillColor(page === 2 ? '#c00000' : '#0000c0')
    document.rect(20, 20, 100, 60, 'F')
    document.text(`Seite ${page}`, 20, 120)
  }
  return Buffer.from(document.output('arraybuffer'))
}

function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  return page
    .getByRole('region', { name: t('inspector.pictures') })
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/pdf', buffer })
}

const shown = (page: Page) => page.locator('.et-pictures li img[src^="blob:"]')

beforeAll(async () => {
  stage = await openStage()
  tablet = await stage.newDevice({ size: 'tablet', touch: true })
  const { page } = tablet
  await openSample(tablet)
  await openView(page, 'outline', 'de')
  await addCardInOutline(page, CARD, 'de')
  await page.getByRole('button', { name: t('outline.edit', { what: CARD }) }).click()
})

afterAll(() => stage.close())

describe('a PDF', { timeout: 180_000 }, () => {
  it('gives the chosen pages as pictures, in reading order', async () => {
    const { page } = tablet
    await choose(page, 'Fahrplan.pdf', pdf(3))
    const dialog = page.getByRole('dialog', { name: t('media.pdfTitle', { name: 'Fahrplan.pdf' }) })
    await expect.poll(() => dialog.locator('img').count(), LONG).toBe(3)
    await dialog.getByLabel(t('media.pdfPage', { page: 3 })).check()
    await dialog.getByLabel(t('media.pdfPage', { page: 2 })).check()
    await dialog.getByRole('button', { name: t('media.pdfTake', { n: 2 }) }).click()
    await expect.poll(() => shown(page).count(), LONG).toBe(2)
    const colours = await shown(page).evaluateAll((images) =>
      images.map((image) => {
        const canvas = document.createElement('canvas')
        canvas.width = 10
        canvas.height = 14
        const context = canvas.getContext('2d')
        context?.drawImage(image as HTMLImageElement, 0, 0, 10, 14)
        const [red = 0, , blue = 0] = context?.getImageData(5, 3, 1, 1).data ?? []
        return red > blue ? 'red' : 'blue'
      }),
    )
    expect(colours).toEqual(['red', 'blue'])
  })

  it('changes nothing when nobody chooses a page', async () => {
    const { page } = tablet
    await choose(page, 'Plan.pdf', pdf(2))
    const dialog = page.getByRole('dialog', { name: t('media.pdfTitle', { name: 'Plan.pdf' }) })
    await dialog.waitFor(LONG)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await shown(page).count()).toBe(2)
  })

  it('is refused with a word when it is locked or damaged', async () => {
    const { page } = tablet
    await choose(page, 'geheim.pdf', pdf(1, true))
    // A screen reader's copy of a message is in the page for a moment too.
    const message = (hasText: string) => page.locator('.et-toast__text', { hasText })
    await message(t('media.pdfLocked', { name: 'geheim.pdf' })).waitFor(LONG)
    await choose(page, 'kaputt.pdf', Buffer.from('%PDF-1.7\nnothing of the kind'))
    await message(t('media.pdfBroken', { name: 'kaputt.pdf' })).waitFor(LONG)
    expect(await shown(page).count()).toBe(2)
  })
})
