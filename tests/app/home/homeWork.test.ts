import { beforeEach, describe, expect, it } from 'vitest'
import { copyWorkshop } from '../../../src/app/home/copyWorkshop.ts'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import { renameWorkshop } from '../../../src/app/home/renameWorkshop.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import { orderedLanes } from '../../../src/model/select/orderedLanes.ts'
import { orderedPhases } from '../../../src/model/select/orderedPhases.ts'
import type { AppServices } from '../../../src/app/services.ts'
import type { WorkshopEntry } from '../../../src/storage/workshopEntry.ts'
import { deviceOf, freshBrowser, mustOk, openTab } from '../support/testServices.ts'

beforeEach(freshBrowser)

async function make(services: AppServices, template: 'firstWorkshop' | 'empty' = 'firstWorkshop') {
  return mustOk(
    await makeWorkshop(services, { title: 'Bahnreise', template, locale: 'de', t: translator('de') }),
  )
}

async function entryOf(services: AppServices, workshopId: string): Promise<WorkshopEntry> {
  const entry = mustOk(await deviceOf(services).catalogue.find(workshopId))
  if (entry === null) throw new Error('not in the catalogue')
  return entry
}

describe('a new workshop', () => {
  it('carries its name on the map, which shows the journey', async () => {
    const session = await make(await openTab())
    expect(mainJourney(session.document.snapshot())?.title).toBe('Bahnreise')
  })

  it('begun without a name gets it on the map as well, when it is named later', async () => {
    const services = await openTab()
    const texts = { title: '', template: 'firstWorkshop', locale: 'de', t: translator('de') } as const
    const session = mustOk(await makeWorkshop(services, texts))
    mustOk(await renameWorkshop(services, session.workshopId, 'Bücherei'))
    expect(mainJourney(session.document.snapshot())?.title).toBe('Bücherei')
  })

  it('has the lanes the guideline begins with and phases, in the language of whoever made it', async () => {
    const session = await make(await openTab())
    const snapshot = session.document.snapshot()
    const journey = mainJourney(snapshot)
    if (journey === null) throw new Error('no journey')
    expect(orderedLanes(snapshot, journey.id).map(({ title }) => title)).toEqual([
      'Erwartungen',
      'Empfindungen',
      'Pain Points',
      'Moments of Truth',
      'Erkenntnisse',
    ])
    expect(orderedPhases(snapshot, journey.id).map(({ title }) => title)).toContain('Abwägung')
    expect(session.history.canUndo()).toBe(false)
  })

  it('can be shared later: the moderator’s secret is on the device and nowhere in the document', async () => {
    const services = await openTab()
    const session = await make(services)
    const entry = await entryOf(services, session.workshopId)
    expect(entry.secret).toMatch(/^[\w-]{43}$/)
    expect(entry.relayOrigin).toBeNull()
    expect(JSON.stringify([...session.document.docs.map.getMap('meta').entries()])).not.toContain(
      entry.secret,
    )
  })

  it('does not stay half-made when the device cannot keep it', async () => {
    const services = await openTab()
    const device = deviceOf(services)
    device.database.close()
    const made = await makeWorkshop(services, {
      title: 'X',
      template: 'empty',
      locale: 'en',
      t: translator('en'),
    })
    expect(made.ok).toBe(false)
    expect(services.sessions.open()).toEqual([])
  })
})

describe('renaming', () => {
  it('changes the document, so that everybody sees it, and the list of this device', async () => {
    const services = await openTab()
    const session = await make(services)
    mustOk(await renameWorkshop(services, session.workshopId, 'Nachtzug'))
    expect(session.document.snapshot().meta.title).toBe('Nachtzug')
    expect((await entryOf(services, session.workshopId)).title).toBe('Nachtzug')
  })

  it('is refused for a link that only reads', async () => {
    const services = await openTab()
    const session = await make(services)
    await session.close()
    await deviceOf(services).catalogue.update(session.workshopId, { role: 'reader' })
    const other = await openTab()
    expect(await renameWorkshop(other, session.workshopId, 'Mine')).toMatchObject({
      ok: false,
      error: { code: 'notAllowed' },
    })
  })
})

describe('a duplicate', () => {
  it('has everything under another id and another secret, so that it never merges with the original', async () => {
    const services = await openTab()
    const session = await make(services)
    const original = await entryOf(services, session.workshopId)
    mustOk(await copyWorkshop(services, original, 'Kopie von Bahnreise'))
    const entries = mustOk(await deviceOf(services).catalogue.list())
    const copy = entries.find((entry) => entry.workshopId !== original.workshopId)
    expect(copy).toMatchObject({ title: 'Kopie von Bahnreise', role: 'moderator' })
    expect(copy?.secret).not.toBe(original.secret)
    expect(copy?.roomId).not.toBe(original.roomId)
    const held = services.sessions.hold(copy?.workshopId ?? '')
    const opened = mustOk(await held.opened)
    expect(opened.document.snapshot().lanes.size).toBe(session.document.snapshot().lanes.size)
    held.release()
  })
})
