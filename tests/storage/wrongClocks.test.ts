/** Tablets whose clocks are wrong by a year, some ahead, some behind, and one that is put right in the middle. */
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { editWorkshop } from '../../src/model/commands/editWorkshop.ts'
import { addCard } from '../../src/model/commands/addCard.ts'
import { createUndo } from '../../src/model/undo.ts'
import { listCheckpoints, readNewestCheckpoint, writeCheckpoint } from '../../src/storage/checkpoints.ts'
import {
  bring,
  column,
  contentOf,
  createTestClock,
  laneOf,
  must,
  newWorkshop,
  otherDevice,
} from '../model/support/testWorkshop.ts'
import { openDatabase, openDocument, readBack, WORKSHOP } from './deviceFixture.ts'
import { freshIndexedDb } from './faultyIndexedDb.ts'

const KEY = { workshopId: WORKSHOP, document: 'map' }
const NOW = 1_790_000_000_000
const DAY = 24 * 60 * 60_000
const YEAR = 365 * DAY

beforeEach(freshIndexedDb)

describe('a device whose clock is wrong by a year', () => {
  it.each([
    ['was a year ahead and is put right', [NOW + YEAR, NOW + YEAR + 40 * DAY, NOW, NOW + 40 * DAY]],
    ['was a year behind and is put right', [NOW - YEAR, NOW - YEAR + 40 * DAY, NOW, NOW + 40 * DAY]],
    ['jumps a year back', [NOW, NOW + 40 * DAY, NOW - YEAR, NOW - YEAR + 40 * DAY]],
  ])('that %s lists its versions in the order in which they were made', async (_what, times) => {
    const database = await openDatabase()
    for (const [index, at] of times.entries()) {
      const doc = new Y.Doc()
      doc.getMap('cards').set(`state ${index}`, 'x')
      await writeCheckpoint(database, KEY, Y.encodeStateAsUpdate(doc), at)
    }
    const list = await listCheckpoints(database, KEY)
    expect(list.ok && list.value.map(({ at }) => at)).toEqual([...times].reverse())
    const newest = new Y.Doc()
    const copy = await readNewestCheckpoint(database, KEY)
    if (copy.state !== null) Y.applyUpdate(newest, copy.state)
    expect([...newest.getMap('cards').keys()]).toEqual(['state 3'])
  })

  it('saves, and reads again what it saved, whatever the clock says by then', async () => {
    const database = await openDatabase()
    let now = NOW + YEAR
    const clock = { now: () => now }
    const { cards, persistence } = openDocument(database, { clock })
    await persistence.loaded
    cards.set('ahead', '1')
    expect(await persistence.flush()).toMatchObject({ ok: true })
    now = NOW - YEAR
    cards.set('behind', '2')
    expect(await persistence.flush()).toMatchObject({ ok: true })
    await persistence.close()
    expect(await readBack(database)).toEqual({ ahead: '1', behind: '2' })
  })

  it('does not win over a later change of somebody whose clock is behind', () => {
    const ahead = newWorkshop(1, 'full', createTestClock(NOW + YEAR))
    const behind = otherDevice(ahead.workshop, 2, createTestClock(NOW - YEAR))
    must(editWorkshop(ahead.workshop, ahead.actor, { title: 'Aus der Zukunft' }))
    bring(ahead.workshop, behind)
    must(editWorkshop(behind, ahead.actor, { title: 'Danach geändert' }))
    bring(behind, ahead.workshop)
    expect(ahead.workshop.snapshot().meta.title).toBe('Danach geändert')
    expect(contentOf(behind)).toEqual(contentOf(ahead.workshop))
  })

  it('undoes step by step also when the clock jumps between two steps', () => {
    const clock = createTestClock(NOW + YEAR)
    const { workshop, actor } = newWorkshop(1, 'full', clock)
    const history = createUndo(workshop)
    const activityId = column(workshop, actor, 'Ich buche')
    const laneId = laneOf(workshop, 'ideas').id
    must(addCard(workshop, actor, { laneId, activityId, text: 'vor dem Sprung' }))
    clock.pass(-2 * YEAR)
    must(addCard(workshop, actor, { laneId, activityId, text: 'nach dem Sprung' }))
    const texts = () => [...workshop.snapshot().cards.values()].map(({ text }) => text)
    history.undo()
    expect(texts()).toEqual(['vor dem Sprung'])
    history.redo()
    expect(texts().sort()).toEqual(['nach dem Sprung', 'vor dem Sprung'])
  })
})
