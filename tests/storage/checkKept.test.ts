import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { silentLogger } from '../../src/shared/logger.ts'
import { checkKept } from '../../src/storage/checkKept.ts'
import { persistWorkshop } from '../../src/storage/persistWorkshop.ts'
import { LOG, openDatabase, WORKSHOP } from './deviceFixture.ts'
import { clearRows, freshIndexedDb } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

async function workshopOnDevice() {
  const database = await openDatabase()
  const map = new Y.Doc()
  const persistence = persistWorkshop({
    workshopId: WORKSHOP,
    documents: { map },
    database,
    environment: { logger: silentLogger },
  })
  await persistence.loaded
  map.getMap('cards').set('a', '1')
  return { database, workshopId: WORKSHOP, persistence }
}

describe('the checks of the health page', () => {
  it('write, read back and compare', async () => {
    const checked = await workshopOnDevice()
    const passed = { ok: true, value: undefined }
    expect(await checkKept(checked)).toEqual({ probe: passed, flush: passed, log: passed, copy: passed })
    expect(await checked.database.checkpoints.count()).toBe(1)
    await checked.persistence.close()
  })

  it('find a second copy that went bad although nothing changed since it was written', async () => {
    const checked = await workshopOnDevice()
    await checked.persistence.checkpoint()
    await checked.database.checkpoints.toCollection().modify({ sha256: 'wrong' })
    expect(await checkKept(checked)).toMatchObject({
      probe: { ok: true },
      flush: { ok: true },
      copy: { ok: false, error: { code: 'damaged' } },
    })
    await checked.persistence.close()
  })

  it('find a log that lost what was saved, and have it written again', async () => {
    const checked = await workshopOnDevice()
    await checked.persistence.flush()
    await clearRows(LOG)
    expect(await checkKept(checked)).toMatchObject({
      flush: { ok: true },
      log: { ok: false, error: { code: 'mismatch' } },
    })
    await expect.poll(() => checkKept(checked)).toMatchObject({ log: { ok: true } })
    await checked.persistence.close()
  })

  it('say that nothing can be kept when the database is gone', async () => {
    const checked = await workshopOnDevice()
    await checked.persistence.flush()
    checked.database.close()
    expect(await checkKept(checked)).toMatchObject({ probe: { ok: false }, copy: { ok: false } })
    await checked.persistence.close()
  })
})
