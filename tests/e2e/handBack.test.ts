/** Borrowed tablets and lost links, in real browsers: taking a workshop off a device, new links, closing, moving away. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../src/i18n/translate.ts'
import { join, mapIsThere, share } from './harness/people.ts'
import { type Device, openStage, type Stage } from './harness/stage.ts'
import { type RunningRelay, startRelay } from './harness/startRelay.ts'

const t = translator('de')
let stage: Stage
let folder: string
let other: RunningRelay

beforeAll(async () => {
  stage = await openStage()
  other = await startRelay()
  folder = mkdtempSync(joinPath(tmpdir(), 'etappe-hand-back-'))
})

afterAll(async () => {
  await other.close()
  await stage.close()
  rmSync(folder, { recursive: true, force: true })
})

async function newWorkshop(device: Device, title: string): Promise<string> {
  const { page } = device
  await device.open('/')
  await page.getByRole('button', { name: /Neuer Workshop/ }).click()
  await page.getByLabel('Name des Workshops').fill(title)
  await page.getByRole('button', { name: 'Anlegen' }).click()
  await page.waitForURL(/\/w\//)
  await mapIsThere(page)
  return new URL(page.url()).pathname.slice('/w/'.length)
}

/** Opens the share dialog and presses one of the moderator's buttons in it. */
async function inShare(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: t('frame.share'), exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: action }).click()
}

/** What this browser still has of a workshop: databases of its own and rows that name it. */
function traces(page: Page, workshopId: string): Promise<string[]> {
  return page.evaluate(async (id) => {
    const found = (await indexedDB.databases()).flatMap(({ name = '' }) => (name.includes(id) ? [name] : []))
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('etappe')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(new Error('no database'))
    })
    for (const name of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((resolve) => {
        const all = database.transaction(name).objectStore(name).getAll()
        all.onsuccess = () => resolve(all.result)
      })
      if (JSON.stringify(rows).includes(id)) found.push(name)
    }
    database.close()
    return found
  }, workshopId)
}

describe('a borrowed tablet', () => {
  it('gives a delivered workshop back: nothing of it stays, the other tab is told, and the link opens it again', async () => {
    const laptop = await stage.newDevice()
    const workshopId = await newWorkshop(laptop, 'Nach Sylt')
    const link = await share(laptop, 'de')
    const tablet = await stage.newDevice({ size: 'tablet', touch: true })
    await join(tablet, link, 'Ana', 'de')
    const second = await tablet.context.newPage()
    await second.goto(`${tablet.origin}/w/${workshopId}`)
    await mapIsThere(second)
    const { page } = tablet
    await page.getByRole('button', { name: /Wo Ihre Arbeit ist/ }).click()
    await page.getByRole('button', { name: t('handBack.action') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('handBack.safeTitle')).waitFor()
    await dialog.getByRole('button', { name: t('handBack.remove') }).click()
    await page.getByText('„Nach Sylt“ ist nicht mehr auf diesem Gerät.').first().waitFor()
    await second.getByRole('dialog', { name: t('handBack.goneTitle') }).waitFor()
    await second.close()
    await expect.poll(() => traces(page, workshopId), { timeout: 20_000 }).toEqual([])
    await tablet.open(`/join${new URL(link).hash}`)
    await page.getByRole('button', { name: 'Ana' }).click()
    await mapIsThere(page)
    await expect(page.getByRole('textbox', { name: 'Name des Workshops' }).inputValue()).resolves.toBe(
      'Nach Sylt',
    )
  })

  it('keeps what is only on it until a saved file has been read again', async () => {
    const tablet = await stage.newDevice({ size: 'phone', touch: true })
    const workshopId = await newWorkshop(tablet, 'Nur hier')
    const { page } = tablet
    await tablet.open('/')
    await page.getByRole('button', { name: 'Mehr zu „Nur hier“' }).click()
    await page.getByRole('menuitem', { name: t('handBack.action') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('handBack.onlyHereTitle')).waitFor()
    const remove = dialog.getByRole('button', { name: t('handBack.remove') })
    expect(await remove.isDisabled()).toBe(true)
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: t('handBack.save') }).click()
    const saved = joinPath(folder, 'Nur hier.etappe')
    await (await download).saveAs(saved)
    await dialog.locator('input[type=file]').setInputFiles(saved)
    await dialog.getByText(t('handBack.fileSafeTitle')).waitFor()
    await remove.click()
    await page.getByText('„Nur hier“ ist nicht mehr auf diesem Gerät.').first().waitFor()
    await expect.poll(() => traces(page, workshopId), { timeout: 20_000 }).toEqual([])
  })
})

