import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { exportDevice } from '../../../src/app/deviceArchive/exportDevice.ts'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import type { AppServices } from '../../../src/app/services.ts'
import { lookAt, takeIn } from '../../../src/app/workshopFile/takeInSource.ts'
import { workshopSources } from '../../../src/app/workshopFile/workshopSources.ts'
import { listDeviceArchive } from '../../../src/exchange/deviceArchive/readDeviceArchive.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { editWorkshop } from '../../../src/model/commands/editWorkshop.ts'
import { refuseOpens } from '../../storage/faultyIndexedDb.ts'
import { deviceOf, freshBrowser, mustOk, openTab, staysOpen } from '../support/testServices.ts'

const LONG = 30_000
let devices = 0

beforeEach(freshBrowser)

async function make(services: AppServices, title: string) {
  const texts = { title, template: 'firstWorkshop', locale: 'de', t: translator('de') } as const
  return staysOpen(services, await makeWorkshop(services, texts))
}

async function saveAll(services: AppServices) {
  const { signal } = new AbortController()
  const options = { untitled: 'Ohne Titel', signal, onProgress: () => undefined }
  return mustOk(await exportDevice(services, deviceOf(services), options))
}

async function otherDevice(): Promise<AppServices> {
  freshBrowser()
  devices += 1
  return openTab(`archive ${String(devices)}`)
}

const sourcesIn = (archive: Blob) => workshopSources([new File([archive], 'Etappe.zip')])

async function takeAll(services: AppServices, file: Blob): Promise<readonly string[]> {
  const kinds: string[] = []
  for (const source of await sourcesIn(file)) kinds.push((await takeIn(services, source)).kind)
  return kinds
}

async function looks(services: AppServices, file: Blob): Promise<readonly string[]> {
  const kinds: string[] = []
  for (const source of await sourcesIn(file)) kinds.push((await lookAt(services, source)).kind)
  return kinds
}

const titles = async (services: AppServices) =>
  mustOk(await deviceOf(services).catalogue.list())
    .map(({ title }) => title)
    .sort()

/** A device that has saved everything and then put its one workshop into the bin. */
async function oneInTheBin() {
  const services = await openTab()
  const { workshopId } = await make(services, 'Sylt')
  const { file } = await saveAll(services)
  await services.sessions.end(workshopId)
  const { catalogue } = deviceOf(services)
  mustOk(await catalogue.bin(workshopId))
  return { services, workshopId, file, catalogue }
}

