/** What browsers say when they take a database away from an open page, before anybody writes to it. */
import { forceCloseDatabase } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { LOG, openDatabase, openDocument, readBack, untilStatus } from './deviceFixture.ts'
import { freshIndexedDb, hangOpens, killOpenConnections } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

/** The connection to the log that stays open. */
function catchConnections(wanted = LOG): IDBDatabase[] {
  const caught: IDBDatabase[] = []
  const factory = globalThis.indexedDB
  const open = factory.open.bind(factory)
  factory.open = (name: string, version?: number) => {
    const request = open(name, version)
    if (name === wanted) request.addEventListener('success', () => caught.push(request.result))
    return request
  }
  return caught
}

describe('a log that the browser takes away from an open page', () => {
  it.each([
    ['closes it', (connection: IDBDatabase) => forceCloseDatabase(connection as never)],
    [
      'lets another tab delete it',
      (connection: IDBDatabase) => {
        indexedDB.deleteDatabase(connection.name)
      },
    ],
  ] as const)('when it %s: is said at once and written again, before anybody edits', async (_what, take) => {
    const database = await openDatabase()
    const connections = catchConnections()
    const { cards, persistence, said } = openDocument(database)
    await persistence.loaded
    cards.set('a', '1')
    await untilStatus(persistence, 'saved')
    const open = connections.at(-1)
    if (open === undefined) throw new Error('nothing was opened')
    take(open)
    await untilStatus(persistence, 'notSaved')
    expect(said.map(({ state }) => state)).toContain('notSaved')
    await untilStatus(persistence, 'saved')
    await database.checkpoints.clear()
    killOpenConnections(LOG)
    expect(await readBack(database)).toEqual({ a: '1' })
  })
})

describe('a browser that takes everything away and does not answer for a while', () => {
  it('has everything again once it answers: the log by itself, and the second copy', async () => {
    const connections = catchConnections('etappe')
    const database = await openDatabase()
    const { cards, persistence } = openDocument(database, { answerWithinMs: 200 })
    await persistence.loaded
    const answerAgain = hangOpens('etappe')
    forceCloseDatabase(connections.at(-1) as never)
    killOpenConnections(LOG)
    cards.set('a', '1')
    await untilStatus(persistence, 'notSaved')
    expect(await persistence.checkpoint()).toMatchObject({ ok: false })
    answerAgain()
    await untilStatus(persistence, 'saved')
    await expect.poll(() => persistence.checkpoint()).toMatchObject({ ok: true })
    expect(await database.checkpoints.count()).toBeGreaterThan(0)
  })
})