describe('a moderator', () => {
  it('makes new links: whoever was in is told, and goes on with the new one', async () => {
    const laptop = await stage.newDevice()
    await newWorkshop(laptop, 'Neue Links')
    const old = await share(laptop, 'de')
    const guest = await stage.newDevice({ size: 'tablet', touch: true })
    await join(guest, old, 'Ben', 'de')
    await inShare(laptop.page, t('room.newLinks'))
    await laptop.page
      .getByRole('dialog')
      .getByRole('button', { name: t('room.newLinksDo') })
      .click()
    await laptop.page.getByText(t('room.newLinksReady')).waitFor()
    await laptop.page
      .getByRole('dialog')
      .getByRole('button', { name: 'Schließen', exact: true })
      .first()
      .click()
    const fresh = await share(laptop, 'de')
    expect(new URL(fresh).hash).not.toBe(new URL(old).hash)
    const notice = guest.page.getByRole('dialog', { name: t('room.closedTitle') })
    await notice.getByRole('button', { name: t('room.enterLink') }).click()
    await guest.page.getByLabel(t('join.link')).fill(new URL(fresh).hash)
    await guest.page.getByRole('button', { name: t('join.continue') }).click()
    await guest.page.getByRole('button', { name: 'Ben' }).click()
    await mapIsThere(guest.page)
    await guest.page.getByRole('button', { name: /Auf dem Relay/ }).waitFor()
    const stranger = await stage.newDevice()
    await stranger.open(`/join${new URL(old).hash}`)
    await stranger.page.getByText(/geschlossen/).waitFor()
  })

  it('closes a workshop for everybody, prints the recovery sheet before, and each keeps a copy', async () => {
    const laptop = await stage.newDevice()
    await newWorkshop(laptop, 'Schluss')
    const link = await share(laptop, 'de')
    const guest = await stage.newDevice({ size: 'phone', touch: true })
    await join(guest, link, 'Cem', 'de')
    const sheet = laptop.page.waitForEvent('download')
    await inShare(laptop.page, t('recovery.action'))
    const pdf = joinPath(folder, 'sheet.pdf')
    await (await sheet).saveAs(pdf)
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    await laptop.page
      .getByRole('dialog')
      .getByRole('button', { name: t('room.close') })
      .click()
    await laptop.page
      .getByRole('dialog')
      .getByRole('button', { name: t('room.closeDo') })
      .click()
    await laptop.page.getByText(t('room.closeDone')).first().waitFor()
    const notice = guest.page.getByRole('dialog', { name: t('room.closedTitle') })
    const download = guest.page.waitForEvent('download')
    await notice.getByRole('button', { name: t('health.saveCopy') }).click()
    expect((await download).suggestedFilename()).toBe('Schluss.etappe')
  })

  it('moves to another relay: the same link works there with the file, and the devices are told', async () => {
    const laptop = await stage.newDevice()
    await newWorkshop(laptop, 'Umzug')
    const link = await share(laptop, 'de')
    const guest = await stage.newDevice({ size: 'tablet', touch: true })
    await join(guest, link, 'Dana', 'de')
    const there = `http://localhost:${String(other.port)}`
    const { page } = laptop
    await inShare(page, t('room.move'))
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('room.moveAddress')).fill(there)
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: t('health.saveCopy') }).click()
    const saved = joinPath(folder, 'Umzug.etappe')
    await (await download).saveAs(saved)
    const opened = laptop.context.waitForEvent('page')
    await dialog.getByRole('link', { name: t('room.moveOpen', { host: new URL(there).host }) }).click()
    const moved = await opened
    await moved.getByText(t('room.moveInTitle')).waitFor()
    await moved.locator('input[type=file]').setInputFiles(saved)
    await moved.waitForURL(/\/w\//)
    await dialog.getByRole('button', { name: t('room.moveTell') }).click()
    const notice = guest.page.getByRole('dialog', {
      name: t('room.movedOnly', { host: new URL(there).host }),
    })
    await notice.getByRole('link').click()
    await guest.page.waitForURL(`${there}/join`)
    await guest.page.getByRole('button', { name: 'Dana' }).click()
    await mapIsThere(guest.page)
    expect(await guest.page.getByRole('textbox', { name: 'Name des Workshops' }).inputValue()).toBe('Umzug')
  })
})

describe('everything on a device', () => {
  it('is saved in one zip and comes back whole on another one', async () => {
    const laptop = await stage.newDevice()
    await newWorkshop(laptop, 'Eins')
    await newWorkshop(laptop, 'Zwei')
    await laptop.open('/')
    await laptop.page.getByRole('button', { name: t('deviceArchive.action') }).click()
    const download = laptop.page.waitForEvent('download')
    await laptop.page.getByRole('button', { name: t('deviceArchive.start') }).click()
    const zip = joinPath(folder, 'all.zip')
    await (await download).saveAs(zip)
    await laptop.page.getByText(t('deviceArchive.done', { n: 2 })).waitFor()
    const fresh = await stage.newDevice({ size: 'tablet', touch: true })
    await fresh.open('/')
    await fresh.page.locator('input[type=file]').first().setInputFiles(zip)
    await fresh.page.getByRole('button', { name: t('deviceArchive.takeAll') }).click()
    await fresh.page.getByText(t('deviceArchive.takenAll')).waitFor()
    await fresh.page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).first().click()
    await fresh.page.getByRole('button', { name: '„Eins“ öffnen' }).waitFor()
    await fresh.page.getByRole('button', { name: '„Zwei“ öffnen' }).waitFor()
  })
})
