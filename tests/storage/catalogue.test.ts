import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type Catalogue, createCatalogue, type WorkshopList } from '../../src/storage/catalogue.ts'
import { createMediaStore } from '../../src/storage/mediaStore.ts'
import { openDatabase, openDocument, untilStatus, WORKSHOP } from './deviceFixture.ts'
import { freshIndexedDb } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

const OTHER = 'workshop00000000000002'

async function titles(catalogue: Catalogue): Promise<readonly string[]> {
  const list = await catalogue.list()
  if (!list.ok) throw new Error(list.error.detail)
  return list.value.map((entry) => entry.title)
}

describe('the workshops on this device', () => {
  it('are listed with the latest opened first', async () => {
    const catalogue = createCatalogue(await openDatabase(), { now: () => 5 })
    await catalogue.upsert(WORKSHOP, { title: 'Train', lastOpenedAt: 10 })
    await catalogue.upsert(OTHER, { title: 'Hotel', lastOpenedAt: 20 })
    expect(await titles(catalogue)).toEqual(['Hotel', 'Train'])
    await catalogue.update(WORKSHOP, { lastOpenedAt: 30 })
    expect(await titles(catalogue)).toEqual(['Train', 'Hotel'])
  })

  it('keep what was known when they are noted again', async () => {
    const catalogue = createCatalogue(await openDatabase(), { now: () => 5 })
    await catalogue.upsert(WORKSHOP, { title: 'Train', role: 'writer', secret: 's', roomId: 'room' })
    await catalogue.upsert(WORKSHOP, { title: 'Train journey' })
    expect(await catalogue.find(WORKSHOP)).toMatchObject({
      ok: true,
      value: { title: 'Train journey', role: 'writer', secret: 's', createdAt: 5, deletedAt: null },
    })
    expect(await catalogue.findByRoom('room')).toMatchObject({ ok: true, value: { workshopId: WORKSHOP } })
    expect(await catalogue.findByRoom('elsewhere')).toEqual({ ok: true, value: null })
  })

  it('tell whoever watches about every change', async () => {
    const catalogue = createCatalogue(await openDatabase())
    const seen: WorkshopList[] = []
    onTestFinished(catalogue.subscribe((list) => seen.push(list)))
    await expect.poll(() => seen.length).toBe(1)
    await catalogue.upsert(WORKSHOP, { title: 'Train' })
    await expect.poll(() => seen.at(-1)).toMatchObject({ ok: true, value: [{ title: 'Train' }] })
    await catalogue.bin(WORKSHOP)
    await expect
      .poll(() => {
        const list = seen.at(-1)
        return list?.ok === true && list.value[0]?.deletedAt !== null
      })
      .toBe(true)
    await catalogue.restore(WORKSHOP)
    await expect.poll(() => seen.at(-1)).toMatchObject({ value: [{ deletedAt: null }] })
  })

  it('remember everybody who has written here, the latest first, nobody twice', async () => {
    const catalogue = createCatalogue(await openDatabase())
    await catalogue.upsert(WORKSHOP, {})
    for (const person of ['anna', 'ben', 'anna']) await catalogue.switchPerson(WORKSHOP, person)
    expect(await catalogue.find(WORKSHOP)).toMatchObject({
      value: { personId: 'anna', peopleHere: ['anna', 'ben'] },
    })
  })

  it('forget that a room was closed only for that very room', async () => {
    const catalogue = createCatalogue(await openDatabase())
    await catalogue.upsert(WORKSHOP, { roomId: 'room' })
    await catalogue.noteRoomClosed(WORKSHOP, 'room', 5)
    await catalogue.noteRoomClosed(WORKSHOP, 'earlier', null)
    expect(await catalogue.find(WORKSHOP)).toMatchObject({ value: { roomClosedAt: 5 } })
    await catalogue.noteRoomClosed(WORKSHOP, 'room', null)
    expect(await catalogue.find(WORKSHOP)).toMatchObject({ value: { roomClosedAt: null } })
  })

  it('are gone for good with documents, copies and pictures, except pictures that others show', async () => {
    const database = await openDatabase()
    const catalogue = createCatalogue(database)
    const media = createMediaStore(database)
    await catalogue.upsert(WORKSHOP, { title: 'Train' })
    await catalogue.upsert(OTHER, { title: 'Hotel' })
    const shared = await media.save(WORKSHOP, Uint8Array.of(1, 2, 3), 'image/jpeg')
    const own = await media.save(WORKSHOP, Uint8Array.of(4, 5, 6), 'image/jpeg')
    await media.share(WORKSHOP, OTHER)
    await database.blobUses.delete([OTHER, own.ok ? own.value.sha256 : ''])
    const { cards, persistence } = openDocument(database)
    await persistence.loaded
    cards.set('a', '1')
    await persistence.close()

    expect(await catalogue.remove(WORKSHOP, ['map', 'stage', 'review'])).toMatchObject({ ok: true })
    expect(await titles(catalogue)).toEqual(['Hotel'])
    expect(await database.checkpoints.count()).toBe(0)
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['etappe'])
    expect(await media.read(shared.ok ? shared.value.sha256 : '')).toMatchObject({
      value: { mime: 'image/jpeg' },
    })
    expect(await media.read(own.ok ? own.value.sha256 : '')).toEqual({ ok: true, value: null })
  })

  it('are not written back by a tab that still has them open', async () => {
    const database = await openDatabase()
    const catalogue = createCatalogue(database)
    await catalogue.upsert(WORKSHOP, { title: 'Train' })
    const { cards, persistence } = openDocument(database)
    await persistence.loaded
    cards.set('a', '1')
    await untilStatus(persistence, 'saved')
    expect(await catalogue.remove(WORKSHOP, ['map'])).toMatchObject({ ok: true })
    await expect
      .poll(() => persistence.status.get())
      .toMatchObject({ state: 'notSaved', failure: { code: 'removed' } })
    cards.set('b', '2')
    await persistence.close()
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['etappe'])
    expect(await database.checkpoints.count()).toBe(0)
  })
})
