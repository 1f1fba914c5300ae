import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { LOG, openDatabase, openDocument, readBack, WORKSHOP, writeCardOnce } from './deviceFixture.ts'
import { addRow, freshIndexedDb, removeLog } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

describe('a damaged log', () => {
  it('gives everything that can be read and keeps the rest aside', async () => {
    const database = await openDatabase()
    await writeCardOnce(database)
    await addRow(LOG, Uint8Array.of(9, 9, 9, 9))
    await addRow(LOG, 'not even bytes')

    const second = openDocument(database)
    expect(await second.persistence.loaded).toMatchObject({ ok: true, value: { damagedRows: 2 } })
    expect(second.cards.toJSON()).toEqual({ a: '1' })
    const kept = await database.quarantine.toArray()
    expect(kept.map(({ workshopId, document }) => [workshopId, document])).toEqual([
      [WORKSHOP, 'map'],
      [WORKSHOP, 'map'],
    ])
    second.cards.set('b', '2')
    await second.persistence.close()
    expect(await readBack(database)).toEqual({ a: '1', b: '2' })
  })

  it('that lost every row loses nothing, because the second copy is merged', async () => {
    const database = await openDatabase()
    await writeCardOnce(database)
    await removeLog(LOG)
    expect(await readBack(database)).toEqual({ a: '1' })
  })

  it('says that changes are missing when there is a hole in it', async () => {
    const database = await openDatabase()
    const source = new Y.Doc()
    const updates: Uint8Array[] = []
    source.on('update', (update: Uint8Array) => updates.push(update))
    source.getMap('cards').set('a', '1')
    source.getMap('cards').set('b', '2')
    const first = openDocument(database)
    await first.persistence.loaded
    await first.persistence.close()
    await addRow(LOG, updates[1])
    const second = openDocument(database)
    expect(await second.persistence.loaded).toMatchObject({
      ok: true,
      value: { hasGaps: true, isNew: false },
    })
  })
})
