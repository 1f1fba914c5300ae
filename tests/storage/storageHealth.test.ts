import { beforeEach, describe, expect, it } from 'vitest'
import { silentLogger } from '../../src/shared/logger.ts'
import { openDeviceDatabase } from '../../src/storage/database.ts'
import { openSettingsStore } from '../../src/storage/settingsStore.ts'
import { askToPersistOnce, readStorageHealth, type StorageBrowser } from '../../src/storage/storageHealth.ts'
import { openDatabase } from './deviceFixture.ts'
import { freshIndexedDb, hangOpens, refuseOpens } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

function browser(persist: () => Promise<boolean> = () => Promise.resolve(true)): StorageBrowser {
  return {
    storage: {
      persisted: () => Promise.resolve(false),
      persist,
      estimate: () => Promise.resolve({ usage: 10, quota: 1_000 }),
    },
    installed: false,
    secure: true,
  }
}

describe('the health of this device', () => {
  it('says that storage works only after writing and reading back', async () => {
    const database = await openDatabase()
    const health = await readStorageHealth({ ok: true, value: database }, browser())
    expect(health).toEqual({
      probe: { ok: true, value: undefined },
      persisted: false,
      usedBytes: 10,
      quotaBytes: 1_000,
      installed: false,
      secure: true,
    })
  })

  it('says that it does not when what is read differs', async () => {
    const database = await openDatabase()
    database.settings.hook('reading', (row) => ({ ...row, value: new ArrayBuffer(1024) }))
    const health = await readStorageHealth({ ok: true, value: database }, browser())
    expect(health.probe).toMatchObject({ ok: false, error: { code: 'mismatch' } })
  })

  it('is asked by several screens at once without a false alarm, and leaves nothing behind', async () => {
    const database = await openDatabase()
    const asked = Array.from({ length: 4 }, () => readStorageHealth({ ok: true, value: database }, browser()))
    for (const health of await Promise.all(asked)) expect(health.probe.ok).toBe(true)
    expect(await database.settings.count()).toBe(0)
  })

  it('knows nothing about promises where the browser has no such thing, as on plain http', async () => {
    const database = await openDatabase()
    const plain = { storage: null, installed: false, secure: false }
    expect(await readStorageHealth({ ok: true, value: database }, plain)).toMatchObject({
      persisted: null,
      quotaBytes: null,
      secure: false,
    })
  })

  it('is an error with a code when the browser keeps nothing, or never answers', async () => {
    const heal = refuseOpens('etappe')
    const refused = await openDeviceDatabase()
    expect(refused).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect((await readStorageHealth(refused, browser())).probe).toMatchObject({
      error: { code: 'unavailable' },
    })
    heal()
    hangOpens('etappe')
    expect(await openDeviceDatabase({ timeoutMs: 30 })).toMatchObject({
      ok: false,
      error: { code: 'timeout' },
    })
  })
})

describe('asking the browser to keep what is here', () => {
  it('is done once, and never again on this device', async () => {
    const settings = await openSettingsStore(await openDatabase(), silentLogger)
    let asked = 0
    const asking = browser(() => {
      asked += 1
      return Promise.resolve(true)
    })
    expect(await askToPersistOnce(settings, asking)).toBe('kept')
    expect(await askToPersistOnce(settings, asking)).toBe('notAsked')
    expect(asked).toBe(1)
    settings.close()
  })

  it('survives a browser that refuses or throws', async () => {
    const settings = await openSettingsStore(await openDatabase(), silentLogger)
    const throwing = browser(() => Promise.reject(new Error('not in this context')))
    expect(await askToPersistOnce(settings, throwing)).toBe('refused')
    settings.close()
  })
})
