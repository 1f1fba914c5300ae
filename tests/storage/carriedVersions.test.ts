import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { keepCarriedVersions, versionsToCarry } from '../../src/storage/carriedVersions.ts'
import { readNewestCheckpoint, writeCheckpoint } from '../../src/storage/checkpoints.ts'
import { nameVersion } from '../../src/storage/versionNames.ts'
import { openDatabase } from './deviceFixture.ts'
import { KEY, listed, stateWith } from './versionsFixture.ts'
import { freshIndexedDb } from './faultyIndexedDb.ts'

const MINUTE = 60_000

beforeEach(freshIndexedDb)

const carried = [
  { at: 10 * MINUTE, label: 'Nach den Interviews', state: stateWith('theirs, early') },
  { at: 90 * MINUTE, label: '', state: stateWith('theirs, late') },
]

describe('versions that come with a file', () => {
  it('stand in the list with their time and name, after what this device has kept itself', async () => {
    const database = await openDatabase()
    await writeCheckpoint(database, KEY, stateWith('mine'), 60 * MINUTE)
    expect(await keepCarriedVersions(database, KEY, carried)).toEqual({ ok: true, value: 2 })
    expect((await listed(database)).map(({ at, name }) => [at / MINUTE, name])).toEqual([
      [60, null],
      [90, null],
      [10, 'Nach den Interviews'],
    ])
  })

  it('come in once, however often the file is opened', async () => {
    const database = await openDatabase()
    await keepCarriedVersions(database, KEY, carried)
    expect(await keepCarriedVersions(database, KEY, carried)).toEqual({ ok: true, value: 0 })
    expect(await listed(database)).toHaveLength(2)
  })

  it('are never taken for the newest second copy, from which a lost log is made up', async () => {
    const database = await openDatabase()
    await writeCheckpoint(database, KEY, stateWith('mine'), 60 * MINUTE)
    await keepCarriedVersions(database, KEY, carried)
    const doc = new Y.Doc()
    const copy = await readNewestCheckpoint(database, KEY)
    if (copy.state !== null) Y.applyUpdate(doc, copy.state)
    expect([...doc.getMap('cards').keys()]).toEqual(['mine'])
  })

  it('are never merged when this device has no copy of its own, and do not stand in for one', async () => {
    const database = await openDatabase()
    await keepCarriedVersions(database, KEY, carried)
    expect(await readNewestCheckpoint(database, KEY)).toEqual({ outcome: 'none', state: null })
    await writeCheckpoint(database, KEY, stateWith('mine'), 60 * MINUTE)
    expect(await readNewestCheckpoint(database, KEY)).toMatchObject({ outcome: 'merged' })
  })

  it('go out again as they came, but for one that can no longer be read', async () => {
    const database = await openDatabase()
    await writeCheckpoint(database, KEY, stateWith('mine'), 60 * MINUTE)
    const [mine] = await listed(database)
    await nameVersion(database, mine?.id ?? 0, 'Vor der Pause')
    await keepCarriedVersions(database, KEY, carried)
    const late = (await listed(database)).find(({ at }) => at === 90 * MINUTE)
    await database.checkpoints.update(late?.id ?? 0, { state: Uint8Array.of(1, 2, 3).buffer })
    const out = await versionsToCarry(database, KEY, 1_000_000)
    expect(out).toMatchObject({
      ok: true,
      value: [
        { at: 60 * MINUTE, label: 'Vor der Pause' },
        { at: 10 * MINUTE, label: 'Nach den Interviews' },
      ],
    })
    expect(await versionsToCarry(database, KEY, 1)).toEqual({ ok: true, value: [] })
  })

  it('change nothing when one of them is not what a document looks like', async () => {
    const database = await openDatabase()
    const broken = { at: 0, label: '', state: Uint8Array.of(250, 250, 250) }
    const kept = await keepCarriedVersions(database, KEY, [...carried, broken])
    expect(kept).toMatchObject({ ok: false, error: { code: 'damaged' } })
    expect(await listed(database)).toEqual([])
  })
})
