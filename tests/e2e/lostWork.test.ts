/** What one deletes while the other writes is offered back; an import is taken back as one thing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import { addCardInOutline, cardInOutline, join, openSample, openView, share } from './harness/people.ts'
import { type Device, openStage, type Stage } from './harness/stage.ts'

const t = translator('de')
const LONG = { timeout: 60_000 }
const CARD = 'Zettel, der verschwindet'
const WORDS = `${CARD} – und doch wichtig`

let stage: Stage
let anna: Device
let ben: Device

beforeAll(async () => {
  stage = await openStage()
  anna = await stage.newDevice({ size: 'laptop' })
  ben = await stage.newDevice({ size: 'tablet', touch: true })
})

afterAll(() => stage.close())

async function edit({ page }: Device, what: string): Promise<void> {
  await page.getByRole('button', { name: t('outline.edit', { what }) }).click(LONG)
}

describe('two people at one card', { timeout: 180_000 }, () => {
  it('one deletes it while the other writes without a network: the writer is asked, and brings it back', async () => {
    await openSample(anna)
    await join(ben, await share(anna, 'de'), 'Ben', 'de')
    for (const { page } of [anna, ben]) await openView(page, 'outline', 'de')
    await addCardInOutline(ben.page, CARD, 'de')
    await cardInOutline(anna.page, CARD).waitFor(LONG)
    await edit(anna, CARD)
    await edit(ben, CARD)
    await ben.context.setOffline(true)
    // An open socket outlives a browser's offline mode: whoever is away has really gone.
    await stage.relay.killAndRestart()
    await ben.page.getByLabel(t('inspector.text'), { exact: true }).fill(WORDS)
    await anna.page.getByRole('button', { name: t('inspector.deleteCard') }).click()
    await expect.poll(() => cardInOutline(anna.page, CARD).count(), LONG).toBe(0)
    await ben.context.setOffline(false)
    const offer = ben.page.getByText(new RegExp(`„${WORDS}“.*während Sie daran schrieben`)).first()
    await offer.waitFor(LONG)
    await ben.page.getByRole('button', { name: t('bin.bringBack') }).click()
    await cardInOutline(ben.page, WORDS).waitFor(LONG)
    await cardInOutline(anna.page, WORDS).waitFor(LONG)
  })

  it('and what came from a file goes into the bin as one thing, without what somebody worked on', async () => {
    const { page } = anna
    await page.getByRole('button', { name: t('frame.more'), exact: true }).click()
    await page.getByRole('menuitem', { name: t('frame.bin') }).click()
    await page.getByRole('button', { name: t('bin.takeImportBack') }).click(LONG)
    await page.getByText(t('bin.imports'), { exact: true }).waitFor(LONG)
    await expect.poll(() => page.locator('.et-outline__card').count(), LONG).toBe(1)
    await cardInOutline(ben.page, WORDS).waitFor(LONG)
    await expect.poll(() => ben.page.locator('.et-outline__card').count(), LONG).toBe(1)
    await page
      .getByRole('button', { name: t('common.restore') })
      .first()
      .click()
    await expect.poll(() => page.locator('.et-outline__card').count(), LONG).toBe(538 + 71 + 1)
  })
})
