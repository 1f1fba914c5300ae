import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DeviceDatabase } from '../../src/storage/database.ts'
import type { Timers } from '../../src/shared/timers.ts'
import {
  openDatabase,
  openDocument,
  playedPage,
  readBack,
  untilStatus,
  LOG,
  writeCardOnce,
} from './deviceFixture.ts'
import {
  abortWrites,
  clearRows,
  freshIndexedDb,
  hangOpens,
  killOpenConnections,
  refuseOpens,
  removeLog,
  rowsOf,
} from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

describe('a document on this device', () => {
  it('is there again after a reload', async () => {
    const database = await openDatabase()
    const first = openDocument(database)
    expect(await first.persistence.loaded).toMatchObject({
      ok: true,
      value: { isNew: true, checkpoint: 'none' },
    })
    first.cards.set('a', 'I compare two offers')
    expect(await first.persistence.flush()).toEqual({ ok: true, value: undefined })
    await first.persistence.close()

    const second = openDocument(database)
    expect(await second.persistence.loaded).toMatchObject({
      ok: true,
      value: { isNew: false, damagedRows: 0 },
    })
    expect(second.cards.toJSON()).toEqual({ a: 'I compare two offers' })
  })

  it('says saving at once and saved only after the browser has committed', async () => {
    const database = await openDatabase()
    const { cards, persistence } = openDocument(database)
    await persistence.loaded
    await untilStatus(persistence, 'saved')
    cards.set('a', '1')
    expect(persistence.status.get().state).toBe('saving')
    await untilStatus(persistence, 'saved')
    const copy = new Y.Doc()
    for (const row of await rowsOf(LOG)) Y.applyUpdate(copy, row as Uint8Array)
    expect(copy.getMap('cards').toJSON()).toEqual({ a: '1' })
  })

  it('keeps what was written without a flush, when the page is killed once it said saved', async () => {
    const database = await openDatabase()
    const { cards, persistence } = openDocument(database)
    await persistence.loaded
    for (let n = 0; n < 30; n += 1) cards.set(`card${n}`, `text ${n}`)
    await untilStatus(persistence, 'saved')
    killOpenConnections(LOG)
    expect(Object.keys(await readBack(database))).toHaveLength(30)
  })
})

describe('a write that the browser rolls back', () => {
  it.each([1, 2, 5, 8])('number %i of 8 is said at once and loses nothing', async (failing) => {
    const database = await openDatabase()
    const { cards, persistence, said } = openDocument(database)
    await persistence.loaded
    await untilStatus(persistence, 'saved')
    const fault = abortWrites((store, nth) => store === 'updates' && nth === failing)
    for (let n = 1; n <= 8; n += 1) {
      cards.set(`card${n}`, `text ${n}`)
      await untilStatus(persistence, 'saved')
    }
    expect(fault.aborted()).toBe(1)
    expect(said.filter(({ state }) => state === 'notSaved')).toHaveLength(1)
    killOpenConnections(LOG)
    expect(Object.keys(await readBack(database))).toHaveLength(8)
  })

  it('never counts as saved while it keeps failing, and is written as soon as it can be', async () => {
    const database = await openDatabase()
    const page = playedPage()
    const { cards, persistence, said } = openDocument(database, { lifecycle: page })
    await persistence.loaded
    await untilStatus(persistence, 'saved')
    const fault = abortWrites((store) => store === 'updates')
    const before = said.length
    cards.set('a', '1')
    await untilStatus(persistence, 'notSaved')
    expect(await persistence.flush()).toMatchObject({ ok: false, error: { code: 'aborted' } })
    cards.set('b', '2')
    expect(await persistence.flush()).toMatchObject({ ok: false })
    expect(said.slice(before).map(({ state }) => state)).not.toContain('saved')
    fault.heal()
    page.play('show')
    await untilStatus(persistence, 'saved')
    killOpenConnections(LOG)
    expect(await readBack(database)).toEqual({ a: '1', b: '2' })
  })

  it('is tried again without anybody asking, until it works', async () => {
    const database = await openDatabase()
    const waits: (() => void)[] = []
    const timers: Timers = {
      // Only the waits between attempts; the ten seconds for an answer never pass here.
      after: (ms, run) => {
        if (ms <= 3_000) waits.push(run)
        return () => undefined
      },
    }
    const { cards, persistence } = openDocument(database, { timers })
    await persistence.loaded
    await untilStatus(persistence, 'saved')
    const fault = abortWrites((store) => store === 'updates')
    cards.set('a', '1')
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await expect.poll(() => waits.length).toBe(1)
      expect(persistence.status.get().state).toBe('notSaved')
      waits.pop()?.()
    }
    await expect.poll(() => waits.length).toBe(1)
    fault.heal()
    waits.pop()?.()
    await untilStatus(persistence, 'saved')
    killOpenConnections(LOG)
    expect(await readBack(database)).toEqual({ a: '1' })
  })

  it('still leaves the second copy, which alone brings everything back', async () => {
    const database = await openDatabase()
    const { cards, persistence } = openDocument(database)
    await persistence.loaded
    await untilStatus(persistence, 'saved')
    const fault = abortWrites((store) => store === 'updates')
    cards.set('a', '1')
    expect(await persistence.checkpoint()).toMatchObject({ ok: true })
    expect(await persistence.flush()).toMatchObject({ ok: false })
    fault.heal()
    killOpenConnections(LOG)
    expect(await readBack(database)).toEqual({ a: '1' })
  })
})

