import { beforeEach, describe, expect, it, vi } from 'vitest'
import { LOG, openDatabase, openDocument, readBack, untilStatus } from './deviceFixture.ts'
import { countTransactions, freshIndexedDb, killOpenConnections, rowsOf } from './faultyIndexedDb.ts'

// Thousands of rows on a machine that may be busy; nothing waits for this time unless it fails.
vi.setConfig({ testTimeout: 30_000 })

beforeEach(freshIndexedDb)

describe('a log over time', () => {
  it('takes thousands of changes of one moment in few transactions', async () => {
    const database = await openDatabase()
    const { cards, persistence } = openDocument(database)
    await persistence.loaded
    await untilStatus(persistence, 'saved')
    const transactions = countTransactions(LOG)
    for (let n = 0; n < 3_000; n += 1) cards.set(`card${n}`, 'x')
    expect(await persistence.flush()).toMatchObject({ ok: true })
    expect(transactions()).toBeLessThan(10)
    killOpenConnections(LOG)
    expect(Object.keys(await readBack(database))).toHaveLength(3_000)
  })

  it('keeps few rows however often a small workshop is opened', async () => {
    const database = await openDatabase()
    for (let n = 0; n < 150; n += 1) {
      const { cards, persistence } = openDocument(database)
      await persistence.loaded
      cards.set('a', `${n}`)
      await persistence.close()
    }
    expect((await rowsOf(LOG)).length).toBeLessThan(70)
    expect(await readBack(database)).toEqual({ a: '149' })
  })

  it('stays small however often the workshop is opened', async () => {
    const database = await openDatabase()
    const first = openDocument(database)
    await first.persistence.loaded
    for (let n = 0; n < 200; n += 1) first.cards.set(`card${n}`, 'x'.repeat(500))
    await first.persistence.close()
    for (let n = 0; n < 100; n += 1) await readBack(database)
    const rows = (await rowsOf(LOG)) as Uint8Array[]
    const bytes = rows.reduce((sum, row) => sum + row.byteLength, 0)
    expect(rows.length).toBeLessThan(70)
    expect(bytes).toBeLessThan(1_300_000)
    expect(Object.keys(await readBack(database))).toHaveLength(200)
  })

  it('is never trimmed by y-indexeddb itself, which would delete what another tab has written', async () => {
    const database = await openDatabase()
    const { cards, persistence } = openDocument(database)
    await persistence.loaded
    const later = vi.spyOn(globalThis, 'setTimeout')
    for (let n = 0; n < 600; n += 1) cards.set(`card${n}`, 'x')
    expect(await persistence.flush()).toMatchObject({ ok: true })
    const trims = later.mock.calls.filter(([, ms]) => ms === 1_000)
    later.mockRestore()
    expect(trims).toEqual([])
  })

  it('is shared by two tabs that close in any order without losing a change', async () => {
    const database = await openDatabase()
    const one = openDocument(database)
    const two = openDocument(database)
    await one.persistence.loaded
    await two.persistence.loaded
    for (let n = 0; n < 300; n += 1) {
      one.cards.set(`one${n}`, 'x')
      two.cards.set(`two${n}`, 'x')
    }
    await one.persistence.close()
    for (let n = 300; n < 700; n += 1) two.cards.set(`two${n}`, 'x')
    await two.persistence.close()
    expect(Object.keys(await readBack(database))).toHaveLength(1_000)
  })
})
