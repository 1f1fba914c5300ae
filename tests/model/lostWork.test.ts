import { describe, expect, it } from 'vitest'
import { addCard } from '../../src/model/commands/addCard.ts'
import { deleteRecords } from '../../src/model/commands/deleteRecords.ts'
import { editText } from '../../src/model/commands/editText.ts'
import { joinPerson } from '../../src/model/commands/joinPerson.ts'
import { restoreRecord } from '../../src/model/commands/restoreRecord.ts'
import type { CardId } from '../../src/model/records/card.ts'
import { binnedRecords } from '../../src/model/select/binnedRecords.ts'
import { createUndo } from '../../src/model/undo.ts'
import { type LostWork, watchLostWork } from '../../src/model/watchLostWork.ts'
import type { WorkshopDocument } from '../../src/model/workshopDocument.ts'
import {
  column,
  contentOf,
  createTestClock,
  laneOf,
  meet,
  must,
  newWorkshop,
  otherDevice,
  reloaded,
} from './support/testWorkshop.ts'

const MINUTE = 60_000

function annaAndBen() {
  const clock = createTestClock()
  const { workshop: anna, actor, personId } = newWorkshop(1, 'full', clock)
  const activityId = column(anna, actor, 'I wait')
  const laneId = laneOf(anna, 'ideas').id
  const cardId = must(addCard(anna, actor, { laneId, activityId, text: 'A bench' }))
  const benId = must(joinPerson(anna, actor, { name: 'Ben' }))
  const ben = otherDevice(anna, 2, clock)
  const lost: LostWork[] = []
  watchLostWork(ben, { personId: () => benId, onLost: (work) => lost.push(work) })
  const write = (text: string, device = ben, id: CardId = cardId) =>
    must(editText(device, { personId: benId }, { table: 'cards', id, field: 'text', text }))
  const remove = (device: WorkshopDocument = anna) =>
    must(deleteRecords(device, actor, { table: 'cards', ids: [cardId] }))
  return { anna, ben, actor, personId, benId, activityId, laneId, cardId, clock, lost, write, remove }
}

describe('what somebody deleted while somebody else was writing it', () => {
  it('[BIN5] is told to the writer who did not know, however long ago, and marked on every device', () => {
    const { anna, ben, personId, cardId, clock, lost, write, remove } = annaAndBen()
    write('A bench with a roof')
    clock.pass(60 * MINUTE)
    remove()
    meet(anna, ben)
    const card = { table: 'cards', id: cardId }
    expect(lost).toEqual([{ work: card, deleted: card, by: personId }])
    for (const device of [anna, ben]) {
      expect(binnedRecords(device.snapshot())).toMatchObject([{ id: cardId, isChanged: true }])
    }
    must(restoreRecord(ben, { personId }, { table: 'cards', id: cardId }))
    meet(anna, ben)
    expect(contentOf(anna)).toEqual(contentOf(ben))
    expect(anna.snapshot().cards.get(cardId)?.text).toBe('A bench with a roof')
  })

  it('[BIN5] is told to whoever was still at it, also when every letter had been seen', () => {
    const { anna, ben, lost, write, remove } = annaAndBen()
    write('A bench with')
    meet(anna, ben)
    remove()
    meet(anna, ben)
    expect(lost).toHaveLength(1)
    expect(binnedRecords(ben.snapshot())).toMatchObject([{ isChanged: false }])
  })

  it('[BIN5] is not told when the words were seen and the writer has long gone on', () => {
    const { anna, ben, clock, lost, write, remove } = annaAndBen()
    write('A bench with a roof')
    meet(anna, ben)
    clock.pass(2 * MINUTE)
    remove()
    meet(anna, ben)
    expect(lost).toEqual([])
  })

  it('[BIN5] is not told about one’s own deletion, nor about what one only read', () => {
    const { anna, ben, lost, write, remove } = annaAndBen()
    remove()
    meet(anna, ben)
    expect(lost).toEqual([])
    const other = annaAndBen()
    other.write('Mine')
    other.remove(other.ben)
    meet(other.anna, other.ben)
    expect(other.lost).toEqual([])
    expect(write).toBeTypeOf('function')
  })

  it('[BIN5] leads to the activity that took the card along, once for all cards of it', () => {
    const { anna, ben, actor, benId, activityId, laneId, lost, write } = annaAndBen()
    const second = must(addCard(ben, { personId: benId }, { laneId, activityId, text: 'A roof' }))
    meet(anna, ben)
    write('A bench 1')
    write('A roof 1', ben, second)
    must(deleteRecords(anna, actor, { table: 'activities', ids: [activityId] }))
    meet(anna, ben)
    expect(lost.map(({ deleted }) => deleted)).toEqual([{ table: 'activities', id: activityId }])
    expect(binnedRecords(anna.snapshot())).toMatchObject([{ id: activityId, withIt: 2, isChanged: true }])
  })

  it('[BIN5] is offered to its author also after a reload in between', () => {
    const { anna, ben, actor, benId, activityId, laneId } = annaAndBen()
    const own = must(addCard(ben, { personId: benId }, { laneId, activityId, text: 'Mine' }))
    meet(anna, ben)
    must(editText(ben, { personId: benId }, { table: 'cards', id: own, field: 'text', text: 'Mine, longer' }))
    must(deleteRecords(anna, actor, { table: 'cards', ids: [own] }))
    const later = reloaded(ben)
    const lost: LostWork[] = []
    watchLostWork(later, { personId: () => benId, onLost: (work) => lost.push(work) })
    meet(anna, later)
    expect(lost).toMatchObject([{ work: { id: own } }])
  })

  it('[BIN5] is also noticed when the deletion was an undo', () => {
    const { anna, ben, actor, laneId, activityId, benId } = annaAndBen()
    const history = createUndo(anna)
    const cardId = must(addCard(anna, actor, { laneId, activityId, text: 'Oops' }))
    meet(anna, ben)
    must(editText(ben, { personId: benId }, { table: 'cards', id: cardId, field: 'text', text: 'Oops? No!' }))
    history.undo()
    meet(anna, ben)
    expect(binnedRecords(anna.snapshot())).toMatchObject([{ id: cardId, isChanged: true }])
  })

  it('[BIN5] stays unmarked when the mark comes from a version that did not write what it saw', () => {
    const { anna, ben, cardId, write } = annaAndBen()
    const record = anna.docs.map.getMap('cards').get(cardId) as { set: (key: string, value: unknown) => void }
    record.set('deleted', { at: 1, by: null, with: null })
    write('Longer')
    meet(anna, ben)
    expect(binnedRecords(ben.snapshot())).toMatchObject([{ id: cardId, isChanged: false }])
  })
})
