import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ExaminedFile } from '../../../src/app/workshopFile/examineFile.ts'
import { examineFile } from '../../../src/app/workshopFile/examineFile.ts'
import { kindOfPick } from '../../../src/app/workshopFile/kindOfPick.ts'
import { followLaunches } from '../../../src/app/workshopFile/launchQueue.ts'
import { packWorkshop } from '../../../src/app/workshopFile/packWorkshop.ts'
import { canShareFiles, shareFile } from '../../../src/app/workshopFile/shareFile.ts'
import { keepFile, keepSalvaged, mergeFile } from '../../../src/app/workshopFile/takeInFile.ts'
import { editWorkshop } from '../../../src/model/commands/editWorkshop.ts'
import type { AppServices } from '../../../src/app/services.ts'
import { listCheckpoints, readCheckpoint } from '../../../src/storage/checkpoints.ts'
import { nameVersion } from '../../../src/storage/versionNames.ts'
import {
  addOneCard,
  bytesOf,
  picture,
  showPicture,
  workshopWithPicture,
} from '../../exchange/workshopFile/smallWorkshop.ts'
import { otherDevice } from '../../model/support/testWorkshop.ts'
import { deviceOf, freshBrowser, mustOk, openTab } from '../support/testServices.ts'

beforeEach(freshBrowser)

const asFile = (bytes: Uint8Array<ArrayBuffer>, name = 'x.etappe') => new File([bytes], name)

function expectKind<K extends ExaminedFile['kind']>(examined: ExaminedFile, kind: K) {
  expect(examined.kind).toBe(kind)
  return examined as Extract<ExaminedFile, { kind: K }>
}

/** A workshop with a picture that is on this device, and the same on another device that works on. */
async function hereAndThere(services: AppServices) {
  const { workshop, media, personId } = await workshopWithPicture()
  const examined = await examineFile(services, asFile(await bytesOf(workshop, media)), {})
  const workshopId = mustOk(await keepFile(services, expectKind(examined, 'new').file))
  return { workshopId, media, there: { workshop: otherDevice(workshop), personId } }
}

async function cardsHere(services: AppServices, workshopId: string): Promise<readonly string[]> {
  const held = services.sessions.hold(workshopId)
  const session = mustOk(await held.opened)
  const texts = [...session.document.snapshot().cards.values()].map(({ text }) => text)
  held.release()
  return texts
}

