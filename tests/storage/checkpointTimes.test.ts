/** When the second copy is written while nobody asks for it: after a rest, and in the middle of work that never rests. */
import { beforeEach, describe, expect, it } from 'vitest'
import { VirtualTime } from '../convergence/storage/virtualTime.ts'
import { openDatabase, openDocument, untilStatus } from './deviceFixture.ts'
import { freshIndexedDb } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

async function openAtWork() {
  const database = await openDatabase()
  const time = new VirtualTime()
  const opened = openDocument(database, {
    timers: time.timersOf({ isDead: false }),
    clock: time.clockWrongBy(0),
  })
  await opened.persistence.loaded
  await untilStatus(opened.persistence, 'saved')
  return { ...opened, time, copies: () => database.checkpoints.count() }
}

describe('the second copy of a document', () => {
  it('is written when nobody has changed anything for a while', async () => {
    const { cards, persistence, time, copies } = await openAtWork()
    cards.set('a', '1')
    await untilStatus(persistence, 'saved')
    time.pass(5_000)
    expect(await copies()).toBe(0)
    time.pass(20_000)
    await expect.poll(copies).toBe(1)
  })

  it('is written every few minutes also when the work never rests', async () => {
    const { cards, persistence, time, copies } = await openAtWork()
    for (let n = 0; n < 40; n += 1) {
      cards.set('a', `${n}`)
      await untilStatus(persistence, 'saved')
      time.pass(6_000)
    }
    await expect.poll(copies).toBe(1)
  })
})
