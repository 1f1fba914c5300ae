import { beforeEach, describe, expect, it } from 'vitest'
import { silentLogger } from '../../src/shared/logger.ts'
import { createCatalogue } from '../../src/storage/catalogue.ts'
import { finishRemovals, removeLogs } from '../../src/storage/finishRemovals.ts'
import { createMediaStore } from '../../src/storage/mediaStore.ts'
import { LOG, openDatabase, openDocument, readBack, WORKSHOP } from './deviceFixture.ts'
import { freshIndexedDb } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

async function keptWorkshop() {
  const database = await openDatabase()
  await createCatalogue(database).upsert(WORKSHOP, { title: 'T' })
  await createMediaStore(database).save(WORKSHOP, Uint8Array.of(1, 2, 3), 'image/jpeg')
  const { cards, persistence } = openDocument(database)
  await persistence.loaded
  cards.set('a', 'text')
  await persistence.close()
  return database
}

const logs = async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name === LOG)

/** Deleting this log never gets an answer, as when the page is killed in that moment. */
function killBeforeLogs(): () => void {
  const factory = indexedDB
  const real = factory.deleteDatabase.bind(factory)
  factory.deleteDatabase = () => new EventTarget() as IDBOpenDBRequest
  return () => {
    factory.deleteDatabase = real
  }
}

describe('a workshop that is being removed from this device', () => {
  it('is still here whole when the page is killed before the one step that counts', async () => {
    const database = await keptWorkshop()
    // oxlint-disable-next-line typescript/unbound-method
    const real = IDBObjectStore.prototype.delete
    IDBObjectStore.prototype.delete = function (this: IDBObjectStore) {
      this.transaction.abort()
      throw new DOMException('killed', 'AbortError')
    }
    expect((await createCatalogue(database).remove(WORKSHOP, ['map'])).ok).toBe(false)
    IDBObjectStore.prototype.delete = real
    await finishRemovals(database, silentLogger)
    expect(await createCatalogue(database).find(WORKSHOP)).toMatchObject({ ok: true, value: { title: 'T' } })
    expect(await createMediaStore(database).list(WORKSHOP)).toMatchObject({ value: [expect.any(String)] })
    expect(await readBack(database)).toEqual({ a: 'text' })
  })

  it('leaves nothing behind when the page is killed halfway: the next start finishes', async () => {
    const database = await keptWorkshop()
    const revive = killBeforeLogs()
    const killed = createCatalogue(database).remove(WORKSHOP, ['map'])
    await expect.poll(async () => database.workshops.count()).toBe(0)
    revive()
    expect(await logs()).toEqual([LOG])
    expect(await database.settings.count()).toBe(1)
    await finishRemovals(database, silentLogger)
    expect(await logs()).toEqual([])
    expect(await database.settings.count()).toBe(0)
    expect(await database.blobs.count()).toBe(0)
    void killed
  })

  it('stays when it has come back meanwhile: nothing of the new one is removed', async () => {
    const database = await keptWorkshop()
    await database.settings.put({ key: `removing/${WORKSHOP}`, value: ['map'] })
    await finishRemovals(database, silentLogger)
    expect(await readBack(database)).toEqual({ a: 'text' })
    expect(await database.settings.count()).toBe(0)
  })

  it('is tried again while another tab does not let go of its log', async () => {
    const database = await keptWorkshop()
    const revive = killBeforeLogs()
    const now = { after: (_ms: number, run: () => void) => (run(), () => undefined) }
    expect(await removeLogs(database, WORKSHOP, ['map'], now)).toMatchObject({ error: { code: 'timeout' } })
    revive()
    expect(await removeLogs(database, WORKSHOP, ['map'])).toEqual({ ok: true, value: undefined })
    expect(await logs()).toEqual([])
  })
})