describe('opening a workshop file on this device', { timeout: 60_000 }, () => {
  it('keeps the workshop with its pictures, and a saved copy holds them again', async () => {
    const services = await openTab()
    const { workshopId, media } = await hereAndThere(services)
    expect(mustOk(await deviceOf(services).media.list(workshopId))).toEqual(media.map(({ sha256 }) => sha256))
    const session = mustOk(await services.sessions.hold(workshopId).opened)
    const packed = await packWorkshop(services, session.document, 'Ohne Titel')
    expect(packed.file.name).toBe('Bahnreise.etappe')
    expect(packed.missing).toBe(0)
    const again = expectKind(await examineFile(services, asFile(packed.file.bytes), {}), 'here')
    expect(again).toMatchObject({ newMedia: 0, preview: { bringsChanges: false } })
    expect(again.file.media).toEqual(media)
  })

  it('carries the earlier versions only when they are wanted, and the next device lists them', async () => {
    const services = await openTab()
    const { workshopId } = await hereAndThere(services)
    const session = mustOk(await services.sessions.hold(workshopId).opened)
    const { database } = deviceOf(services)
    const key = { workshopId, document: 'map' }
    mustOk(await session.persistence.checkpoint())
    const before = mustOk(await listCheckpoints(database, key))
    mustOk(await nameVersion(database, before[0]?.id ?? 0, 'Nach den Interviews'))
    mustOk(editWorkshop(session.document, { personId: null }, { title: 'Neuer Name' }))
    mustOk(await session.persistence.checkpoint())
    const bare = await packWorkshop(services, session.document, '')
    const examinedBare = expectKind(await examineFile(services, asFile(bare.file.bytes), {}), 'here')
    expect(examinedBare.file.checkpoints).toEqual([])
    const packed = await packWorkshop(services, session.document, '', { withVersions: true })
    const { file } = expectKind(await examineFile(services, asFile(packed.file.bytes), {}), 'here')
    expect(file.checkpoints.length).toBe(before.length + 1)

    freshBrowser()
    const other = await openTab('etappe-other')
    mustOk(await keepFile(other, file))
    mustOk(await mergeFile(other, file))
    const there = mustOk(await listCheckpoints(deviceOf(other).database, key))
    expect(there.filter(({ name }) => name === 'Nach den Interviews')).toHaveLength(1)
    const named = there.find(({ name }) => name !== null)
    const state = mustOk(await readCheckpoint(deviceOf(other).database, named?.id ?? 0))
    expect(state.byteLength).toBeGreaterThan(100)
  })

  it('takes in earlier versions of the map alone, so that nothing of the others is merged unseen', async () => {
    const services = await openTab()
    const { workshop, media } = await workshopWithPicture()
    const { file } = expectKind(
      await examineFile(services, asFile(await bytesOf(workshop, media)), {}),
      'new',
    )
    const state = Uint8Array.of(0, 0)
    const checkpoints = (['map', 'review'] as const).map((document) => ({
      document,
      at: 1,
      label: 'x',
      state,
    }))
    const workshopId = mustOk(await keepFile(services, { ...file, checkpoints }))
    const { database } = deviceOf(services)
    const carried = (document: string) =>
      database.checkpoints.filter((row) => row.document === document && (row.id ?? 0) < 0).count()
    expect([await carried('map'), await carried('review'), workshopId !== '']).toEqual([1, 0, true])
  })

  it('says how many pictures a copy had to leave out because they are elsewhere', async () => {
    const services = await openTab()
    const { workshop } = await workshopWithPicture()
    const { file, missing } = await packWorkshop(services, workshop, '')
    expect(missing).toBe(1)
    expectKind(await examineFile(services, asFile(file.bytes), {}), 'new')
  })

  it('merges into the one that is here, pictures first, and survives a restart', async () => {
    const services = await openTab()
    const { workshopId, there } = await hereAndThere(services)
    addOneCard(there, 'von drüben')
    const added = await picture(9)
    showPicture(there, added)
    const bytes = await bytesOf(there.workshop, [added])
    const before = await cardsHere(services, workshopId)
    const { file, newMedia, preview } = expectKind(await examineFile(services, asFile(bytes), {}), 'here')
    expect(newMedia).toBe(1)
    expect(preview?.changes.map(({ kind, added: n }) => [kind, n])).toEqual([
      ['cards', 1],
      ['media', 1],
    ])
    expect(await cardsHere(services, workshopId)).toEqual(before)
    mustOk(await mergeFile(services, file))
    const later = await openTab()
    expect(await cardsHere(later, workshopId)).toContain('von drüben')
    expect(mustOk(await deviceOf(later).media.read(added.sha256))?.bytes).toEqual(added.bytes)
  })

  it('tells the map that is open that there are pictures now, for which it has asked in vain', async () => {
    const services = await openTab()
    const { workshopId, there } = await hereAndThere(services)
    const session = mustOk(await services.sessions.hold(workshopId).opened)
    const added = await picture(9)
    showPicture(there, added)
    const bytes = await bytesOf(there.workshop, [added])
    const { file } = expectKind(await examineFile(services, asFile(bytes), {}), 'here')
    const before = session.pictures.arrived.get()
    mustOk(await mergeFile(services, file))
    expect(session.pictures.arrived.get()).toBeGreaterThan(before)
  })

  it('takes a workshop out of the bin only when somebody merges', async () => {
    const services = await openTab()
    const { workshopId, there } = await hereAndThere(services)
    const { catalogue } = deviceOf(services)
    mustOk(await catalogue.bin(workshopId))
    await Promise.all(services.sessions.open().map((session) => session.close()))
    addOneCard(there, 'von drüben')
    mustOk(editWorkshop(there.workshop, there, { title: 'Neuer Name' }))
    const bytes = await bytesOf(there.workshop)
    const tab = await openTab()
    const examined = expectKind(await examineFile(tab, asFile(bytes), {}), 'here')
    expect(examined.preview).toBeNull()
    expect(mustOk(await catalogue.find(workshopId))?.deletedAt).not.toBeNull()
    mustOk(await mergeFile(tab, examined.file))
    expect(mustOk(await catalogue.find(workshopId))).toMatchObject({ deletedAt: null, title: 'Neuer Name' })
    expect(await cardsHere(tab, workshopId)).toContain('von drüben')
  })

  it('changes nothing when it is damaged, and opens what can be read under a new id', async () => {
    const services = await openTab()
    const { workshopId, there, media } = await hereAndThere(services)
    const bytes = await bytesOf(there.workshop, media)
    const examined = await examineFile(services, asFile(bytes.slice(0, -300)), {})
    const { problems, salvage } = expectKind(examined, 'problems')
    expect(problems.map(({ code }) => code)).toEqual(['cutOff'])
    expect(mustOk(await deviceOf(services).catalogue.list())).toHaveLength(1)
    if (salvage === null) throw new Error('nothing was salvaged')
    const restored = mustOk(await keepSalvaged(services, salvage, 'Bahnreise (wiederhergestellt)'))
    expect(restored).not.toBe(workshopId)
    expect(await cardsHere(services, restored)).toHaveLength(20)
    expect(mustOk(await deviceOf(services).media.list(restored))).toHaveLength(1)
  })
})

