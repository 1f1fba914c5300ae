/**
 * A room without certificates: plain http under a name of the network. No service worker, but as long as the tab stays
 * open everything works when the network goes: every view, the poster, the copy as a file.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import { openSample, openView, outlineTexts } from './harness/people.ts'
import { type Device, openStage, type Stage } from './harness/stage.ts'

const t = translator('de')

let stage: Stage
let device: Device

beforeAll(async () => {
  stage = await openStage({ host: 'etappe.test' })
  device = await stage.newDevice({ size: 'tablet', touch: true })
})

afterAll(() => stage.close())

describe('plain http in a room', { timeout: 120_000 }, () => {
  it('opens the sample without a secure context', async () => {
    await openSample(device)
    expect(await device.page.evaluate(() => window.isSecureContext)).toBe(false)
  })

  it('has every view, the poster and the copy as a file when the network goes away', async () => {
    const { page } = device
    await page.waitForFunction(
      () => performance.getEntriesByType('resource').some(({ name }) => name.includes('poster.worker')),
      undefined,
      { timeout: 60_000 },
    )
    await page.waitForLoadState('networkidle')
    await device.context.setOffline(true)
    await openView(page, 'outline', 'de')
    await expect.poll(() => outlineTexts(page).then((texts) => texts.length)).toBe(538 + 71)
    await openView(page, 'personas', 'de')
    await page.getByLabel(t('personas.role')).first().waitFor()
    await openView(page, 'touchpoints', 'de')
    await page.getByText(t('touchpoints.count', { n: 30 })).waitFor()
    await openView(page, 'poster', 'de')
    await page.getByRole('button', { name: t('posterDialog.make') }).click({ timeout: 60_000 })
    await page.getByRole('link', { name: t('posterDialog.save') }).waitFor({ timeout: 60_000 })
    await page
      .getByRole('button', { name: /Auf diesem Gerät|Gespeichert/ })
      .first()
      .click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: t('health.saveCopy') }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.etappe$/)
    await device.context.setOffline(false)
  })
})
