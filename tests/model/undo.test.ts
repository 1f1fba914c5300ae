import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '../../src/model/commands/addCard.ts'
import { addComment } from '../../src/model/commands/addComment.ts'
import { deleteRecords } from '../../src/model/commands/deleteRecords.ts'
import { editRecord } from '../../src/model/commands/editRecord.ts'
import { editText } from '../../src/model/commands/editText.ts'
import { importRecords } from '../../src/model/commands/importRecords.ts'
import { moveCards } from '../../src/model/commands/moveCards.ts'
import { rate } from '../../src/model/commands/rate.ts'
import { restoreRecord } from '../../src/model/commands/restoreRecord.ts'
import type { ChannelId } from '../../src/model/records/channel.ts'
import { ratingStats } from '../../src/model/select/ratingStats.ts'
import { createUndo } from '../../src/model/undo.ts'
import {
  bring,
  column,
  createTestClock,
  emptyWorkshop,
  laneOf,
  meet,
  must,
  newWorkshop,
  otherDevice,
} from './support/testWorkshop.ts'

function annaAndBen() {
  const clock = createTestClock()
  const { workshop: anna, actor, personId } = newWorkshop(1, 'full', clock)
  const activityId = column(anna, actor, 'Ich warte')
  const laneId = laneOf(anna, 'ideas').id
  const ben = otherDevice(anna, 2, clock)
  const history = createUndo(anna, { personId: () => personId })
  const benHistory = createUndo(ben)
  const text = (device = anna) => device.snapshot().activities.get(activityId)?.text
  const type = (device: typeof anna, words: string) =>
    must(editText(device, actor, { table: 'activities', id: activityId, field: 'text', text: words }))
  const mark = (device: typeof anna, colour: string) =>
    must(editRecord(device, actor, { table: 'lanes', id: laneId, patch: { colour } }))
  const colour = (device = anna) => device.snapshot().lanes.get(laneId)?.colour
  return {
    anna,
    ben,
    actor,
    personId,
    activityId,
    laneId,
    history,
    benHistory,
    clock,
    text,
    type,
    mark,
    colour,
  }
}

