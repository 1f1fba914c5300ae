/** The order of writes and of the proof that they are committed, when one of them is rolled back. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Timers } from '../../src/shared/timers.ts'
import { LOG, openDatabase, openDocument, readBack, untilStatus } from './deviceFixture.ts'
import { abortWrites, freshIndexedDb, killOpenConnections } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

describe('a write that is rolled back', () => {
  it('never takes with it what a later change replaced, when the page dies before it can make up for it', async () => {
    const database = await openDatabase()
    const neverAgain: Timers = { after: () => () => undefined }
    const { cards, persistence } = openDocument(database, { timers: neverAgain })
    await persistence.loaded
    cards.set('a', 'saved')
    await untilStatus(persistence, 'saved')
    abortWrites((store, nth) => store === 'updates' && nth === 1)
    cards.set('b', 'rolled back')
    await Promise.resolve()
    cards.set('a', 'replaced')
    await untilStatus(persistence, 'notSaved')
    killOpenConnections(LOG)
    expect(['saved', 'replaced']).toContain((await readBack(database))['a'])
  })

  it('is not followed by a "saved" that comes before the write, once the log was opened anew', async () => {
    const database = await openDatabase()
    const { cards, persistence, said } = openDocument(database)
    await persistence.loaded
    await untilStatus(persistence, 'saved')
    killOpenConnections(LOG)
    cards.set('a', '1')
    await untilStatus(persistence, 'saved')
    const fault = abortWrites((store) => store === 'updates')
    const before = said.length
    cards.set('b', '2')
    await untilStatus(persistence, 'notSaved')
    expect(said.slice(before).map(({ state }) => state)).toEqual(['saving', 'notSaved'])
    fault.heal()
  })
})
