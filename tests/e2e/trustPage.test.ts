/**
 * The page that walks a tablet through trusting the laptop, as a browser sees it: real certificates, one browser that
 * does not trust them and one that does.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { startRelay } from '../sync-server/helpers/startRelay.ts'
import { TRUST_PAGE_TEXTS } from '../../sync-server/localHttps/trustPageTexts.ts'
import { launchChromium } from './harness/launchChromium.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(() => browser.close())

async function openPage(trustPort: number | null, trusts: boolean, locale: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 820, height: 1180 },
    hasTouch: true,
    locale,
    ignoreHTTPSErrors: trusts,
  })
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${trustPort}/`)
  return page
}

describe('the page that helps a tablet to trust the laptop', () => {
  it.each([
    ['de', false],
    ['de', true],
    ['en', true],
  ] as const)('says in %s whether it worked: %s', async (locale, trusts) => {
    const relay = await startRelay({ config: { localHttps: true } })
    const page = await openPage(relay.server.trustPort, trusts, locale === 'de' ? 'de-DE' : 'en-GB')
    const texts = TRUST_PAGE_TEXTS[locale]
    await page.getByRole('button', { name: texts.test }).tap()
    await page.getByText(trusts ? texts.works : texts.fails).waitFor()
    expect(await page.getByRole('status').filter({ visible: true }).count()).toBe(1)
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    await page.context().close()
  })

  it('says so by itself to a tablet that trusts the laptop already', async () => {
    const relay = await startRelay({ config: { localHttps: true } })
    const page = await openPage(relay.server.trustPort, true, 'en-GB')
    await page.getByText(TRUST_PAGE_TEXTS.en.works).waitFor()
    await page.context().close()
  })

  it('says nothing about trust when the laptop does not answer at all', async () => {
    const relay = await startRelay({ config: { localHttps: true } })
    const page = await openPage(relay.server.trustPort, false, 'de-DE')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: TRUST_PAGE_TEXTS.de.test }).tap()
    await page.getByText(TRUST_PAGE_TEXTS.de.silent).waitFor()
    expect(await page.getByText(TRUST_PAGE_TEXTS.de.fails).isVisible()).toBe(false)
    await page.context().close()
  })
})
