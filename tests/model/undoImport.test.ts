import { describe, expect, it } from 'vitest'
import { addCard } from '../../src/model/commands/addCard.ts'
import { deleteRecords } from '../../src/model/commands/deleteRecords.ts'
import { editRecord } from '../../src/model/commands/editRecord.ts'
import { editText } from '../../src/model/commands/editText.ts'
import { importRecords, type ImportRecord } from '../../src/model/commands/importRecords.ts'
import { rate } from '../../src/model/commands/rate.ts'
import { restoreRecord } from '../../src/model/commands/restoreRecord.ts'
import { undoImport } from '../../src/model/commands/undoImport.ts'
import { createImportIds } from '../../src/model/importIds.ts'
import { importRemainder } from '../../src/model/importRemainder.ts'
import { binnedRecords } from '../../src/model/select/binnedRecords.ts'
import { createUndo } from '../../src/model/undo.ts'
import type { WorkshopDocument } from '../../src/model/workshopDocument.ts'
import type { Actor } from '../../src/model/actor.ts'
import {
  column,
  contentOf,
  journeyOf,
  laneOf,
  meet,
  must,
  newWorkshop,
  otherDevice,
  phaseOf,
  reloaded,
} from './support/testWorkshop.ts'

const COUNT = 260

/** A file with two activities, many cards under them, and a rating of each activity. */
function bringIn(workshop: WorkshopDocument, actor: Actor) {
  const ids = createImportIds(workshop.snapshot(), workshop.randomBytes)
  const journeyId = journeyOf(workshop).id
  const phaseId = phaseOf(workshop, 0).id
  const laneId = laneOf(workshop, 'ideas').id
  const activities = ['a1', 'a2'].map(
    (key, index): ImportRecord => ({
      table: 'activities',
      id: ids.idOf('activities', key),
      importKey: key,
      fields: { text: `Imported ${key}`, place: { journeyId, phaseId, order: `b${index}` } },
    }),
  )
  const cards = Array.from({ length: COUNT }, (_, index): ImportRecord => {
    const activityId = ids.idOf('activities', index % 2 === 0 ? 'a1' : 'a2')
    const place = { laneId, activityId, placementId: null, order: `a${index}` }
    return {
      table: 'cards',
      id: ids.idOf('cards', `c${index}`),
      importKey: `c${index}`,
      fields: { text: `Imported card ${index}`, place },
    }
  })
  const rating = (id: string) =>
    ({
      table: 'ratings',
      entry: { subjectKind: 'activity', subjectId: id, view: 'outside', source: 'survey', value: 7 },
    }) as const
  const old = column(workshop, actor, 'Was here before')
  const entries = [rating(ids.idOf('activities', 'a1')), rating(old)]
  const records = [...activities, ...cards]
  const report = must(
    importRecords(workshop, actor, { records, entries, existing: 'keep', name: 'file.zip' }),
  )
  if (report.importId === null) throw new Error('the import was not noted')
  return {
    importId: report.importId,
    old,
    a1: ids.idOf('activities', 'a1'),
    a2: ids.idOf('activities', 'a2'),
    card: (index: number) => ids.idOf('cards', `c${index}`),
  }
}

