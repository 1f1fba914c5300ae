/** Two tabs of one workshop in real Chromium, on its IndexedDB, its locks and its channel between tabs. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { crash, openWorkshopOn, untilStatus, write } from './pageSteps.ts'
import { type StorageBrowser, startStorageBrowser } from './storageBrowser.ts'

let browser: StorageBrowser
let device: BrowserContext

beforeAll(async () => {
  browser = await startStorageBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  device = await browser.newDevice()
  return () => device.close()
})

const openWorkshop = (): Promise<Page> => openWorkshopOn(browser, device)

async function cardsAfterReload(): Promise<Record<string, string>> {
  const page = await openWorkshop()
  return page.evaluate(() => window.etappe.cards())
}

function rowsInLog(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('etappe/workshop00000000000001/map')
        opening.onerror = () => reject(new Error('not opened'))
        opening.onsuccess = () => {
          const counting = opening.result.transaction('updates').objectStore('updates').count()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
  )
}

describe('two tabs of one workshop on one device', () => {
  async function twoTabs(): Promise<readonly [Page, Page]> {
    return [await openWorkshop(), await openWorkshop()]
  }

  async function untilBoth(pages: readonly Page[], count: number): Promise<void> {
    for (const page of pages) {
      await page.waitForFunction((many) => Object.keys(window.etappe.cards()).length === many, count)
    }
  }

  it.each([
    ['the older', 0],
    ['the newer', 1],
  ] as const)('lose nothing when %s is closed first, while both still write', async (_which, first) => {
    const pages = await twoTabs()
    await Promise.all([write(pages[0], 'one', 150), write(pages[1], 'two', 150)])
    await untilBoth(pages, 300)
    const leaving = pages[first]
    const staying = pages[1 - first] ?? leaving
    await write(leaving, 'last', 50)
    await Promise.all([leaving.evaluate(() => window.etappe.close()), write(staying, 'during', 50)])
    await leaving.close()
    await staying.evaluate(() => window.etappe.close())
    await staying.close()
    expect(Object.keys(await cardsAfterReload())).toHaveLength(400)
  })

  it('lose nothing and double nothing when one is reloaded again and again', async () => {
    const [one, two] = await twoTabs()
    for (let round = 0; round < 8; round += 1) {
      await write(one, `one${round}-`, 20)
      await write(two, `two${round}-`, 20)
      await untilStatus(two, 'saved')
      await two.reload()
      expect(await two.evaluate(() => window.etappe.open())).toMatchObject({ ok: true })
      await untilBoth([one, two], (round + 1) * 40)
    }
    await crash(one)
    await crash(two)
    expect(Object.keys(await cardsAfterReload())).toHaveLength(320)
  })

  it('see each other at once also when the network of one is gone', async () => {
    const [one, two] = await twoTabs()
    const session = await device.newCDPSession(two)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: true,
      latency: 0,
      downloadThroughput: 0,
      uploadThroughput: 0,
    })
    await write(one, 'one', 30)
    await write(two, 'two', 30)
    await untilBoth([one, two], 60)
    await untilStatus(two, 'saved')
    await crash(one)
    await crash(two)
    expect(Object.keys(await cardsAfterReload())).toHaveLength(60)
  })

  it('compact by turns: a log of thousands of rows shrinks while both are open and write', async () => {
    const [one, two] = await twoTabs()
    for (let round = 0; round < 6; round += 1) {
      await Promise.all([write(one, `one${round}-`, 200), write(two, `two${round}-`, 200)])
      await untilBoth([one, two], (round + 1) * 400)
    }
    for (const page of [one, two]) await untilStatus(page, 'saved')
    // Both tabs note every change, so without compacting there would be 4,800 rows.
    await expect.poll(() => rowsInLog(two), { timeout: 10_000 }).toBeLessThan(3_000)
    await crash(one)
    await write(two, 'later', 10)
    await untilStatus(two, 'saved')
    await crash(two)
    expect(Object.keys(await cardsAfterReload())).toHaveLength(2_410)
  })
})
