/** Log and second copy, each whole, gone or damaged: as long as one of them is whole, nothing is lost. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { DeviceDatabase } from '../../src/storage/database.ts'
import { LOG, openDatabase, openDocument } from './deviceFixture.ts'
import { addRow, freshIndexedDb } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

const LOGS = {
  whole: () => Promise.resolve(),
  gone: () =>
    new Promise<void>((resolve) => {
      indexedDB.deleteDatabase(LOG).onsuccess = () => resolve()
    }),
  damaged: () => addRow(LOG, Uint8Array.of(250, 250, 250)),
}

const COPIES = {
  whole: () => Promise.resolve(),
  gone: (database: DeviceDatabase) => database.checkpoints.clear(),
  damaged: async (database: DeviceDatabase) => {
    await database.checkpoints
      .toCollection()
      .modify((row) => void Object.assign(row, { state: Uint8Array.of(1, 2, 3).buffer }))
  },
}

type Side = keyof typeof LOGS
const SIDES = Object.keys(LOGS) as Side[]
const CASES = SIDES.flatMap((log) => SIDES.map((copy) => [log, copy] as const)).filter(
  ([log, copy]) => log !== 'gone' || copy === 'whole',
)

describe('a workshop on this device', () => {
  it.each(CASES)('is whole when its log is %s and its second copy %s', async (log, copy) => {
    const database = await openDatabase()
    const first = openDocument(database)
    await first.persistence.loaded
    first.cards.set('a', 'saved')
    first.cards.set('b', 'saved too')
    await first.persistence.close()
    await LOGS[log]()
    await COPIES[copy](database)
    const second = openDocument(database)
    const expectedCopy = { whole: 'merged', gone: 'none', damaged: 'failed' } as const
    expect(await second.persistence.loaded).toMatchObject({
      ok: true,
      value: { checkpoint: expectedCopy[copy], damagedRows: log === 'damaged' ? 1 : 0 },
    })
    expect(second.cards.toJSON()).toEqual({ a: 'saved', b: 'saved too' })
    // And it is made up for: both are whole again.
    second.cards.set('c', 'later')
    await second.persistence.close()
    await LOGS.gone()
    const third = openDocument(database)
    await third.persistence.loaded
    expect(third.cards.toJSON()).toEqual({ a: 'saved', b: 'saved too', c: 'later' })
  })

  it('is new to this device when there is neither a log nor a copy, and says so', async () => {
    const { persistence } = openDocument(await openDatabase())
    expect(await persistence.loaded).toMatchObject({ ok: true, value: { isNew: true, checkpoint: 'none' } })
  })
})
