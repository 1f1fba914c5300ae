/** What people do in Etappe, in the words they see; one place, so that a changed button is changed once. */
import { readdirSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { type Locale, translator } from '../../../src/i18n/translate.ts'
import type { Device } from './stage.ts'

export const SAMPLE = joinPath(import.meta.dirname, '../../fixtures/bahnreise')

export function sampleFiles(): string[] {
  return readdirSync(SAMPLE)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => joinPath(SAMPLE, name))
}

/** Opens the sample's tables from the home screen and waits until its map is there. */
export async function openSample({ page, open }: Device, files = sampleFiles()): Promise<void> {
  await open('/')
  await page.locator('input[type=file]').first().setInputFiles(files)
  await page.waitForURL(/\/w\/[\w-]+$/)
  await mapIsThere(page)
}

export async function mapIsThere(page: Page): Promise<void> {
  await page.locator('.tl-container').waitFor()
}

/** Shares the open workshop over its own relay and gives the link of a role. */
export async function share(
  { page }: Device,
  locale: Locale,
  role: 'writer' | 'reviewer' | 'reader' = 'writer',
): Promise<string> {
  const t = translator(locale)
  await page.getByRole('button', { name: t('frame.share'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  const start = dialog.getByRole('button', { name: t('share.start', { host: new URL(page.url()).host }) })
  const link = dialog.getByLabel(t('share.link'), { exact: true })
  await start.or(link).first().waitFor()
  if (await start.isVisible()) await start.click()
  await link.waitFor()
  await dialog.getByText(t(`share.${role}`), { exact: true }).click()
  const address = await link.inputValue()
  await dialog.getByRole('button', { name: t('common.close'), exact: true }).click()
  return address
}

/** Follows a link on this device's own way to the relay, types a name, and waits for the map. */
export async function join(device: Device, link: string, name: string, locale: Locale): Promise<void> {
  const t = translator(locale)
  const { page } = device
  const { hash } = new URL(link)
  await device.open(`/join${hash}`)
  await page.getByLabel(t('join.name')).fill(name)
  await page.getByRole('button', { name: t('join.go') }).click()
  await page.waitForURL(/\/w\/[\w-]+$/)
  await mapIsThere(page)
}

export async function openView(
  page: Page,
  view: 'map' | 'outline' | 'personas' | 'touchpoints' | 'poster',
  locale: Locale,
): Promise<void> {
  const name = translator(locale)(`frame.${view}`)
  await page.getByRole('link', { name, exact: true }).click()
}

/** Adds a card through the outline, the equal of the map: to the first activity, into its first lane. */
export async function addCardInOutline(
  page: Page,
  text: string,
  locale: Locale,
  activity = 0,
): Promise<void> {
  const t = translator(locale)
  const place = page.locator('.et-outline__activity').nth(activity)
  const adder = place.locator('.et-outline__add-card')
  if ((await adder.getAttribute('open')) === null) await adder.locator('summary').click()
  await adder.getByRole('textbox').fill(text)
  await adder.getByRole('button', { name: t('outline.addCard') }).click()
}

const OUTLINE_LINE = '.et-outline__card'

/** The texts of all cards and touchpoints in the outline, in its order; also of those that are not painted yet. */
export async function outlineTexts(page: Page): Promise<string[]> {
  return page.locator(OUTLINE_LINE).allTextContents()
}

export function cardInOutline(page: Page, text: string): Locator {
  return page.locator(OUTLINE_LINE).filter({ hasText: text })
}
