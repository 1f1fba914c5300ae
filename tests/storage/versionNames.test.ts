import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createCatalogue } from '../../src/storage/catalogue.ts'
import { readCheckpoint, writeCheckpoint } from '../../src/storage/checkpoints.ts'
import { nameVersion } from '../../src/storage/versionNames.ts'
import { openDatabase, readBack, WORKSHOP } from './deviceFixture.ts'
import { KEY, listed, stateWith } from './versionsFixture.ts'
import { freshIndexedDb } from './faultyIndexedDb.ts'

const MINUTE = 60_000

beforeEach(freshIndexedDb)

describe('the versions of a workshop', () => {
  it('are listed newest first, each with the state of its time', async () => {
    const database = await openDatabase()
    for (let n = 1; n <= 3; n += 1)
      await writeCheckpoint(database, KEY, stateWith(`card${n}`), n * 10 * MINUTE)
    const versions = await listed(database)
    expect(versions.map(({ at, name }) => ({ at, name }))).toEqual([
      { at: 30 * MINUTE, name: null },
      { at: 20 * MINUTE, name: null },
      { at: 10 * MINUTE, name: null },
    ])
    const oldest = await readCheckpoint(database, versions[2]?.id ?? 0)
    const doc = new Y.Doc()
    if (oldest.ok) Y.applyUpdate(doc, oldest.value)
    expect([...doc.getMap('cards').keys()]).toEqual(['card1'])
  })

  it('keep a named one for ever, until the name is taken away', async () => {
    const database = await openDatabase()
    await writeCheckpoint(database, KEY, stateWith('first'), MINUTE)
    const [first] = await listed(database)
    expect(await nameVersion(database, first?.id ?? 0, '  After the interviews ')).toEqual({
      ok: true,
      value: undefined,
    })
    for (let n = 0; n < 5; n += 1) await writeCheckpoint(database, KEY, stateWith(`card${n}`), 2 * MINUTE + n)
    expect((await listed(database)).at(-1)).toMatchObject({ name: 'After the interviews', at: MINUTE })
    await nameVersion(database, first?.id ?? 0, '')
    await writeCheckpoint(database, KEY, stateWith('last'), 3 * MINUTE)
    expect((await listed(database)).every(({ name, at }) => name === null && at > MINUTE)).toBe(true)
  })

  it('refuse a name for one that was thinned away meanwhile', async () => {
    const database = await openDatabase()
    expect(await nameVersion(database, 99, 'gone')).toMatchObject({ ok: false, error: { code: 'removed' } })
    expect(await database.versionNames.count()).toBe(0)
  })

  it('go with the workshop, names included', async () => {
    const database = await openDatabase()
    await writeCheckpoint(database, KEY, stateWith('a'), MINUTE)
    const [first] = await listed(database)
    await nameVersion(database, first?.id ?? 0, 'kept')
    await createCatalogue(database).remove(WORKSHOP, ['map'])
    expect(await database.versionNames.count()).toBe(0)
    expect(await database.checkpoints.count()).toBe(0)
  })

  it('of a device that last ran the version before are all still there', async () => {
    const old = indexedDB.open('etappe', 10)
    await new Promise<void>((resolve, reject) => {
      old.onupgradeneeded = () => {
        const { result } = old
        result.createObjectStore('workshops', { keyPath: 'workshopId' }).createIndex('roomId', 'roomId')
        result
          .createObjectStore('checkpoints', { keyPath: 'id', autoIncrement: true })
          .createIndex('[workshopId+document]', ['workshopId', 'document'])
        result.createObjectStore('blobs', { keyPath: 'sha256' })
        const uses = result.createObjectStore('blobUses', { keyPath: ['workshopId', 'sha256'] })
        uses.createIndex('workshopId', 'workshopId')
        uses.createIndex('sha256', 'sha256')
        result.createObjectStore('settings', { keyPath: 'key' })
        result
          .createObjectStore('quarantine', { keyPath: 'id', autoIncrement: true })
          .createIndex('workshopId', 'workshopId')
      }
      old.onsuccess = () => resolve()
      old.onerror = () => reject(new Error('not opened'))
    })
    const state = stateWith('old')
    const sha256 = createHash('sha256').update(state).digest('hex')
    await new Promise<void>((resolve) => {
      const transaction = old.result.transaction('checkpoints', 'readwrite')
      transaction
        .objectStore('checkpoints')
        .add({ workshopId: WORKSHOP, document: 'map', at: 5, state: new Uint8Array(state).buffer, sha256 })
      transaction.oncomplete = () => resolve()
    })
    old.result.close()
    const database = await openDatabase()
    expect((await listed(database)).map(({ at }) => at)).toEqual([5])
    expect(await readBack(database)).toEqual({ old: 'x' })
  })
})