describe('undo', () => {
  it('[UNDO1] takes back one gesture at a time, and redo brings it again', () => {
    const { history, mark, colour, anna } = annaAndBen()
    expect(history.canUndo()).toBe(false)
    mark(anna, '#111111')
    mark(anna, '#222222')
    expect(history.undo()).toBe(true)
    expect(colour()).toBe('#111111')
    history.undo()
    expect(colour()).toBe('')
    expect([history.canUndo(), history.canRedo()]).toEqual([false, true])
    expect(history.undo()).toBe(false)
    history.redo()
    history.redo()
    expect(colour()).toBe('#222222')
    history.undo()
    mark(anna, '#333333')
    expect(history.canRedo()).toBe(false)
    history.undo()
    expect(colour()).toBe('#111111')
  })

  it('[UNDO2] takes everything inside one gesture back together, over map and review', () => {
    const { history, anna, actor, mark, colour, activityId } = annaAndBen()
    history.gesture(() => {
      mark(anna, '#111111')
      history.gesture(() => mark(anna, '#222222'))
      must(addComment(anna, actor, { subject: { kind: 'activity', id: activityId }, text: 'Hm' }))
      mark(anna, '#333333')
    })
    history.undo()
    expect(colour()).toBe('')
    expect(anna.snapshot().comments.size).toBe(0)
    history.redo()
    expect(colour()).toBe('#333333')
    expect(anna.snapshot().comments.size).toBe(1)
    const end = history.beginGesture()
    mark(anna, '#444444')
    mark(anna, '#555555')
    end()
    end()
    mark(anna, '#666666')
    history.undo()
    history.undo()
    expect(colour()).toBe('#333333')
  })

  it('[UNDO2] takes typing back until the last pause', () => {
    const { history, anna, clock, text, type } = annaAndBen()
    type(anna, 'Ich warte h')
    clock.pass(300)
    type(anna, 'Ich warte hier')
    clock.pass(5_000)
    type(anna, 'Ich warte hier lange')
    history.undo()
    expect(text()).toBe('Ich warte hier')
    history.undo()
    expect(text()).toBe('Ich warte')
    history.redo()
    expect(text()).toBe('Ich warte hier')
  })

  it('[UNDO3] leaves what others typed into the same text', () => {
    const { history, anna, ben, text, type } = annaAndBen()
    type(anna, 'Ich warte hier lange')
    meet(anna, ben)
    type(ben, 'Ich warte hier sehr lange')
    type(ben, 'Ich warte hier sehr lange!')
    meet(anna, ben)
    history.undo()
    expect(text()).toBe('Ich wartesehr !')
    meet(anna, ben)
    expect(text(ben)).toBe(text())
  })

  it('[UNDO3] never takes back what somebody else did since, and goes on to the own step before', () => {
    const { history, benHistory, anna, ben, mark, colour, type, text } = annaAndBen()
    type(anna, 'Ich warte hier')
    mark(anna, '#111111')
    meet(anna, ben)
    mark(ben, '#999999')
    meet(anna, ben)
    history.undo()
    expect(colour()).toBe('#999999')
    expect(text()).toBe('Ich warte')
    benHistory.undo()
    expect(colour(ben)).toBe('#111111')
  })

  it('[UNDO4] of a creation puts the record into the bin, with what others wrote into it', () => {
    const { history, anna, ben, actor, laneId, activityId } = annaAndBen()
    const id = must(addCard(anna, actor, { laneId, activityId, text: 'WLAN' }))
    meet(anna, ben)
    must(editText(ben, actor, { table: 'cards', id, field: 'text', text: 'WLAN im Tunnel' }))
    must(editRecord(ben, actor, { table: 'cards', id, patch: { source: 'Ben' } }))
    meet(anna, ben)
    history.undo()
    meet(anna, ben)
    for (const device of [anna, ben]) {
      expect(device.snapshot().cards.has(id)).toBe(false)
      expect(device.snapshot().bin.cards.get(id)).toMatchObject({
        text: 'WLAN im Tunnel',
        source: 'Ben',
        authorIds: [actor.personId],
      })
      expect(device.snapshot().bin.cards.get(id)?.deleted).toMatchObject({ by: actor.personId })
      expect(device.snapshot().bin.cards.get(id)?.createdAt).toBe(1_790_000_000_000)
    }
    history.redo()
    expect(anna.snapshot().cards.get(id)?.text).toBe('WLAN im Tunnel')
    history.undo()
    expect(anna.snapshot().bin.cards.get(id)?.text).toBe('WLAN im Tunnel')
    must(restoreRecord(ben, actor, { table: 'cards', id }))
    meet(anna, ben)
    expect(anna.snapshot().cards.get(id)?.text).toBe('WLAN im Tunnel')
  })

  it('[UNDO4] of a creation is one step, and the one before it is another', () => {
    const { history, anna, actor, laneId, activityId, mark, colour } = annaAndBen()
    mark(anna, '#111111')
    const id = must(addCard(anna, actor, { laneId, activityId, text: 'WLAN' }))
    history.undo()
    expect(anna.snapshot().cards.has(id)).toBe(false)
    expect(colour()).toBe('#111111')
    history.undo()
    expect(colour()).toBe('')
  })

  it('[UNDO4] does not bring back what somebody else deleted', () => {
    const { history, anna, ben, actor, laneId, activityId } = annaAndBen()
    const id = must(addCard(anna, actor, { laneId, activityId, text: 'WLAN' }))
    meet(anna, ben)
    must(deleteRecords(ben, actor, { table: 'cards', ids: [id] }))
    meet(anna, ben)
    history.undo()
    history.redo()
    expect(anna.snapshot().cards.has(id)).toBe(false)
  })

  it('[UNDO5] never leaves a value as if nobody had ever said anything (two changes at the same time)', () => {
    for (const winner of ['anna', 'ben']) {
      const { history, anna, ben, mark, colour } = annaAndBen()
      mark(anna, '#000001')
      meet(anna, ben)
      anna.docs.map.clientID = winner === 'anna' ? 9_000 : 8_000
      ben.docs.map.clientID = 8_500
      mark(anna, '#aaaaaa')
      mark(ben, '#bbbbbb')
      meet(anna, ben)
      expect(colour()).toBe(winner === 'anna' ? '#aaaaaa' : '#bbbbbb')
      history.undo()
      meet(anna, ben)
      expect(colour()).toBe(winner === 'anna' ? '#000001' : '#bbbbbb')
      expect(colour(ben)).toBe(colour())
    }
  })

  it('[UNDO5] plain Y.UndoManager would: this is what the guard is for', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    one.clientID = 9_000
    two.clientID = 8_500
    one.getMap('m').set('colour', 'first')
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one), 'remote')
    const manager = new Y.UndoManager(one.getMap('m'))
    one.getMap('m').set('colour', 'one')
    two.getMap('m').set('colour', 'two')
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two), 'remote')
    expect(one.getMap('m').get('colour')).toBe('one')
    manager.undo()
    expect(one.getMap('m').get('colour')).toBeUndefined()
  })

  it('[UNDO6] does not touch templates, imports, other devices or what storage brought', () => {
    const { anna, ben, history, mark, actor } = annaAndBen()
    must(
      importRecords(anna, actor, {
        records: [{ table: 'channels', id: 'c1' as ChannelId, importKey: 'web', fields: { name: 'Web' } }],
        existing: 'keep',
      }),
    )
    mark(ben, '#bbbbbb')
    meet(anna, ben)
    const stored = emptyWorkshop(9)
    const storedHistory = createUndo(stored)
    bring(anna, stored)
    // A provider that passes itself as origin.
    Y.applyUpdate(anna.docs.map, Y.encodeStateAsUpdate(ben.docs.map), { provider: true })
    expect([history.canUndo(), storedHistory.canUndo()]).toEqual([false, false])
    anna.docs.map.transact(() => anna.docs.map.getMap('x').set('y', 1))
    expect(history.canUndo()).toBe(false)
  })

  it('[UNDO7] brings deleted and moved cards back to where they were', () => {
    const { history, anna, actor, laneId, activityId } = annaAndBen()
    const id = must(addCard(anna, actor, { laneId, activityId, text: 'WLAN' }))
    const before = anna.snapshot().cards.get(id)
    must(moveCards(anna, actor, { cardIds: [id], laneId: laneOf(anna, 'curve').id, activityId }))
    must(deleteRecords(anna, actor, { table: 'lanes', ids: [laneOf(anna, 'curve').id] }))
    expect(anna.snapshot().cards.has(id)).toBe(false)
    history.undo()
    history.undo()
    expect(anna.snapshot().cards.get(id)).toEqual(before)
  })

  it('[UNDO7] takes a rating back to what it was before', () => {
    const { history, anna, actor, activityId } = annaAndBen()
    const subject = { kind: 'activity', id: activityId } as const
    const mean = () => ratingStats(anna.snapshot(), subject, { view: 'inside' }).statistics?.mean
    must(rate(anna, actor, { subject, view: 'inside', value: 3 }))
    must(rate(anna, actor, { subject, view: 'inside', value: 7 }))
    history.undo()
    expect(mean()).toBe(3)
    history.undo()
    expect(mean()).toBeUndefined()
  })

  it('[UNDO8] forgets the oldest steps at its bound, and tells who listens', () => {
    const { anna, actor, laneId } = annaAndBen()
    const history = createUndo(anna, { limit: 3 })
    let heard = 0
    const stop = history.subscribe(() => (heard += 1))
    for (const digit of ['1', '2', '3', '4', '5']) {
      must(editRecord(anna, actor, { table: 'lanes', id: laneId, patch: { colour: `#00000${digit}` } }))
    }
    expect(heard).toBeGreaterThanOrEqual(5)
    while (history.undo());
    expect(anna.snapshot().lanes.get(laneId)?.colour).toBe('#000002')
    stop()
    history.destroy()
    must(editRecord(anna, actor, { table: 'lanes', id: laneId, patch: { colour: '#000009' } }))
    expect(history.canUndo()).toBe(false)
  })
})
