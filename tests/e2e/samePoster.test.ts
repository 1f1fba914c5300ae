/** Same input, same output: the poster dialog in the browser and the command line make the same bytes of the sample. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import { openSample, openView, SAMPLE } from './harness/people.ts'
import { openStage, type Stage } from './harness/stage.ts'

const root = joinPath(import.meta.dirname, '../..')
const t = translator('de')

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

describe('a poster', { timeout: 120_000 }, () => {
  it('is the same, byte for byte, from the browser and from the command line', async () => {
    const device = await stage.newDevice()
    const { page } = device
    await openSample(device)
    await openView(page, 'poster', 'de')
    await page.getByRole('button', { name: t('posterDialog.make') }).click({ timeout: 60_000 })
    const save = page.getByRole('link', { name: t('posterDialog.save') })
    await save.waitFor({ timeout: 60_000 })
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
    const file = joinPath(mkdtempSync(joinPath(tmpdir(), 'etappe-poster-')), 'cli.pdf')
    const day = await page.evaluate(() => new Intl.DateTimeFormat('sv-SE').format(new Date()))
    execFileSync(process.execPath, [
      joinPath(root, 'dist/node/etappe.mjs'),
      'poster',
      SAMPLE,
      file,
      '--size',
      'A0',
      '--lang',
      'de',
      '--date',
      day,
    ])
    const [fromBrowser, fromCommandLine] = [readFileSync(await download.path()), readFileSync(file)]
    expect(fromBrowser.length).toBeGreaterThan(50_000)
    expect(fromBrowser.equals(fromCommandLine)).toBe(true)
  })
})