describe('everything on this device', () => {
  it(
    'is in one zip, those of the same name and in the bin too, and comes back on another device',
    async () => {
      const services = await openTab()
      await make(services, 'Sylt')
      await make(services, 'Sylt')
      const binned = await make(services, 'Im Papierkorb')
      await services.sessions.end(binned.workshopId)
      await deviceOf(services).catalogue.bin(binned.workshopId)
      const saved = await saveAll(services)
      expect(saved).toMatchObject({ workshops: 3, leftOut: [] })
      expect(saved.name).toMatch(/^Etappe \d{4}-\d\d-\d\d\.zip$/)
      const entry = mustOk(await deviceOf(services).catalogue.find(binned.workshopId))
      expect(entry?.deletedAt).toEqual(expect.any(Number))
      expect(entry?.lastExportAt).toEqual(expect.any(Number))
      const other = await otherDevice()
      expect(await looks(other, saved.file)).toEqual(['new', 'new', 'new'])
      expect(await titles(other)).toEqual([])
      expect(await takeAll(other, saved.file)).toEqual(['taken', 'taken', 'taken'])
      expect(await titles(other)).toEqual(['Im Papierkorb', 'Sylt', 'Sylt'])
      expect(await looks(other, saved.file)).toEqual(['same', 'same', 'same'])
    },
    LONG,
  )

  it(
    'merges into what is here, and says beforehand that something differs',
    async () => {
      const services = await openTab()
      const session = await make(services, 'Sylt')
      const old = await saveAll(services)
      mustOk(editWorkshop(session.document, session.actor.get(), { goal: 'newer' }))
      const newer = await saveAll(services)
      // Tabs of one browser would bring it by themselves.
      await services.sessions.end(session.workshopId)
      const other = await otherDevice()
      await takeAll(other, old.file)
      expect(await looks(other, newer.file)).toEqual(['here'])
      expect(await takeAll(other, newer.file)).toEqual(['taken'])
      const held = other.sessions.hold(session.workshopId)
      expect(mustOk(await held.opened).document.snapshot().meta.goal).toBe('newer')
      held.release()
      expect(await looks(other, old.file)).toEqual(['same'])
    },
    LONG,
  )

  it(
    'says beforehand that one lies in the bin here, and that taking it in takes it out',
    async () => {
      const { services, workshopId, file, catalogue } = await oneInTheBin()
      expect(await looks(services, file)).toEqual(['binned'])
      expect(mustOk(await catalogue.find(workshopId))?.deletedAt).toEqual(expect.any(Number))
      expect(await takeAll(services, file)).toEqual(['taken'])
      expect(mustOk(await catalogue.find(workshopId))?.deletedAt).toBeNull()
    },
    LONG,
  )

  it(
    'leaves one in the bin that could not be opened to take it in',
    async () => {
      const { services, workshopId, file, catalogue } = await oneInTheBin()
      const before = mustOk(await catalogue.find(workshopId))?.deletedAt
      const heal = refuseOpens(`etappe/${workshopId}/map`)
      expect(await takeAll(services, file)).toEqual(['device'])
      heal()
      expect(before).toEqual(expect.any(Number))
      expect(mustOk(await catalogue.find(workshopId))?.deletedAt).toBe(before)
    },
    LONG,
  )

  it(
    'holds one that is damaged apart: the others still come in',
    async () => {
      const services = await openTab()
      await make(services, 'Eins')
      await make(services, 'Zwei')
      const { file } = await saveAll(services)
      const [first] = (await listDeviceArchive(file)) ?? []
      const bytes = new Uint8Array(await file.arrayBuffer())
      bytes.fill(0, (first?.offset ?? 0) + 200, (first?.offset ?? 0) + 400)
      const damaged = new Blob([bytes])
      const other = await otherDevice()
      expect(await looks(other, damaged)).toEqual(['problem', 'new'])
      expect(await takeAll(other, damaged)).toEqual(['problem', 'taken'])
      expect(await titles(other)).toHaveLength(1)
    },
    LONG,
  )

  it(
    'names the workshop that could not be read instead of leaving it out in silence',
    async () => {
      const services = await openTab()
      await make(services, 'Gut')
      await deviceOf(services).catalogue.upsert('unreadable0000000000001', { title: 'Leer' })
      expect(await saveAll(services)).toMatchObject({ workshops: 1, leftOut: [{ title: 'Leer' }] })
    },
    LONG,
  )

  it(
    'says that one was read from its second copy, and does not note it as saved',
    async () => {
      const services = await openTab()
      const { workshopId } = await make(services, 'Sylt')
      await services.sessions.end(workshopId)
      const heal = refuseOpens(`etappe/${workshopId}/map`)
      expect(await saveAll(services)).toMatchObject({ workshops: 1, secondCopies: ['Sylt'] })
      heal()
      const { catalogue } = deviceOf(services)
      expect(mustOk(await catalogue.find(workshopId))?.lastExportAt).toBeNull()
      expect(await saveAll(services)).toMatchObject({ workshops: 1, secondCopies: [] })
      expect(mustOk(await catalogue.find(workshopId))?.lastExportAt).toEqual(expect.any(Number))
    },
    LONG,
  )

  it(
    'is not called whole, nor noted as saved, when the zip does not read back',
    async () => {
      const services = await openTab()
      const { workshopId } = await make(services, 'Sylt')
      class LossyBlob extends Blob {
        constructor(parts: BlobPart[] = [], options: BlobPropertyBag = {}) {
          super(options.type === 'application/zip' ? parts.slice(1) : parts, options)
        }
      }
      vi.stubGlobal('Blob', LossyBlob)
      onTestFinished(() => void vi.unstubAllGlobals())
      const { signal } = new AbortController()
      const options = { untitled: '', signal, onProgress: () => undefined }
      const saved = await exportDevice(services, deviceOf(services), options)
      expect(saved).toMatchObject({ ok: false, error: { code: 'mismatch' } })
      expect(mustOk(await deviceOf(services).catalogue.find(workshopId))?.lastExportAt).toBeNull()
    },
    LONG,
  )

  it.each([
    ['nothing', new Uint8Array()],
    ['a zip that was cut off', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)],
    ['something else', new TextEncoder().encode('%PDF-1.7')],
  ])('is not what %s is taken for', async (_what, bytes) => {
    expect(await listDeviceArchive(new Blob([bytes]))).toBeNull()
  })
})
