/** A reviewer by link: looks, comments, and changes nothing on the map; the moderator sees it and resolves it. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import { cardInOutline, mapIsThere, openSample, openView, share } from './harness/people.ts'
import { type Device, openStage, type Stage } from './harness/stage.ts'

const t = translator('de')
const CARD = 'Ich will Meer. Und zwar ohne acht Stunden Auto.'
const QUESTION = 'Wer hat das gesagt?\nBitte mit Beleg.'

let stage: Stage
let anna: Device
let renate: Device

beforeAll(async () => {
  stage = await openStage()
  anna = await stage.newDevice({ size: 'laptop' })
  renate = await stage.newDevice({ size: 'tabletUpright', touch: true })
  await openSample(anna)
  const { hash } = new URL(await share(anna, 'de', 'reviewer'))
  await renate.open(`/join${hash}`)
  await renate.page.getByText(t('join.asReviewer')).waitFor()
  await renate.page.getByRole('button', { name: t('join.look') }).click()
  await renate.page.waitForURL(/\/w\/[\w-]+$/)
  await mapIsThere(renate.page)
}, 180_000)

afterAll(() => stage.close())

async function openInOutline(page: Page): Promise<void> {
  await openView(page, 'outline', 'de')
  await cardInOutline(page, CARD).first().waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: t('outline.edit', { what: CARD }) }).click()
}

describe('a reviewer with a link', { timeout: 120_000 }, () => {
  it('comments on a card under a name, and can write nothing else', async () => {
    const { page } = renate
    await openInOutline(page)
    const text = page.locator('.et-outline__editor').getByLabel(t('inspector.text'), { exact: true })
    expect(await text.getAttribute('readonly')).not.toBeNull()
    for (const name of [t('inspector.deleteCard'), t('outline.addCard'), t('outline.addPhase')]) {
      expect(await page.getByRole('button', { name }).count()).toBe(0)
    }
    await page.getByLabel(t('comments.new')).fill(QUESTION)
    await page.getByLabel(t('comments.yourName')).fill('Renate')
    await page.getByRole('button', { name: t('comments.send') }).click()
    await page.locator('.et-remark strong').getByText('Renate', { exact: true }).waitFor()
  })

  it('is seen by the moderator with name and count, on the map and in the list, and resolved', async () => {
    const { page } = anna
    await page.getByRole('button', { name: t('comments.withCount', { n: 1 }) }).click({ timeout: 60_000 })
    const thread = page.locator('.et-thread')
    await thread.locator('strong').getByText('Renate', { exact: true }).waitFor()
    expect(await thread.locator('.et-remark__text').textContent()).toBe(QUESTION)
    expect(await page.locator('.map-note text').textContent()).toBe('1')
    await thread.getByRole('button', { name: CARD }).click()
    await page.getByRole('heading', { name: t('comments.openCount', { n: 1 }) }).waitFor()
    await page.getByRole('button', { name: t('comments.resolve'), exact: true }).click()
    await page.locator('.map-note').waitFor({ state: 'detached' })
  })

  it('hears that it is resolved, also after a reload, and is still the one who asked', async () => {
    const { page } = renate
    const resolved = page.getByText(t('comments.resolvedCount', { n: 1 }))
    await resolved.waitFor({ timeout: 60_000 })
    await page.reload()
    await openInOutline(page)
    await resolved.click()
    await page.getByRole('button', { name: t('comments.delete') }).waitFor()
  })
})
