import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import { exportDevice } from '../../../src/app/deviceArchive/exportDevice.ts'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import type { AppServices } from '../../../src/app/services.ts'
import { guardSessions } from '../../../src/app/session/guardSessions.ts'
import type { WorkshopSession } from '../../../src/app/session/workshopSession.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { createRecord } from '../../../src/model/commands/createRecord.ts'
import { editWorkshop } from '../../../src/model/commands/editWorkshop.ts'
import { startRelay } from '../../sync/syncFixture.ts'
import { deviceOf, freshBrowser, mustOk, openTab, staysOpen } from '../support/testServices.ts'

const LONG = { timeout: 30_000 }

beforeEach(() => {
  freshBrowser()
  vi.stubGlobal('WebSocket', NodeWebSocket)
})

async function make(services: AppServices): Promise<WorkshopSession> {
  const texts = { title: 'Bahnreise', template: 'firstWorkshop', locale: 'de', t: translator('de') } as const
  return staysOpen(services, await makeWorkshop(services, texts))
}

const write = ({ document, actor }: WorkshopSession, title: string) =>
  mustOk(editWorkshop(document, actor.get(), { title }))

const mark = async (services: AppServices, workshopId: string) =>
  mustOk(await deviceOf(services).catalogue.find(workshopId))?.onlyHereSince ?? null

const isMarked = (services: AppServices, workshopId: string, marked: boolean) =>
  vi.waitFor(async () => {
    const since = await mark(services, workshopId)
    expect(since === null ? false : since > 0).toBe(marked)
  }, LONG)

/** A page of this tab, and whether it would be asked about. */
function closing(services: AppServices): () => boolean {
  const page = new EventTarget() as Window
  onTestFinished(guardSessions(services, page))
  return () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

async function sharedAndDelivered() {
  const relay = await startRelay()
  const services = await openTab()
  const session = await make(services)
  mustOk(await session.share(relay.origin))
  await vi.waitFor(() => expect(session.connection.get().delivery.get().state).toBe('delivered'), LONG)
  await isMarked(services, session.workshopId, false)
  return { relay, services, session, workshopId: session.workshopId }
}

describe('work that is only on this device', { timeout: 90_000 }, () => {
  it('is known after a reload without a network, on the start page too, until the relay has it', async () => {
    const { relay, services, session, workshopId } = await sharedAndDelivered()
    await relay.stop()
    await vi.waitFor(() => expect(session.connection.get().state.get().state).toBe('offline'), LONG)
    write(session, 'Ohne Netz')
    await isMarked(services, workshopId, true)
    await services.sessions.end(workshopId)

    const reloaded = await openTab()
    const isAsked = closing(reloaded)
    await vi.waitFor(() => expect(isAsked()).toBe(true), LONG)
    const held = reloaded.sessions.hold(workshopId)
    const again = mustOk(await held.opened)
    expect(again.entry.get().lastDeliveredAt).toEqual(expect.any(Number))
    expect(isAsked()).toBe(true)

    await relay.restart()
    again.connection.get().reconnect()
    await isMarked(reloaded, workshopId, false)
    await vi.waitFor(() => expect(isAsked()).toBe(false), LONG)
    held.release()
  })

  it('is also what another tab of this device has seen, and no file stands for what came after it', async () => {
    const { relay, services, session, workshopId } = await sharedAndDelivered()
    await relay.stop()
    await vi.waitFor(() => expect(session.connection.get().state.get().state).toBe('offline'), LONG)
    write(session, 'Ohne Netz')
    const noteExport = session.beginExport()
    mustOk(await noteExport())
    await isMarked(services, workshopId, false)
    write(session, 'Nach der Datei')
    await isMarked(services, workshopId, true)
  })

  it('is a picture that the relay lacks, though it has the whole map', async () => {
    const { services, session, workshopId } = await sharedAndDelivered()
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no way for pictures')))
    onTestFinished(() => void vi.unstubAllGlobals())
    const bytes = Uint8Array.of(1, 2, 3)
    const { sha256 } = mustOk(await deviceOf(services).media.save(workshopId, bytes, 'image/jpeg'))
    const fields = { sha256, mime: 'image/jpeg', bytes: 3, width: 1, height: 1 }
    mustOk(createRecord(session.document, session.actor.get(), { table: 'media', fields }))
    await vi.waitFor(() => expect(session.pictures.status.get().toSend).toBe(1), LONG)
    await isMarked(services, workshopId, true)
  })

  it('without a relay is what was written since the last file, and not a template that nobody touched', async () => {
    const services = await openTab()
    const session = await make(services)
    const { workshopId } = session
    const isAsked = closing(services)
    expect([await mark(services, workshopId), isAsked()]).toEqual([null, false])
    write(session, 'Geschrieben')
    await isMarked(services, workshopId, true)
    await vi.waitFor(() => expect(isAsked()).toBe(true), LONG)
    const begun = session.beginExport()
    write(session, 'Während gepackt wurde')
    mustOk(await begun())
    expect(await mark(services, workshopId)).toEqual(expect.any(Number))
    mustOk(await session.beginExport()())
    await isMarked(services, workshopId, false)
    await vi.waitFor(() => expect(isAsked()).toBe(false), LONG)
  })

  it('is not, once everything on this device was saved in one zip; the bin is not asked about', async () => {
    const services = await openTab()
    const session = await make(services)
    const { workshopId } = session
    write(session, 'Geschrieben')
    await isMarked(services, workshopId, true)
    const { signal } = new AbortController()
    const options = { untitled: '', signal, onProgress: () => undefined }
    mustOk(await exportDevice(services, deviceOf(services), options))
    await isMarked(services, workshopId, false)
    write(session, 'Danach')
    await isMarked(services, workshopId, true)
    await services.sessions.end(workshopId)
    mustOk(await exportDevice(services, deviceOf(services), options))
    expect(await mark(services, workshopId)).toBeNull()
    mustOk(await deviceOf(services).catalogue.update(workshopId, { onlyHereSince: 5 }))
    const isAsked = closing(services)
    await vi.waitFor(() => expect(isAsked()).toBe(true))
    mustOk(await deviceOf(services).catalogue.bin(workshopId))
    await vi.waitFor(() => expect(isAsked()).toBe(false))
  })
})