describe('a connection that the browser took away', () => {
  it('does not throw into the hands of who edits, and heals by itself', async () => {
    const database = await openDatabase()
    const { cards, persistence, said } = openDocument(database)
    await persistence.loaded
    await untilStatus(persistence, 'saved')
    killOpenConnections(LOG)
    expect(() => cards.set('a', '1')).not.toThrow()
    expect(persistence.status.get()).toMatchObject({ state: 'notSaved', failure: { code: 'closed' } })
    await untilStatus(persistence, 'saved')
    expect(said.map(({ state }) => state)).toContain('notSaved')
    expect(await readBack(database)).toEqual({ a: '1' })
  })

  it('is noticed when the page comes back into sight, before anybody writes', async () => {
    const database = await openDatabase()
    const page = playedPage()
    const { persistence } = openDocument(database, { lifecycle: page })
    await persistence.loaded
    await untilStatus(persistence, 'saved')
    killOpenConnections(LOG)
    page.play('show')
    await untilStatus(persistence, 'notSaved')
    await untilStatus(persistence, 'saved')
  })
})

describe('rows that vanish from the disk without a word', () => {
  it('are noticed when the page comes back into sight, and written again before anybody edits', async () => {
    const page = playedPage()
    const database = await openDatabase()
    const { cards, persistence, said } = openDocument(database, { lifecycle: page })
    await persistence.loaded
    cards.set('a', '1')
    cards.delete('a')
    cards.set('b', '2')
    await untilStatus(persistence, 'saved')
    await clearRows(LOG)
    page.play('show')
    await untilStatus(persistence, 'notSaved')
    await untilStatus(persistence, 'saved')
    expect(said.filter(({ state }) => state === 'notSaved')).toHaveLength(1)
    await database.checkpoints.clear()
    killOpenConnections(LOG)
    expect(await readBack(database)).toEqual({ b: '2' })
  })
})

describe('a document that cannot be loaded', () => {
  it('is an error and not an empty document, when the database does not answer', async () => {
    const database = await openDatabase()
    await writeCardOnce(database)
    const heal = hangOpens(LOG)
    const second = openDocument(database, { answerWithinMs: 50 })
    expect(await second.persistence.loaded).toMatchObject({
      ok: false,
      error: { code: 'timeout', recovered: true },
    })
    expect(second.persistence.status.get()).toMatchObject({ state: 'loadFailed' })
    expect(second.cards.toJSON()).toEqual({ a: '1' })
    heal()
  })

  it.each([
    ['is damaged', (database: DeviceDatabase) => database.checkpoints.toCollection().modify({ sha256: 'x' })],
    ['cannot be asked for', (database: DeviceDatabase) => Promise.resolve(database.close())],
  ])('is not taken for a new one when its log is gone and its second copy %s', async (_how, spoil) => {
    const database = await openDatabase()
    await writeCardOnce(database)
    await removeLog(LOG)
    await spoil(database)
    const second = openDocument(database)
    expect(await second.persistence.loaded).toMatchObject({ ok: false, error: { recovered: false } })
    expect(second.persistence.status.get()).toMatchObject({ state: 'loadFailed' })
  })

  it('says so when there is no second copy either', async () => {
    const database = await openDatabase()
    refuseOpens(LOG)
    const { persistence } = openDocument(database)
    expect(await persistence.loaded).toMatchObject({
      ok: false,
      error: { code: 'unavailable', recovered: false },
    })
  })

  it('does not overwrite its second copy with the little that was read', async () => {
    const database = await openDatabase()
    await writeCardOnce(database)
    const heal = refuseOpens(LOG)
    const second = openDocument(database)
    await second.persistence.loaded
    expect(await second.persistence.checkpoint()).toMatchObject({ ok: false })
    await second.persistence.close()
    heal()
    expect(await readBack(database)).toEqual({ a: '1' })
  })
})
