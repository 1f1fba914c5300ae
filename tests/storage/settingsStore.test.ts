import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { silentLogger } from '../../src/shared/logger.ts'
import { defaultSettings } from '../../src/storage/settings.ts'
import { openSettingsStore, type SettingsStore } from '../../src/storage/settingsStore.ts'
import type { DeviceDatabase } from '../../src/storage/database.ts'
import { openDatabase } from './deviceFixture.ts'
import { freshIndexedDb } from './faultyIndexedDb.ts'

beforeEach(freshIndexedDb)

async function open(database: DeviceDatabase): Promise<SettingsStore> {
  const store = await openSettingsStore(database, silentLogger)
  onTestFinished(store.close)
  return store
}

describe('settings', () => {
  it('show a change at once and have it again after a reload', async () => {
    const database = await openDatabase()
    const store = await open(database)
    expect(store.get()).toEqual(defaultSettings)
    const writing = store.change({ language: 'de', theme: 'dark' })
    expect(store.get()).toMatchObject({ language: 'de', theme: 'dark' })
    expect(await writing).toMatchObject({ ok: true })
    expect((await open(database)).get()).toMatchObject({ language: 'de', theme: 'dark', name: '' })
  })

  it('follow a change that another tab made, and keep what this one changed', async () => {
    const database = await openDatabase()
    const one = await open(database)
    const two = await open(database)
    await one.change({ name: 'Anna' })
    await two.change({ colour: 'blue' })
    await expect.poll(() => two.get().name).toBe('Anna')
    await expect.poll(() => one.get().colour).toBe('blue')
  })

  it('follow another tab also when its change arrives while this one is writing', async () => {
    const database = await openDatabase()
    const one = await open(database)
    const two = await open(database)
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([
        one.change({ name: `Anna ${round}` }),
        two.change({ theme: round % 2 ? 'dark' : 'light' }),
      ])
      await expect.poll(() => two.get().name).toBe(`Anna ${round}`)
      await expect.poll(() => one.get().theme).toBe(round % 2 ? 'dark' : 'light')
    }
  })

  it('fall back to the default where another version of the app stored something else', async () => {
    const database = await openDatabase()
    await database.settings.bulkPut([
      { key: 'language', value: 'tlh' },
      { key: 'people', value: [{ id: 'a', name: 'Anna', colour: 'blue' }, { id: 7 }, null] },
      { key: '__proto__', value: { polluted: true } },
      { key: 'fromTheFuture', value: 1 },
      { key: 'theme', value: 'dark' },
    ])
    expect((await open(database)).get()).toEqual({
      ...defaultSettings,
      people: [{ id: 'a', name: 'Anna', colour: 'blue' }],
      theme: 'dark',
    })
  })

  it('say that they could not be stored, and still hold until the page is left', async () => {
    const database = await openDatabase()
    const store = await open(database)
    database.close()
    expect(await store.change({ theme: 'light' })).toMatchObject({ ok: false, error: { code: 'closed' } })
    expect(store.get().theme).toBe('light')
  })
})