describe('a picked file', () => {
  it('is known as a workshop by what is in it, whatever it is called', async () => {
    const { workshop } = await workshopWithPicture()
    const bytes = await bytesOf(workshop)
    const tables = [new File(['id,title'], 'cards.csv'), new File(['id,title'], 'lanes.csv')]
    expect(await kindOfPick([asFile(bytes, 'workshop.zip')])).toBe('workshop')
    expect(await kindOfPick([new File(['nothing'], 'broken.etappe')])).toBe('workshop')
    expect(await kindOfPick(tables)).toBe('tables')
    expect(await kindOfPick([asFile(bytes), asFile(bytes)])).toBe('several')
    expect(await kindOfPick([...tables, asFile(bytes)])).toBe('several')
  })

  it('of the system arrives, and one that cannot be read is told', async () => {
    const arrived: string[] = []
    const handle = (file: Promise<File>) => ({ getFile: () => file })
    const launchWith = (handles: readonly object[]) => {
      const launchQueue = { setConsumer: (consume: (params: object) => void) => consume({ files: handles }) }
      followLaunches(
        { launchQueue } as unknown as Parameters<typeof followLaunches>[0],
        (files) => arrived.push(...files.map(({ name }) => name)),
        (cause) => arrived.push(String(cause)),
      )
    }
    launchWith([handle(Promise.resolve(new File([], 'a.etappe')))])
    await vi.waitFor(() => expect(arrived).toEqual(['a.etappe']))
    launchWith([])
    launchWith([handle(Promise.reject(new Error('locked')))])
    await vi.waitFor(() => expect(arrived).toEqual(['a.etappe', 'Error: locked']))
  })
})

describe('handing a file on', () => {
  const ready = { name: 'a.etappe', mime: 'application/vnd.etappe.workshop', bytes: new Uint8Array(3) }
  const sheet = (share: () => Promise<void>) =>
    ({ canShare: () => true, share }) as unknown as Parameters<typeof shareFile>[0]

  it('knows whether somebody shared, changed their mind, or the system refused', async () => {
    const fail = (name: string) => () => Promise.reject(new DOMException('no', name))
    expect(
      await shareFile(
        sheet(() => Promise.resolve()),
        ready,
        '',
      ),
    ).toBe('shared')
    expect(await shareFile(sheet(fail('AbortError')), ready, '')).toBe('cancelled')
    expect(await shareFile(sheet(fail('NotAllowedError')), ready, '')).toBe('refused')
  })

  it('is offered only where the system takes files', () => {
    expect(
      canShareFiles(
        sheet(() => Promise.resolve()),
        ready,
      ),
    ).toBe(true)
    expect(canShareFiles({} as Navigator, ready)).toBe(false)
  })
})
