import { beforeEach, describe, expect, it } from 'vitest'
import { silentLogger } from '../../src/shared/logger.ts'
import { LEASE_MS, oneTab } from '../../src/storage/oneTab.ts'
import { storageEnvironment } from '../../src/storage/storageEnvironment.ts'
import { openDatabase, openDocument, readBack, untilStatus, LOG } from './deviceFixture.ts'
import { freshIndexedDb, rowsOf } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

/** The locks of one browser, as far as they are used. */
function browserLocks(): Pick<LockManager, 'request'> {
  const held = new Set<string>()
  const request = async (name: string, _options: unknown, work: (lock: unknown) => Promise<unknown>) => {
    if (held.has(name)) return work(null)
    held.add(name)
    try {
      return await work({ name, mode: 'exclusive' })
    } finally {
      held.delete(name)
    }
  }
  return { request } as unknown as Pick<LockManager, 'request'>
}

const WAYS = [
  ['the locks of the browser', browserLocks],
  ['a lease, where the page came over plain http', () => null],
] as const

describe.each(WAYS)('with %s', (_way, locksOf) => {
  it('one tab works while the other leaves it, and the next one may again', async () => {
    const database = await openDatabase()
    const clock = { now: () => 1_000 }
    const environment = storageEnvironment({ locks: locksOf(), clock, logger: silentLogger })
    const one = oneTab(database, 'x', environment)
    const two = oneTab(database, 'x', environment)
    const other = oneTab(database, 'y', environment)
    const during = await one(async () => [
      await two(() => Promise.resolve('two')),
      await other(() => Promise.resolve('other')),
    ])
    expect(during).toEqual([null, 'other'])
    expect(await two(() => Promise.resolve('two'))).toBe('two')
    await expect(one(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await two(() => Promise.resolve('after a failure'))).toBe('after a failure')
  })
})

describe('a lease', () => {
  it.each([
    ['runs out when its tab died', LEASE_MS],
    ['of a clock that was turned back by a year holds up nobody', -365 * 86_400_000],
  ])('%s', async (_case, later) => {
    const database = await openDatabase()
    let now = 1_800_000_000_000
    const clock = { now: () => now }
    const environment = storageEnvironment({ locks: null, clock, logger: silentLogger })
    await database.leases.put({ name: 'x', holder: 'died', until: now + LEASE_MS })
    const mine = oneTab(database, 'x', environment)
    expect(await mine(() => Promise.resolve('mine'))).toBeNull()
    now += later
    expect(await mine(() => Promise.resolve('mine'))).toBe('mine')
  })
})

describe('compacting', () => {
  it('is left to the tab that is at it, and loses nothing by that', async () => {
    const database = await openDatabase()
    const first = openDocument(database, { locks: null })
    await first.persistence.loaded
    for (let n = 0; n < 100; n += 1) {
      first.cards.set(`card${n}`, 'x')
      await untilStatus(first.persistence, 'saved')
    }
    await first.persistence.close()
    const before = (await rowsOf(LOG)).length
    expect(before).toBeGreaterThan(64)
    await database.leases.put({ name: `compact/${LOG}`, holder: 'other', until: Date.now() + LEASE_MS })
    const second = openDocument(database, { locks: null })
    await second.persistence.loaded
    await second.persistence.close()
    expect((await rowsOf(LOG)).length).toBeGreaterThanOrEqual(before)
    await database.leases.clear()
    expect(Object.keys(await readBack(database))).toHaveLength(100)
    expect((await rowsOf(LOG)).length).toBeLessThan(5)
  })
})
