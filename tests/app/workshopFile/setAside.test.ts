import { beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import { startHandBack } from '../../../src/app/handBack/handBackAttempt.ts'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import type { AppServices } from '../../../src/app/services.ts'
import { packWorkshop } from '../../../src/app/workshopFile/packWorkshop.ts'
import { keepFile, mergeFile } from '../../../src/app/workshopFile/takeInFile.ts'
import { fileOfWorkshop } from '../../../src/exchange/workshopFile/fileOfWorkshop.ts'
import { readWorkshopFile } from '../../../src/exchange/workshopFile/readWorkshopFile.ts'
import { writeWorkshopFile } from '../../../src/exchange/workshopFile/writeWorkshopFile.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { listSetAside, setAsideRows } from '../../../src/storage/quarantine.ts'
import { startRelay } from '../../sync/syncFixture.ts'
import { deviceOf, freshBrowser, mustOk, openTab, staysOpen } from '../support/testServices.ts'

const LONG = { timeout: 30_000 }
const UNREADABLE = Uint8Array.of(9, 9, 9, 255)

beforeEach(() => {
  freshBrowser()
  vi.stubGlobal('WebSocket', NodeWebSocket)
})

/** A device that could not read two rows of the map; of the second nothing is left. */
async function damagedDevice() {
  const services = await openTab()
  const texts = { title: 'Bahnreise', template: 'firstWorkshop', locale: 'de', t: translator('de') } as const
  const session = staysOpen(services, await makeWorkshop(services, texts))
  const { workshopId } = session
  const rows = [UNREADABLE.slice().buffer, null].map((bytes) => ({ bytes, reason: 'damaged' }))
  mustOk(await setAsideRows(deviceOf(services).database, { workshopId, document: 'map' }, rows, 5))
  return { services, session, workshopId }
}

const heldBy = async (services: AppServices, workshopId: string) =>
  mustOk(await listSetAside(deviceOf(services).database, workshopId)).map(({ bytes }) => bytes)

describe('stored changes that a device could not read', { timeout: 90_000 }, () => {
  it('travel in every file of the workshop, and the next device keeps them once', async () => {
    const { services, session, workshopId } = await damagedDevice()
    const packed = await packWorkshop(services, session.document, '')
    const file = mustOk(await readWorkshopFile(packed.file.bytes))
    expect(file.setAside).toEqual([{ document: 'map', at: 5, bytes: UNREADABLE }])
    freshBrowser()
    const other = await openTab('etappe-next')
    mustOk(await keepFile(other, file))
    mustOk(await mergeFile(other, file))
    expect(await heldBy(other, workshopId)).toEqual([UNREADABLE])
  })

  it('are not handed back with everything on the relay, only with a file that has them', async () => {
    const { services, session, workshopId } = await damagedDevice()
    const relay = await startRelay()
    mustOk(await session.share(relay.origin))
    const { delivery } = session.connection.get()
    await vi.waitFor(() => expect(delivery.get().state).toBe('delivered'), LONG)
    const say = () => ''
    const words = { reason: say, closeReason: say, changed: say, unexpected: say }
    const attempt = startHandBack({ services, device: deviceOf(services), workshopId, words })
    await attempt.compare()
    expect(attempt.state.get()).toMatchObject({ phase: 'onlyHere', reason: { code: 'setAside', n: 1 } })
    const without = fileOfWorkshop(session.document, { appVersion: '1', createdAt: 1, media: [] })
    const { bytes } = mustOk(await writeWorkshopFile(without))
    await attempt.checkFile(() => Promise.resolve(bytes))
    expect(attempt.state.get()).toMatchObject({ phase: 'onlyHere', file: 'setAside' })
    const packed = await packWorkshop(services, session.document, '')
    await attempt.checkFile(() => Promise.resolve(packed.file.bytes))
    expect(attempt.state.get()).toEqual({ phase: 'inFile' })
    expect(await attempt.remove(() => undefined)).toMatchObject({ ok: true })
    expect(await heldBy(services, workshopId)).toEqual([])
    attempt.close()
  })
})
