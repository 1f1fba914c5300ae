/**
 * On an HTTPS origin that is not localhost, as in production: the canvas shows, its mark is visible, nothing foreign is
 * asked, the app is installable and opens in airplane mode at any route.
 */
import { join as joinPath } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mapIsThere, openSample, outlineTexts } from './harness/people.ts'
import { type Device, openStage, type Stage } from './harness/stage.ts'

const fixtures = joinPath(import.meta.dirname, '../fixtures/tls')

let stage: Stage
let device: Device

beforeAll(async () => {
  stage = await openStage({
    host: 'etappe.test',
    tls: { cert: joinPath(fixtures, 'cert.pem'), key: joinPath(fixtures, 'key.pem') },
  })
  device = await stage.newDevice({ size: 'tablet', touch: true })
})

afterAll(() => stage.close())

describe('an HTTPS origin that is not localhost', { timeout: 120_000 }, () => {
  it('shows the map of the sample with the visible mark of the drawing engine', async () => {
    await openSample(device)
    expect(new URL(device.page.url()).origin).toBe(stage.origin)
    expect(await device.page.evaluate(() => window.isSecureContext)).toBe(true)
    const mark = device.page.locator('[class*="tl-watermark"]')
    await mark.waitFor()
    const box = await mark.boundingBox()
    expect(box?.width).toBeGreaterThan(60)
    const onTop = await mark.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      return hit !== null && (element === hit || element.contains(hit))
    })
    expect(onTop).toBe(true)
  })

  it('opens offline at every route once it was visited', async () => {
    const { page } = device
    await page.waitForFunction(
      async () => (await navigator.serviceWorker.ready).active?.state === 'activated',
    )
    const workshop = new URL(page.url()).pathname
    await device.context.setOffline(true)
    for (const route of [
      '/',
      `${workshop}/outline`,
      `${workshop}/personas`,
      `${workshop}/poster`,
      workshop,
    ]) {
      await device.open(route)
      await page.locator('#root > *').first().waitFor()
      await expect
        .poll(() => page.evaluate(() => document.body.innerText.length), { timeout: 30_000 })
        .toBeGreaterThan(60)
    }
    await mapIsThere(page)
    await device.open(`${workshop}/outline`)
    await expect
      .poll(() => outlineTexts(page).then((texts) => texts.length), { timeout: 30_000 })
      .toBe(538 + 71)
    await device.open(workshop.replace('/w/', '/wall/'))
    await mapIsThere(page)
    await device.context.setOffline(false)
  })

  it('offers what a browser needs to install the app', async () => {
    const manifest = await device.page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')
      const response = await fetch(link?.href ?? '/missing')
      const content = (await response.json()) as {
        icons: { src: string }[]
        start_url: string
        display: string
      }
      const icons = await Promise.all(content.icons.map(async ({ src }) => (await fetch(src)).status))
      return { ...content, icons }
    })
    expect(manifest.start_url).toBe('/')
    expect(manifest.display).toBe('standalone')
    expect(manifest.icons).toEqual([200, 200, 200])
  })
})
