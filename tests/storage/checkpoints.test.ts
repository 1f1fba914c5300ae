import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readNewestCheckpoint, seedDocument, writeCheckpoint } from '../../src/storage/checkpoints.ts'
import { LOG, openDatabase, openDocument, playedPage, readBack, WORKSHOP } from './deviceFixture.ts'
import { freshIndexedDb, killOpenConnections } from './faultyIndexedDb.ts'

const KEY = { workshopId: WORKSHOP, document: 'map' }

beforeEach(freshIndexedDb)

function stateWith(card: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('cards').set(card, 'x')
  return Y.encodeStateAsUpdate(doc)
}

function dropLog(): Promise<unknown> {
  return new Promise((resolve) => {
    indexedDB.deleteDatabase(LOG).onsuccess = resolve
  })
}

describe('the second copy of a document', () => {
  it('is written when the page goes out of sight', async () => {
    const database = await openDatabase()
    const page = playedPage()
    // No time passes: what is written for any other reason would be written later.
    const timers = { after: () => () => undefined }
    const { cards, persistence } = openDocument(database, { lifecycle: page, timers })
    await persistence.loaded
    cards.set('a', '1')
    page.play('hide')
    await expect.poll(() => database.checkpoints.count()).toBe(1)
    killOpenConnections(LOG)
    await dropLog()
    expect(await readBack(database)).toEqual({ a: '1' })
  })

  it('is written also for what was there before the first change, such as a template', async () => {
    const database = await openDatabase()
    const doc = new Y.Doc()
    doc.getMap('cards').set('template', 'x')
    const { persistence } = openDocument(database, {}, doc)
    await persistence.loaded
    await persistence.close()
    await dropLog()
    expect(await readBack(database)).toEqual({ template: 'x' })
  })

  it('falls back to the one before when the newest is damaged', async () => {
    const database = await openDatabase()
    expect(await writeCheckpoint(database, KEY, stateWith('old'), 1)).toMatchObject({ ok: true })
    expect(await writeCheckpoint(database, KEY, stateWith('new'), 2)).toMatchObject({ ok: true })
    const newest = (await database.checkpoints.toArray()).at(-1)
    await database.checkpoints.update(newest?.id ?? 0, { state: new ArrayBuffer(3) })
    const doc = new Y.Doc()
    const copy = await readNewestCheckpoint(database, KEY)
    if (copy.state !== null) Y.applyUpdate(doc, copy.state)
    expect([...doc.getMap('cards').keys()]).toEqual(['old'])
  })

  it('says that it failed when there are copies and none can be read', async () => {
    const database = await openDatabase()
    await writeCheckpoint(database, KEY, stateWith('a'), 1)
    await database.checkpoints.toCollection().modify({ sha256: 'wrong' })
    expect(await readNewestCheckpoint(database, KEY)).toMatchObject({
      outcome: 'failed',
      failure: { code: 'damaged' },
    })
  })

  it('is thinned within minutes, newest by number and not by a clock that was turned back', async () => {
    const database = await openDatabase()
    for (let n = 1; n <= 5; n += 1) await writeCheckpoint(database, KEY, stateWith(`card${n}`), 1_000 - n)
    expect(await database.checkpoints.count()).toBe(2)
    const doc = new Y.Doc()
    const copy = await readNewestCheckpoint(database, KEY)
    if (copy.state !== null) Y.applyUpdate(doc, copy.state)
    expect([...doc.getMap('cards').keys()]).toEqual(['card5'])
  })

  it('is not written again when nothing has changed', async () => {
    const database = await openDatabase()
    const state = stateWith('a')
    await writeCheckpoint(database, KEY, state, 1)
    await writeCheckpoint(database, KEY, state, 2)
    expect(await database.checkpoints.count()).toBe(1)
  })

  it('seeds a workshop that was never open here, and refuses what is no document', async () => {
    const database = await openDatabase()
    expect(await seedDocument(database, KEY, stateWith('a'), 1)).toMatchObject({ ok: true })
    expect(await readBack(database)).toEqual({ a: 'x' })
    expect(await seedDocument(database, KEY, Uint8Array.of(7, 7), 1)).toMatchObject({
      ok: false,
      error: { code: 'damaged' },
    })
  })
})
