import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCard } from '../../src/model/commands/addCard.ts'
import { deleteRecords } from '../../src/model/commands/deleteRecords.ts'
import { editText } from '../../src/model/commands/editText.ts'
import { editWorkshop } from '../../src/model/commands/editWorkshop.ts'
import { joinPerson } from '../../src/model/commands/joinPerson.ts'
import { mergeCards } from '../../src/model/commands/mergeCards.ts'
import { rate } from '../../src/model/commands/rate.ts'
import { restoreVersion } from '../../src/model/commands/restoreVersion.ts'
import { readVersion } from '../../src/model/readVersion.ts'
import { versionChanges } from '../../src/model/select/versionChanges.ts'
import type { WorkshopSnapshot } from '../../src/model/snapshot.ts'
import { createUndo } from '../../src/model/undo.ts'
import type { WorkshopDocument } from '../../src/model/workshopDocument.ts'
import { column, laneOf, meet, must, newWorkshop, otherDevice } from './support/testWorkshop.ts'

function mapWithWork() {
  const { workshop, actor, personId } = newWorkshop()
  const activityId = column(workshop, actor, 'Ich warte')
  const laneId = laneOf(workshop, 'ideas').id
  const card = (text: string) => must(addCard(workshop, actor, { laneId, activityId, text }))
  return { workshop, actor, personId, activityId, laneId, card }
}

/** What a checkpoint keeps, opened again. */
function versionOf(workshop: WorkshopDocument): WorkshopDocument {
  return readVersion(Y.encodeStateAsUpdate(workshop.docs.map))
}

/** What the map says, without the bin and without when and by whom it was deleted. */
function says({ cards, activities, lanes, phases, ratings, meta }: WorkshopSnapshot): unknown {
  const values = (table: ReadonlyMap<string, object>) =>
    [...table.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  return [cards, activities, lanes, phases, ratings].map(values).concat([[['title', { is: meta.title }]]])
}

describe('an earlier state of the map', () => {
  it('comes back whole: texts, deletions, merges, ratings and the title', () => {
    const { workshop, actor, card, activityId } = mapWithWork()
    const [changed, deleted, merged, kept] = [card('WLAN'), card('Sitz'), card('Ticket'), card('Karte')]
    const subject = { kind: 'activity', id: activityId } as const
    must(rate(workshop, actor, { subject, view: 'inside', value: 3 }))
    const version = versionOf(workshop).snapshot()
    must(editText(workshop, actor, { table: 'cards', id: changed, field: 'text', text: 'Kein WLAN' }))
    must(deleteRecords(workshop, actor, { table: 'cards', ids: [deleted] }))
    must(mergeCards(workshop, actor, { keepId: kept, mergeIds: [merged] }))
    must(rate(workshop, actor, { subject, view: 'inside', value: 9 }))
    must(rate(workshop, actor, { subject, view: 'outside', value: 1 }))
    must(editWorkshop(workshop, actor, { title: 'Anders' }))
    const since = card('Neu')
    expect(says(workshop.snapshot())).not.toEqual(says(version))
    expect(must(restoreVersion(workshop, actor, version))).toBeGreaterThanOrEqual(7)
    expect(says(workshop.snapshot())).toEqual(says(version))
    expect(workshop.snapshot().bin.cards.get(since)).toMatchObject({ text: 'Neu' })
    expect(must(restoreVersion(workshop, actor, version))).toBe(0)
  })

  it('is one step of undo away from what was there before', () => {
    const { workshop, actor, card } = mapWithWork()
    card('WLAN')
    const version = versionOf(workshop).snapshot()
    for (let n = 0; n < 450; n += 1) card(`Karte ${n}`)
    must(editWorkshop(workshop, actor, { title: 'Anders' }))
    const before = says(workshop.snapshot())
    const history = createUndo(workshop)
    must(history.gesture(() => restoreVersion(workshop, actor, version)))
    expect(workshop.snapshot().cards.size).toBe(1)
    expect(history.undo()).toBe(true)
    expect(says(workshop.snapshot())).toEqual(before)
    expect(history.canUndo()).toBe(false)
  })

  it('takes nothing from somebody who goes on working elsewhere: it is a change on top', () => {
    const { workshop, actor, card, laneId, activityId } = mapWithWork()
    const first = card('WLAN')
    const version = versionOf(workshop).snapshot()
    const late = card('spät')
    const other = otherDevice(workshop)
    const ben = { personId: must(joinPerson(other, actor, { name: 'Ben' })) }
    const bens = must(addCard(other, ben, { laneId, activityId, text: 'von Ben' }))
    must(editText(other, ben, { table: 'cards', id: first, field: 'text', text: 'WLAN!' }))
    must(restoreVersion(workshop, actor, version))
    meet(workshop, other)
    expect(workshop.snapshot().cards.get(bens)).toMatchObject({ text: 'von Ben' })
    expect(workshop.snapshot().cards.get(first)).toMatchObject({ text: 'WLAN!' })
    expect(workshop.snapshot().bin.cards.has(late)).toBe(true)
    expect([...workshop.snapshot().persons.values()].map(({ name }) => name).sort()).toEqual(['Anna', 'Ben'])
    expect(says(other.snapshot())).toEqual(says(workshop.snapshot()))
  })

  it('is refused to who may only read, and for the state of another workshop', () => {
    const { workshop, actor, card } = mapWithWork()
    const version = versionOf(workshop).snapshot()
    card('WLAN')
    const before = workshop.snapshot()
    expect(restoreVersion(workshop, { ...actor, mayWrite: [] }, version)).toMatchObject({
      error: { code: 'notAllowed' },
    })
    const stranger = versionOf(newWorkshop(7).workshop).snapshot()
    expect(restoreVersion(workshop, actor, stranger)).toMatchObject({
      error: { code: 'invalid', what: 'meta.workshopId' },
    })
    expect(workshop.snapshot()).toBe(before)
  })
})

describe('what changed between two states', () => {
  it('is counted, with who added, deleted and rated', () => {
    const { workshop, actor, personId, card, laneId, activityId } = mapWithWork()
    const [changed, deleted] = [card('WLAN'), card('Sitz')]
    const before = versionOf(workshop).snapshot()
    const ben = { personId: must(joinPerson(workshop, actor, { name: 'Ben' })) }
    must(addCard(workshop, ben, { laneId, activityId, text: 'Neu' }))
    must(editText(workshop, actor, { table: 'cards', id: changed, field: 'text', text: 'Kein WLAN' }))
    must(deleteRecords(workshop, actor, { table: 'cards', ids: [deleted] }))
    const changes = versionChanges(before, workshop.snapshot())
    expect(changes).toMatchObject({ added: 1, changed: 1, removed: 1 })
    expect([...changes.personIds].sort()).toEqual([personId, ben.personId].sort())
    expect(versionChanges(before, before)).toEqual({ added: 0, changed: 0, removed: 0, personIds: [] })
  })
})
