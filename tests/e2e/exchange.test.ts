/** The map leaves as files of several kinds and comes back, on a tablet that speaks German. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './harness/stage.ts'

const diagram = fileURLToPath(new URL('../fixtures/mermaid/06-de-todo-app.mmd', import.meta.url))
let stage: Stage
let folder: string

beforeAll(async () => {
  stage = await openStage()
  folder = mkdtempSync(join(tmpdir(), 'etappe-exchange-'))
})

afterAll(async () => {
  await stage.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(page: Page, item: 'Exportieren …' | 'Importieren …'): Promise<void> {
  await page.getByRole('button', { name: 'Mehr', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function exportAs(page: Page, format: string, ending: string): Promise<string> {
  const path = join(folder, `map.${ending}`)
  await page.getByRole('radio', { name: format }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Exportieren', exact: true }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe(`Todo App User Journey.${ending}`)
  await file.saveAs(path)
  return path
}

describe('export and import', () => {
  it('brings a diagram in, hands the map out as page, picture and workbook, and recognises what comes back', async () => {
    const { page, open: go } = await stage.newDevice({ size: 'tablet', touch: true })
    await go('/')
    await page.locator('input[type=file]').first().setInputFiles(diagram)
    await page.waitForURL(/\/w\//)
    await open(page, 'Exportieren …')
    const html = readFileSync(await exportAs(page, 'Seite zum Lesen (HTML)', 'html'), 'utf8')
    expect(html).toContain('<h1>Todo App User Journey</h1>')
    const png = readFileSync(await exportAs(page, 'Bild (PNG)', 'png'))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(3840)
    expect(statSync(join(folder, 'map.png')).size).toBeGreaterThan(20_000)
    const workbook = await exportAs(page, 'Tabellenmappe (Excel)', 'xlsx')
    await page.getByRole('button', { name: 'Schließen' }).last().click()
    await open(page, 'Importieren …')
    await page.locator('.et-dialog input[type=file]').setInputFiles(workbook)
    await page.getByText('Alles darin ist schon hier.').waitFor()
    expect(stage.complaints()).toEqual([])
  }, 240_000)
})
