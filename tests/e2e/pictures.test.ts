/** A photo that one device hangs on a card is seen on the others, and stays there without any network. */
import { join as joinPath } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import {
  addCardInOutline,
  cardInOutline,
  join,
  mapIsThere,
  openSample,
  openView,
  share,
} from './harness/people.ts'
import { type Device, openStage, type Stage } from './harness/stage.ts'

const t = translator('de')
const PHOTO = joinPath(import.meta.dirname, '../fixtures/poster/quadrants.jpg')
const CARD = 'Zettel mit Foto'

let stage: Stage
let tablet: Device
let laptop: Device

beforeAll(async () => {
  stage = await openStage()
  tablet = await stage.newDevice({ size: 'tablet', touch: true })
  laptop = await stage.newDevice({ size: 'laptop' })
})

afterAll(() => stage.close())

async function openCard(page: Page): Promise<void> {
  await openView(page, 'outline', 'de')
  const closed = page.getByRole('button', { name: t('outline.edit', { what: CARD }) })
  const open = page.getByRole('button', { name: t('outline.stopEditing', { what: CARD }) })
  await closed.or(open).first().waitFor()
  if (await closed.isVisible()) await closed.click()
}

/** The width of the photo as it was decoded from this device's own bytes; 0 while only the preview is there. */
function photoWidth(page: Page): Promise<number> {
  return page.evaluate(() => {
    const image = document.querySelector<HTMLImageElement>('.et-pictures img[src^="blob:"]')
    return image?.naturalWidth ?? 0
  })
}

describe('pictures', { timeout: 120_000 }, () => {
  it('go from the tablet to the laptop through the relay', async () => {
    await openSample(laptop)
    const link = await share(laptop, 'de')
    await join(tablet, link, 'Ben', 'de')
    await openView(tablet.page, 'outline', 'de')
    await addCardInOutline(tablet.page, CARD, 'de')
    await openCard(tablet.page)
    await tablet.page
      .getByRole('region', { name: t('inspector.pictures') })
      .locator('input[type=file]')
      .setInputFiles(PHOTO)
    await expect.poll(() => photoWidth(tablet.page), { timeout: 20_000 }).toBeGreaterThan(0)
    await openView(laptop.page, 'outline', 'de')
    await cardInOutline(laptop.page, CARD).waitFor()
    await openCard(laptop.page)
    await expect.poll(() => photoWidth(laptop.page), { timeout: 20_000 }).toBe(await photoWidth(tablet.page))
    expect(await laptop.page.getByText(t('media.stillElsewhere')).count()).toBe(0)
  })

  it('stay on the laptop without any network', async () => {
    const { page, context } = laptop
    await context.setOffline(true)
    await openView(page, 'map', 'de')
    await mapIsThere(page)
    await openCard(page)
    await expect.poll(() => photoWidth(page), { timeout: 20_000 }).toBeGreaterThan(0)
    await context.setOffline(false)
  })
})
