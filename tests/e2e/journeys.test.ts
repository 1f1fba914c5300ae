/** A second journey: added and written into on one device, on the wall and for the others when the moderator says so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import { join, mapIsThere, openSample, openView, share } from './harness/people.ts'
import { type Device, openStage, type Stage } from './harness/stage.ts'

const t = translator('de')
const TARGET = 'Wie es sein soll'

let stage: Stage
let anna: Device
let ben: Device

beforeAll(async () => {
  stage = await openStage()
  anna = await stage.newDevice({ size: 'laptop' })
  ben = await stage.newDevice({ size: 'laptop' })
  await openSample(anna)
  await join(ben, await share(anna, 'de'), 'Ben', 'de')
}, 180_000)

afterAll(() => stage.close())

describe('a second journey', { timeout: 120_000 }, () => {
  it('opens with the same rows and phases and no activities, and leaves the first as it was', async () => {
    const { page } = anna
    await page.getByRole('button', { name: t('frame.more'), exact: true }).click()
    await page.getByRole('menuitem', { name: t('journeys.title') }).click()
    await page.getByLabel(t('journeys.newName')).fill(TARGET)
    await page.getByRole('button', { name: t('journeys.add') }).click()
    const current = page.getByRole('button', { name: t('journeys.switch', { title: TARGET }) })
    await current.waitFor()
    await openView(page, 'outline', 'de')
    await expect.poll(() => page.locator('.et-outline__phase h3').count(), { timeout: 60_000 }).toBe(9)
    expect(await page.locator('.et-outline__activity').count()).toBe(0)
    await page
      .getByLabel(t('outline.newActivity', { phase: 'Inspiration' }))
      .fill('Ich finde alles auf einen Blick')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /alles auf einen Blick/ }).waitFor()
    await current.click()
    await page.getByRole('menuitemcheckbox').first().click()
    await expect.poll(() => page.locator('.et-outline__activity').count(), { timeout: 60_000 }).toBe(40)
  })

  it('reaches the others and their map when the moderator shows it to everybody', async () => {
    await openView(ben.page, 'outline', 'de')
    await expect.poll(() => ben.page.locator('.et-outline__activity').count(), { timeout: 60_000 }).toBe(40)
    await anna.page
      .getByRole('listitem', { name: TARGET })
      .getByRole('button', { name: t('journeys.showToAll') })
      .click()
    await expect.poll(() => ben.page.locator('.et-outline__activity').count(), { timeout: 60_000 }).toBe(1)
    await ben.open(new URL(ben.page.url()).pathname.replace(/\/w\/([\w-]+).*/, '/wall/$1'))
    await mapIsThere(ben.page)
    await ben.page.getByText(TARGET, { exact: true }).first().waitFor({ timeout: 60_000 })
  })
})
