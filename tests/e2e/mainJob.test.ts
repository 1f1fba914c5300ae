/**
 * The main job of the product, end to end, as two people do it: open the sample, share it, write at once, lose the
 * network, find everything again, reload in airplane mode, print.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import {
  addCardInOutline,
  cardInOutline,
  join,
  mapIsThere,
  openSample,
  openView,
  outlineTexts,
  SAMPLE,
  share,
} from './harness/people.ts'
import { type Device, openStage, type Stage } from './harness/stage.ts'

const t = translator('de')
const CARDS = 538
const PLACEMENTS = 71

let stage: Stage
let anna: Device
let ben: Device

beforeAll(async () => {
  stage = await openStage()
  anna = await stage.newDevice({ size: 'laptop' })
  ben = await stage.newDevice({ size: 'tablet', touch: true })
})

afterAll(() => stage.close())

function letters(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00AD]+/gu, '')
}

function sampleCards(): string[] {
  const csv = readFileSync(joinPath(SAMPLE, 'cards.csv'), 'utf8')
  return Papa.parse<{ text: string }>(csv, { header: true, skipEmptyLines: true }).data.map(
    ({ text }) => text,
  )
}

describe('the main job', { timeout: 180_000 }, () => {
  it('turns the sample’s tables into a map with persona, phases, activities, lanes and every card', async () => {
    await openSample(anna)
    await expect.poll(() => anna.page.getByText('Katrin Işık').first().isVisible()).toBe(true)
    await openView(anna.page, 'outline', 'de')
    await expect
      .poll(() => outlineTexts(anna.page).then((texts) => texts.length), { timeout: 30_000 })
      .toBe(CARDS + PLACEMENTS)
    expect(await anna.page.locator('.et-outline__phase h3').count()).toBe(8 + 1)
    expect(await anna.page.locator('.et-outline__activity').count()).toBe(40)
    const shown = new Set((await outlineTexts(anna.page)).map(letters))
    expect(sampleCards().filter((text) => !shown.has(letters(text)))).toEqual([])
  })

  it('lets a second person in by link and name, with the secret gone from the address bar', async () => {
    const link = await share(anna, 'de')
    await join(ben, link, 'Ben', 'de')
    expect(ben.page.url()).not.toContain('#')
    await openView(ben.page, 'outline', 'de')
    await expect
      .poll(() => outlineTexts(ben.page).then((texts) => texts.length), { timeout: 30_000 })
      .toBe(CARDS + PLACEMENTS)
  })

  it('shows what both write at once on both devices, and who is there', async () => {
    await Promise.all([
      addCardInOutline(anna.page, 'Anna schreibt =1+1 „so“ 😀', 'de', 0),
      addCardInOutline(ben.page, 'Ben schreibt <b>fett</b>, Łódź', 'de', 1),
    ])
    for (const { page } of [anna, ben]) {
      await cardInOutline(page, 'Anna schreibt =1+1 „so“ 😀').waitFor()
      await cardInOutline(page, 'Ben schreibt <b>fett</b>, Łódź').waitFor()
    }
  })

  it('lets both go on without a network and brings everything together afterwards', async () => {
    await ben.context.setOffline(true)
    await stage.relay.killAndRestart()
    await addCardInOutline(ben.page, 'Ben ohne Netz', 'de', 2)
    await addCardInOutline(anna.page, 'Anna mit Netz', 'de', 3)
    await expect.poll(() => cardInOutline(anna.page, 'Ben ohne Netz').count()).toBe(0)
    await ben.context.setOffline(false)
    await cardInOutline(anna.page, 'Ben ohne Netz').waitFor({ timeout: 60_000 })
    await cardInOutline(ben.page, 'Anna mit Netz').waitFor({ timeout: 60_000 })
  })

  it('has everything after a reload in airplane mode', async () => {
    await ben.page.waitForFunction(
      async () => (await navigator.serviceWorker.ready).active?.state === 'activated',
      undefined,
      { timeout: 60_000 },
    )
    await ben.context.setOffline(true)
    await ben.page.reload()
    await expect
      .poll(() => outlineTexts(ben.page).then((texts) => texts.length), { timeout: 60_000 })
      .toBe(CARDS + PLACEMENTS + 4)
    await cardInOutline(ben.page, 'Ben ohne Netz').waitFor()
    await openView(ben.page, 'map', 'de')
    await mapIsThere(ben.page)
    await ben.context.setOffline(false)
  })

  it('prints a poster as PDF that holds every card’s text', async () => {
    const { page } = anna
    await openView(page, 'poster', 'de')
    await page.getByRole('button', { name: t('posterDialog.make') }).click({ timeout: 60_000 })
    const save = page.getByRole('link', { name: t('posterDialog.save') })
    await save.waitFor({ timeout: 60_000 })
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
    const folder = mkdtempSync(joinPath(tmpdir(), 'etappe-poster-'))
    const file = joinPath(folder, 'poster.pdf')
    writeFileSync(file, readFileSync(await download.path()))
    expect(download.suggestedFilename()).toMatch(/ 1189x841mm\.pdf$/)
    execFileSync('qpdf', ['--check', file])
    const text = letters(
      execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 64e6 }),
    )
    const missing = [...sampleCards(), 'Ben ohne Netz', 'Anna mit Netz', 'Anna schreibt =1+1 „so“ 😀'].filter(
      (card) => !text.includes(letters(card)),
    )
    expect(missing).toEqual([])
  })
})
