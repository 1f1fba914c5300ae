/** Where there is little room, the page of posters still says which workshop it is of and shows all its tabs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import { openSample, openView } from './harness/people.ts'
import { openStage, SIZES, type Stage } from './harness/stage.ts'

const t = translator('de')

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

async function openPoster(size: keyof typeof SIZES) {
  const device = await stage.newDevice({ size })
  await openSample(device)
  await openView(device.page, 'poster', 'de')
  const tabs = device.page.getByRole('tablist', { name: t('paper.tabs') })
  await tabs.waitFor()
  return { page: device.page, tabs }
}

describe('the page of posters', { timeout: 120_000 }, () => {
  it('leaves the title of the workshop more than two words of room on an upright tablet', async () => {
    const { page } = await openPoster('tabletUpright')
    const title = await page.locator('.et-top__title').boundingBox()
    expect(title?.width).toBeGreaterThan(150)
    await page.getByRole('button', { name: t('frame.share'), exact: true }).waitFor()
    await page.context().close()
  })

  it('shows all its tabs on a phone', async () => {
    const { page, tabs } = await openPoster('phone')
    const last = await tabs.getByRole('tab').last().boundingBox()
    expect((last?.x ?? Infinity) + (last?.width ?? 0)).toBeLessThanOrEqual(SIZES.phone.width)
    await page.context().close()
  })
})
