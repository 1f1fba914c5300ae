/** The storage supervisor on Chromium's own IndexedDB: faults that a fake database can only imitate. */
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

const LOG = 'etappe/workshop00000000000001/map'

const openWorkshop = (): Promise<Page> => openWorkshopOn(browser, device)

async function cardsAfterReload(): Promise<Record<string, string>> {
  const page = await openWorkshop()
  const cards = await page.evaluate(() => window.etappe.cards())
  await page.close()
  return cards
}

async function clearStorage(page: Page): Promise<void> {
  const session = await device.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: browser.origin, storageTypes: 'indexeddb' })
}

/** In force until the returned function is called. */
async function limitStorage(page: Page, quotaSize: number): Promise<() => Promise<void>> {
  const session = await device.newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: browser.origin, quotaSize })
  return () => session.detach()
}

describe('on a real IndexedDB', () => {
  it('what was saved is there after the page crashed in the middle of work', async () => {
    const page = await openWorkshop()
    await write(page, 'card', 300)
    await untilStatus(page, 'saved')
    await page.evaluate(() => window.etappe.set('last', 'written, perhaps not saved'))
    await crash(page)
    expect(Object.keys(await cardsAfterReload()).length).toBeGreaterThanOrEqual(300)
  })

  it.each([1, 3, 7])('a rolled-back write, number %i of 8, is said and loses nothing', async (failing) => {
    const page = await openWorkshop()
    await untilStatus(page, 'saved')
    await page.evaluate((nth) => {
      // oxlint-disable-next-line typescript/unbound-method -- called with a store again below
      const { add } = IDBObjectStore.prototype
      let count = 0
      IDBObjectStore.prototype.add = function (value: unknown) {
        const request = add.call(this, value)
        if (this.name === 'updates' && (count += 1) === nth) {
          const { transaction } = this
          request.addEventListener('success', () => transaction.abort())
        }
        return request
      }
    }, failing)
    for (let n = 0; n < 8; n += 1) {
      await write(page, `card${n}-`, 1)
      await untilStatus(page, 'saved')
    }
    expect(
      (await page.evaluate(() => window.etappe.said())).filter((state) => state === 'notSaved'),
    ).toHaveLength(1)
    await crash(page)
    expect(Object.keys(await cardsAfterReload())).toHaveLength(8)
  })

  it('storage that is cleared under an open page is noticed and written again', async () => {
    const page = await openWorkshop()
    await write(page, 'card', 50)
    await untilStatus(page, 'saved')
    await clearStorage(page)
    await page.waitForFunction(() => window.etappe.said().includes('notSaved'))
    await untilStatus(page, 'saved')
    await write(page, 'later', 1)
    expect(await page.evaluate(() => window.etappe.checkpoint())).toMatchObject({ ok: true })
    expect(await page.evaluate(() => window.etappe.flush())).toMatchObject({ ok: true })
    await crash(page)
    expect(Object.keys(await cardsAfterReload())).toHaveLength(51)
  })

  it('a full disk is said, keeps everything on the screen, and is made up for when there is room', async () => {
    const page = await browser.openPage(device)
    // Before the first use: Chromium remembers for half a minute how much room there was.
    const lift = await limitStorage(page, 1_500_000)
    expect(await page.evaluate(() => window.etappe.open())).toMatchObject({ ok: true })
    await write(page, 'card', 10)
    await untilStatus(page, 'saved')
    await write(page, 'large', 1, 'x'.repeat(3_000_000))
    await untilStatus(page, 'notSaved')
    expect(await page.evaluate(() => window.etappe.status())).toMatchObject({ failure: { code: 'quota' } })
    expect(await page.evaluate(() => window.etappe.flush())).toMatchObject({ ok: false })
    expect(Object.keys(await page.evaluate(() => window.etappe.cards()))).toHaveLength(11)
    await lift()
    await page.evaluate(() => window.etappe.retry())
    await untilStatus(page, 'saved')
    await crash(page)
    expect(Object.keys(await cardsAfterReload())).toHaveLength(11)
  })

  it('a database that never answers is not an empty workshop: the second copy is shown', async () => {
    const first = await openWorkshop()
    await write(first, 'card', 5)
    await first.evaluate(() => window.etappe.close())
    await first.close()
    const page = await browser.openPage(device)
    await page.evaluate((name) => {
      const open = indexedDB.open.bind(indexedDB)
      IDBFactory.prototype.open = function (database: string, version?: number) {
        return database === name ? (new EventTarget() as IDBOpenDBRequest) : open(database, version)
      }
    }, LOG)
    expect(await page.evaluate(() => window.etappe.open(300))).toMatchObject({
      ok: false,
      error: { code: 'timeout', recovered: true, document: 'map' },
    })
    expect(Object.keys(await page.evaluate(() => window.etappe.cards()))).toHaveLength(5)
  })

  it('a row that cannot be read costs nothing but itself', async () => {
    const first = await openWorkshop()
    await write(first, 'card', 5)
    await first.evaluate(() => window.etappe.close())
    await first.evaluate(
      (name) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open(name)
          request.onsuccess = () => {
            const transaction = request.result.transaction('updates', 'readwrite')
            transaction.objectStore('updates').add(Uint8Array.of(250, 250, 250))
            transaction.oncomplete = () => resolve()
            transaction.onabort = () => reject(new Error('not written'))
          }
        }),
      LOG,
    )
    await first.close()
    const page = await browser.openPage(device)
    expect(await page.evaluate(() => window.etappe.open())).toMatchObject({
      ok: true,
      value: { map: { damagedRows: 1 } },
    })
    expect(Object.keys(await page.evaluate(() => window.etappe.cards()))).toHaveLength(5)
  })

  it('two tabs see each other at once and lose nothing, whichever closes or crashes first', async () => {
    const one = await openWorkshop()
    const two = await openWorkshop()
    await write(one, 'one', 100)
    await write(two, 'two', 100)
    for (const page of [one, two]) {
      await page.waitForFunction(() => Object.keys(window.etappe.cards()).length === 200)
    }
    await one.evaluate(() => window.etappe.close())
    await one.close()
    await write(two, 'later', 700)
    await untilStatus(two, 'saved')
    await crash(two)
    expect(Object.keys(await cardsAfterReload())).toHaveLength(900)
  })
})
