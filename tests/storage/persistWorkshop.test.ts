import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { silentLogger } from '../../src/shared/logger.ts'
import type { DeviceDatabase } from '../../src/storage/database.ts'
import { logName } from '../../src/storage/logName.ts'
import { persistWorkshop } from '../../src/storage/persistWorkshop.ts'
import { openDatabase, WORKSHOP } from './deviceFixture.ts'
import { freshIndexedDb, refuseOpens } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

function openAll(database: DeviceDatabase) {
  const map = new Y.Doc()
  const stage = new Y.Doc()
  const documents = { map, stage, review: new Y.Doc() }
  const environment = { logger: silentLogger }
  const persistence = persistWorkshop({ workshopId: WORKSHOP, documents, database, environment })
  onTestFinished(() => persistence.close())
  return { cards: map.getMap<string>('cards'), stage: stage.getMap<string>('stage'), persistence }
}

async function deviceWithMap() {
  const database = await openDatabase()
  const first = openAll(database)
  await first.persistence.loaded
  first.cards.set('a', '1')
  await first.persistence.close()
  return database
}

describe('a workshop of which one document cannot be read', () => {
  it.each(['review', 'stage'])(
    'is shown with its whole map when it is %s, which was always empty',
    async (name) => {
      const database = await deviceWithMap()
      refuseOpens(logName(WORKSHOP, name))
      const { cards, persistence } = openAll(database)
      expect(await persistence.loaded).toMatchObject({
        ok: false,
        error: { document: name, recovered: true },
      })
      expect(cards.toJSON()).toEqual({ a: '1' })
    },
  )

  it('is shown when the map is made up for by its second copy', async () => {
    const database = await deviceWithMap()
    refuseOpens(logName(WORKSHOP, 'map'))
    refuseOpens(logName(WORKSHOP, 'review'))
    const { cards, persistence } = openAll(database)
    expect(await persistence.loaded).toMatchObject({ ok: false, error: { recovered: true } })
    expect(cards.toJSON()).toEqual({ a: '1' })
  })

  it('is not shown when nothing of the map is there, whatever else can be read', async () => {
    const database = await deviceWithMap()
    await database.checkpoints.clear()
    refuseOpens(logName(WORKSHOP, 'map'))
    const { persistence } = openAll(database)
    expect(await persistence.loaded).toMatchObject({
      ok: false,
      error: { document: 'map', recovered: false },
    })
  })
})

describe('keeping one moment of one document', () => {
  it('writes a second copy of that document alone, though the others have changed as well', async () => {
    const database = await openDatabase()
    const { cards, stage, persistence } = openAll(database)
    await persistence.loaded
    cards.set('a', '1')
    stage.set('step', '2')
    expect(await persistence.checkpoint('map')).toMatchObject({ ok: true })
    const copies = async () => (await database.checkpoints.toArray()).map(({ document }) => document)
    expect(await copies()).toEqual(['map'])
    expect(await persistence.checkpoint()).toMatchObject({ ok: true })
    expect((await copies()).sort()).toEqual(['map', 'stage'])
  })
})
