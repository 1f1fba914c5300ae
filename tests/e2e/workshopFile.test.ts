/** Devices that pass a workshop on as a file, with no relay between them; and files that are not what they should be. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './harness/stage.ts'

let stage: Stage
let folder: string
let saved: string

beforeAll(async () => {
  stage = await openStage()
  folder = mkdtempSync(join(tmpdir(), 'etappe-file-'))
  saved = join(folder, 'saved.etappe')
})

afterAll(async () => {
  await stage.close()
  rmSync(folder, { recursive: true, force: true })
})

async function makeWorkshop(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: /Neuer Workshop/ }).click()
  await page.getByLabel('Name des Workshops').fill(title)
  await page.getByRole('button', { name: 'Anlegen' }).click()
  await page.waitForURL(/\/w\//)
}

async function saveCopy(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Mehr', exact: true }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Kopie als Datei sichern' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/\.etappe$/)
  await file.saveAs(path)
}

async function openFile(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(path)
}

async function rename(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `Mehr zu „${from}“` }).click()
  await page.getByRole('menuitem', { name: 'Umbenennen' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill(to)
  await page.getByRole('dialog').getByRole('button', { name: 'Umbenennen' }).click()
  await page.getByRole('button', { name: `„${to}“ öffnen` }).waitFor()
}

describe('a workshop as a file', () => {
  it('goes to a second device and comes back merged, without a relay and without secrets', async () => {
    const first = await stage.newDevice()
    await first.open('/')
    await makeWorkshop(first.page, 'Nach Sylt')
    await saveCopy(first.page, saved)
    const secrets = await first.page.evaluate(
      () =>
        new Promise<string[]>((resolve, reject) => {
          const opening = indexedDB.open('etappe')
          opening.onerror = () => reject(new Error('no database'))
          opening.onsuccess = () => {
            const all = opening.result.transaction('workshops').objectStore('workshops').getAll()
            all.onsuccess = () => {
              opening.result.close()
              resolve(
                all.result.flatMap((entry: { secret: string; roomId: string }) => [
                  entry.secret,
                  entry.roomId,
                ]),
              )
            }
          }
        }),
    )
    expect(secrets).toHaveLength(2)
    const inside = Object.values(unzipSync(new Uint8Array(readFileSync(saved))))
    for (const bytes of inside) {
      for (const secret of secrets) expect(Buffer.from(bytes).includes(secret)).toBe(false)
    }

    const second = await stage.newDevice()
    await second.open('/')
    await openFile(second.page, saved)
    await second.page.waitForURL(/\/w\//)
    await second.open('/')
    await second.page.getByRole('button', { name: '„Nach Sylt“ öffnen' }).waitFor()
    await rename(second.page, 'Nach Sylt', 'Nach Sylt und zurück')
    await second.page.getByRole('button', { name: '„Nach Sylt und zurück“ öffnen' }).click()
    const back = join(folder, 'back.etappe')
    await saveCopy(second.page, back)

    await first.open('/')
    await openFile(first.page, back)
    const dialog = first.page.getByRole('dialog', { name: 'Mit „Nach Sylt“ zusammenführen?' })
    await dialog.getByRole('row', { name: /Titel und Rahmen/ }).waitFor()
    await dialog.getByRole('button', { name: 'Zusammenführen' }).click()
    await first.page.waitForURL(/\/w\//)
    await first.open('/')
    await first.page.getByRole('button', { name: '„Nach Sylt und zurück“ öffnen' }).waitFor()

    await openFile(first.page, back)
    await first.page.getByText('Alles aus der Datei ist schon hier.').waitFor()
  })

  it('that is damaged changes nothing, and what can be read opens as a new workshop', async () => {
    const device = await stage.newDevice()
    await device.open('/')
    const cut = join(folder, 'cut.etappe')
    const bytes = readFileSync(saved)
    writeFileSync(cut, bytes.subarray(0, bytes.length - 200))
    await openFile(device.page, cut)
    const dialog = device.page.getByRole('dialog', { name: 'Workshop-Datei öffnen' })
    await dialog.getByText('Auf diesem Gerät wurde nichts geändert.').waitFor()
    await dialog.getByRole('button', { name: 'Als neuen Workshop öffnen' }).click()
    await device.page.waitForURL(/\/w\//)
    await device.open('/')
    await device.page.getByRole('button', { name: '„Nach Sylt (wiederhergestellt)“ öffnen' }).waitFor()
  })

  it('that is something else is refused in words, and the list stays empty', async () => {
    const device = await stage.newDevice()
    await device.open('/')
    const other = join(folder, 'urlaub.etappe')
    writeFileSync(other, '%PDF-1.7 kein Workshop')
    await openFile(device.page, other)
    await device.page.getByText(/nicht die Datei eines Etappe-Workshops/).waitFor()
    await device.page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).first().click()
    await device.page.getByText('Hier ist noch kein Workshop').waitFor()
  })

  it('is opened when it is dropped on the list', async () => {
    const device = await stage.newDevice({ size: 'phone' })
    await device.open('/')
    await device.page.getByText('Hier ist noch kein Workshop').waitFor()
    const transfer = await device.page.evaluateHandle((content) => {
      const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
      const dropped = new DataTransfer()
      dropped.items.add(new File([bytes], 'download.zip'))
      return dropped
    }, readFileSync(saved).toString('base64'))
    await device.page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
    await device.page.waitForURL(/\/w\//)
  })

  it('is handed over by the system to the installed app', async () => {
    const device = await stage.newDevice()
    const manifest = await (await fetch(`${stage.origin}/manifest.webmanifest`)).json()
    expect(manifest).toMatchObject({
      file_handlers: [{ action: '/', accept: { 'application/vnd.etappe.workshop': ['.etappe'] } }],
    })
    const base64 = readFileSync(saved).toString('base64')
    await device.page.addInitScript((content) => {
      const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
      const handle = { getFile: () => Promise.resolve(new File([bytes], 'Nach Sylt.etappe')) }
      Object.defineProperty(window, 'launchQueue', {
        value: { setConsumer: (consume: (params: object) => void) => consume({ files: [handle] }) },
      })
    }, base64)
    await device.open('/')
    await device.page.waitForURL(/\/w\//)
  })
})
