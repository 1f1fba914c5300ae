/** What the storage tests do with a page of a device: open the workshop, write, wait, and let it die. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { StorageBrowser } from './storageBrowser.ts'

export async function openWorkshopOn(browser: StorageBrowser, device: BrowserContext): Promise<Page> {
  const page = await browser.openPage(device)
  expect(await page.evaluate(() => window.etappe.open())).toMatchObject({ ok: true })
  return page
}

export function write(page: Page, prefix: string, count: number, text = 'x'): Promise<void> {
  return page.evaluate(
    ([name, many, value]) => {
      for (let n = 0; n < many; n += 1) window.etappe.set(`${name}${n}`, value)
    },
    [prefix, count, text] as const,
  )
}

export async function untilStatus(page: Page, state: string): Promise<void> {
  await page.waitForFunction((wanted) => window.etappe.status().state === wanted, state)
}

/** The process of the page is gone: nothing is flushed, nothing is closed. */
export async function crash(page: Page): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
}
