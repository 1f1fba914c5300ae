import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import * as Y from 'yjs'
import { silentLogger } from '../../src/shared/logger.ts'
import type { DeviceDatabase } from '../../src/storage/database.ts'
import { logName } from '../../src/storage/logName.ts'
import { persistWorkshop } from '../../src/storage/persistWorkshop.ts'
import { familyStatus } from '../../src/storage/saveStatus.ts'
import type { StorageEnvironment } from '../../src/storage/storageEnvironment.ts'
import { storageFailure } from '../../src/storage/storageFailure.ts'
import { newWorkshopEntry } from '../../src/storage/workshopEntry.ts'
import { openDatabase, WORKSHOP } from './deviceFixture.ts'
import { freshIndexedDb, refuseOpens } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

function openAll(database: DeviceDatabase, asked: Partial<StorageEnvironment> = {}) {
  const map = new Y.Doc()
  const stage = new Y.Doc()
  const documents = { map, stage, review: new Y.Doc() }
  const environment = { logger: silentLogger, ...asked }
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

describe('when everything was last saved', () => {
  const MINUTE = 60_000

  /** A device whose clock and timers are the test's; every document has been saved at 0. */
  async function openedAtZero() {
    const database = await openDatabase()
    await database.workshops.put(newWorkshopEntry(WORKSHOP, 0, {}))
    let now = 0
    const due = new Set<() => void>()
    const after = (_ms: number, run: () => void) => {
      due.add(run)
      return () => void due.delete(run)
    }
    const opened = openAll(database, { clock: { now: () => now }, timers: { after } })
    await opened.persistence.loaded
    await opened.persistence.flush()
    return {
      ...opened,
      pass: (ms: number) => void (now += ms),
      runTimers: () => [...due].forEach((run) => run()),
      noted: async () => (await database.workshops.get(WORKSHOP))?.lastSavedAt,
    }
  }

  it('is when the last change was, however long nobody has touched the other documents', async () => {
    const { cards, stage, persistence, pass } = await openedAtZero()
    expect(persistence.status.get()).toEqual({ state: 'saved', at: 0 })
    pass(7 * MINUTE)
    cards.set('a', '1')
    await persistence.flush()
    expect(persistence.status.get()).toEqual({ state: 'saved', at: 7 * MINUTE })
    pass(MINUTE)
    stage.set('step', '2')
    await persistence.flush()
    expect(persistence.status.get()).toEqual({ state: 'saved', at: 8 * MINUTE })
  })

  it('is noted in the list of this device as the moment of the save, not of the note', async () => {
    const { cards, persistence, pass, runTimers, noted } = await openedAtZero()
    pass(7 * MINUTE)
    cards.set('a', '1')
    await persistence.flush()
    pass(5_000)
    runTimers()
    await vi.waitFor(async () => expect(await noted()).toBe(7 * MINUTE))
  })
})

describe('documents of which some wait', () => {
  const failure = storageFailure('quota', '')

  it('have waited since the first of them that waits, whatever was saved meanwhile', () => {
    const statuses = [
      { state: 'saved', at: 9 },
      { state: 'saving', since: 7 },
      { state: 'saving', since: 5 },
    ] as const
    expect(familyStatus(statuses)).toEqual({ state: 'saving', since: 5 })
  })

  it('are not saved while one of them is not, however lately the others were', () => {
    const broken = { state: 'notSaved', failure, since: 1 } as const
    const statuses = [{ state: 'saved', at: 9 }, broken, { state: 'saving', since: 8 }] as const
    expect(familyStatus(statuses)).toEqual(broken)
  })
})
