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

/** Pictures for whoever wants to see them. */
async function look(page: Page, name: string): Promise<void> {
  const place = process.env['ETAPPE_LOOK']
  if (place !== undefined) await page.screenshot({ path: join(place, `exchange-${name}.png`) })
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

  it('turns pasted notes into a new workshop, takes more into it by their colours, and takes that back after a reload', async () => {
    const { page, open: go } = await stage.newDevice({ size: 'phone', touch: true })
    await go('/')
    await page.getByRole('button', { name: 'Importieren …' }).click()
    await page
      .getByLabel('Oder Notizen einfügen')
      .fill('Schritt\tNotiz\nIch suche\tzu lang\nIch kaufe\tschnell')
    await page.getByRole('button', { name: 'Eingefügten Text verwenden' }).click()
    await page
      .getByLabel('Zeile der Map für Notizen, die keine nennen')
      .selectOption({ label: 'Ideen und Anmerkungen' })
    await page.getByRole('button', { name: 'Zeigen, was geschieht' }).click()
    await look(page, 'new')
    await page.getByRole('button', { name: 'Workshop anlegen' }).click()
    await page.waitForURL(/\/w\//)
    await page.getByRole('button', { name: 'Mehr', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Importieren …' }).click()
    const board = 'Text;Schritt;Farbe\nrot eins;Ich suche;#ff0000\nrot zwei;Ich kaufe;#ff0000\n'
    const file = { name: 'board.csv', mimeType: 'text/csv', buffer: Buffer.from(board) }
    await page.locator('.et-dialog input[type=file]').setInputFiles(file)
    await page.getByLabel('#ff0000 (2 Notizen)').selectOption({ label: 'Pain Points' })
    await look(page, 'columns')
    await page.getByRole('button', { name: 'Zeigen, was geschieht' }).click()
    await page.getByRole('button', { name: 'Importieren', exact: true }).click()
    await page.getByText('Importiert.').first().waitFor()
    await look(page, 'done')
    await page.reload()
    await page.getByRole('button', { name: 'Mehr', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Papierkorb' }).click()
    const row = page.locator('.et-binned__row').filter({ hasText: 'board.csv' })
    await row.getByRole('button', { name: 'Zurücknehmen' }).click()
    await page.getByText('2 Einträge sind in den Papierkorb gekommen.').first().waitFor()
    await look(page, 'back')
    expect(stage.complaints()).toEqual([])
  }, 240_000)
})