describe('taking an import back', () => {
  it('[IMPORT6] bins all of it while nobody has touched it, and one restore brings all of it back', () => {
    const { workshop, actor } = newWorkshop()
    const { importId, a1, old } = bringIn(workshop, actor)
    expect(workshop.snapshot().cards.size).toBe(COUNT)
    expect(must(undoImport(workshop, actor, { importId }))).toEqual({ binned: COUNT + 2, restored: 0 })
    const after = workshop.snapshot()
    expect([after.cards.size, after.activities.has(a1), after.activities.has(old)]).toEqual([0, false, true])
    expect([...after.ratings.values()].map(({ subjectId }) => subjectId)).toEqual([a1])
    expect(binnedRecords(after)).toMatchObject([{ table: 'imports', id: importId, withIt: COUNT + 2 }])
    must(restoreRecord(workshop, actor, { table: 'imports', id: importId }))
    expect(workshop.snapshot().cards.size).toBe(COUNT)
  })

  it('[IMPORT6] leaves what anybody wrote into, rated or hung something under, and all that needs', () => {
    const { workshop: anna, actor } = newWorkshop()
    const { importId, a1, a2, card } = bringIn(anna, actor)
    const ben = otherDevice(anna)
    must(editText(ben, actor, { table: 'cards', id: card(0), field: 'text', text: 'Ben says' }))
    must(editRecord(ben, actor, { table: 'cards', id: card(2), patch: { evidence: 'data' } }))
    meet(anna, ben)
    must(undoImport(anna, actor, { importId }))
    const { cards, activities } = anna.snapshot()
    expect([...cards.keys()].sort()).toEqual([card(0), card(2)].sort())
    expect([activities.has(a1), activities.has(a2)]).toEqual([true, false])
    const again = newWorkshop(5)
    const second = bringIn(again.workshop, again.actor)
    const subject = { kind: 'activity', id: second.a2 } as const
    must(rate(again.workshop, again.actor, { subject, view: 'inside', value: 3 }))
    const laneId = laneOf(again.workshop, 'ideas').id
    must(addCard(again.workshop, again.actor, { laneId, activityId: second.a1, text: 'Mine' }))
    must(undoImport(again.workshop, again.actor, { importId: second.importId }))
    const left = again.workshop.snapshot()
    expect([left.activities.has(second.a1), left.activities.has(second.a2)]).toEqual([true, true])
    expect([...left.cards.values()].map(({ text }) => text)).toEqual(['Mine'])
  })

  it('[IMPORT6] counts as touched when somebody took words away, and not when they typed and took it back', () => {
    const { workshop, actor } = newWorkshop()
    const { importId, card } = bringIn(workshop, actor)
    const type = (index: number, text: string) =>
      must(editText(workshop, actor, { table: 'cards', id: card(index), field: 'text', text }))
    type(1, 'Imported')
    type(3, 'Imported card 3!')
    type(3, 'Imported card 3')
    must(undoImport(workshop, actor, { importId }))
    expect([...workshop.snapshot().cards.keys()]).toEqual([card(1)])
  })

  it('[IMPORT6] is still possible after a reload, and says the same on every device', () => {
    const { workshop, actor } = newWorkshop()
    const { importId, card } = bringIn(workshop, actor)
    must(editText(workshop, actor, { table: 'cards', id: card(0), field: 'text', text: 'Touched' }))
    const later = reloaded(workshop)
    const noted = later.snapshot().imports.get(importId)
    if (noted === undefined) throw new Error('the note is gone')
    expect(noted).toMatchObject({ name: 'file.zip', records: COUNT + 2 })
    expect(importRemainder(later, noted)).toEqual(importRemainder(workshop, noted))
    expect(must(undoImport(later, actor, { importId })).binned).toBe(COUNT)
  })

  it('[CONV1] twice at once, or while others write, leaves all devices with the same and no word lost', () => {
    const { workshop: anna, actor } = newWorkshop()
    const { importId, card, a1 } = bringIn(anna, actor)
    const tablet = otherDevice(anna, 2)
    const ben = otherDevice(anna, 3)
    must(undoImport(anna, actor, { importId }))
    must(undoImport(tablet, actor, { importId }))
    must(editText(ben, actor, { table: 'cards', id: card(4), field: 'text', text: 'Ben wrote this' }))
    meet(anna, tablet, ben)
    expect(contentOf(tablet)).toEqual(contentOf(anna))
    expect(contentOf(ben)).toEqual(contentOf(anna))
    expect(anna.snapshot().bin.cards.get(card(4))).toMatchObject({
      text: 'Ben wrote this',
      changedInBin: true,
    })
    expect(binnedRecords(anna.snapshot())).toMatchObject([{ id: importId, isChanged: true }])
    must(restoreRecord(ben, actor, { table: 'imports', id: importId }))
    expect(ben.snapshot().activities.has(a1)).toBe(true)
  })

  it('[IMPORT7] is one’s own: another person is refused, and undo takes the taking back back', () => {
    const { workshop, actor } = newWorkshop()
    const { importId } = bringIn(workshop, actor)
    const before = contentOf(workshop)
    const somebody = { personId: 'somebody' as never }
    expect(undoImport(workshop, somebody, { importId })).toMatchObject({ error: { code: 'notAllowed' } })
    expect(contentOf(workshop)).toEqual(before)
    const history = createUndo(workshop)
    history.gesture(() => must(undoImport(workshop, actor, { importId })))
    expect(workshop.snapshot().cards.size).toBe(0)
    expect(history.undo()).toBe(true)
    expect(workshop.snapshot().cards.size).toBe(COUNT)
    expect(workshop.snapshot().ratings.size).toBe(2)
    expect(history.canUndo()).toBe(false)
  })

  it('[UNDO6] never happens by the undo button, also not to the template', () => {
    const { workshop, actor } = newWorkshop()
    const history = createUndo(workshop)
    const lanes = workshop.snapshot().lanes.size
    const { old } = bringIn(workshop, actor)
    expect(history.undo()).toBe(true)
    expect(workshop.snapshot().activities.has(old)).toBe(false)
    expect([history.undo(), history.canUndo()]).toEqual([false, false])
    expect([workshop.snapshot().cards.size, workshop.snapshot().lanes.size]).toEqual([COUNT, lanes])
  })

  it('[IMPORT6] leaves what lies in the bin already where it is', () => {
    const { workshop, actor } = newWorkshop()
    const { importId, card } = bringIn(workshop, actor)
    must(deleteRecords(workshop, actor, { table: 'cards', ids: [card(7)] }))
    expect(must(undoImport(workshop, actor, { importId }))).toEqual({ binned: COUNT + 1, restored: 0 })
    must(restoreRecord(workshop, actor, { table: 'imports', id: importId }))
    expect(workshop.snapshot().cards.has(card(7))).toBe(false)
  })
})
