import { describe, expect, it } from 'vitest'
import { addCard } from '../../src/model/commands/addCard.ts'
import { editText } from '../../src/model/commands/editText.ts'
import { type ImportRecord, importRecords } from '../../src/model/commands/importRecords.ts'
import { moveCards } from '../../src/model/commands/moveCards.ts'
import { rate } from '../../src/model/commands/rate.ts'
import { undoImport } from '../../src/model/commands/undoImport.ts'
import { createImportIds } from '../../src/model/importIds.ts'
import { importRemainder } from '../../src/model/importRemainder.ts'
import { createUndo } from '../../src/model/undo.ts'
import { column, laneOf, must, newWorkshop, reloaded } from './support/testWorkshop.ts'

/** Two cards and a rating that are here; a file that changes them, brings an activity, and lacks the third card. */
function changed() {
  const { workshop, actor } = newWorkshop()
  const laneId = laneOf(workshop, 'ideas').id
  const activityId = column(workshop, actor, 'Suchen')
  const card = (text: string) => must(addCard(workshop, actor, { laneId, activityId, text } as never))
  const [a, b, gone] = [card('alt'), card('bleibt'), card('fehlt in der Datei')]
  must(
    rate(workshop, actor, {
      subject: { kind: 'activity', id: activityId },
      view: 'outside',
      value: 3,
    } as never),
  )
  const [rating] = workshop.snapshot().ratings.values()
  if (rating === undefined) throw new Error('nothing was rated')
  const before = workshop.snapshot()
  const ids = createImportIds(before, workshop.randomBytes)
  const fresh = ids.idOf('activities', 'new')
  const place = { ...before.activities.get(activityId)?.place, order: 'z' }
  const records = [
    { table: 'activities', id: fresh, importKey: 'new', fields: { text: 'Neu', place } },
    { table: 'cards', id: a, importKey: 'a', fields: { text: 'neu' } },
    {
      table: 'cards',
      id: b,
      importKey: 'b',
      fields: { place: { ...before.cards.get(b)?.place, activityId: fresh } },
    },
  ] as unknown as readonly ImportRecord[]
  const { key: _, unknown: __, ...entry } = rating
  const entries = [{ table: 'ratings', entry: { ...entry, value: 9 } }] as never
  const missing = [{ table: 'cards', id: gone }] as const
  const bringIn = (undoable: boolean) =>
    must(
      importRecords(workshop, actor, {
        records,
        entries,
        missing,
        existing: 'update',
        name: 'cards.csv',
        undoable,
      }),
    )
  return { workshop, actor, before, bringIn, a, b, gone, fresh, activityId, laneId, rating }
}

describe('taking an import back that changed what was here', () => {
  it('[IMPORT8] says again what was said before, empties the bin of what it put there, and leaves nothing new', () => {
    const { workshop, actor, before, bringIn, a, gone, fresh, rating } = changed()
    const report = bringIn(false)
    expect(report).toMatchObject({ created: 1, updated: 3, binned: 1 })
    const during = workshop.snapshot()
    expect(during.cards.get(a)?.text).toBe('neu')
    expect([during.cards.has(gone), during.bin.cards.has(gone)]).toEqual([false, true])
    expect(during.ratings.get(rating.key)?.value).toBe(9)
    const { importId } = report
    if (importId === null) throw new Error('the import was not noted')
    expect(must(undoImport(workshop, actor, { importId }))).toEqual({ binned: 1, restored: 4 })
    const after = workshop.snapshot()
    for (const table of ['cards', 'activities', 'ratings'] as const)
      expect(
        [...(after[table] as ReadonlyMap<string, object>)].map(([key, held]) => [
          key,
          { ...held, deleted: null },
        ]),
      ).toEqual(
        [...(before[table] as ReadonlyMap<string, object>)].map(([key, held]) => [
          key,
          { ...held, deleted: null },
        ]),
      )
    expect(after.bin.activities.has(fresh)).toBe(true)
  })

  it('[IMPORT8] does so after the app was opened again', () => {
    const { workshop, actor, bringIn, a } = changed()
    const { importId } = bringIn(true)
    if (importId === null) throw new Error('the import was not noted')
    const opened = reloaded(workshop)
    must(undoImport(opened, actor, { importId }))
    expect(opened.snapshot().cards.get(a)?.text).toBe('alt')
  })

  it('[IMPORT8] leaves what somebody changed after the import', () => {
    const { workshop, actor, bringIn, a, b, fresh, rating } = changed()
    const other = laneOf(workshop, 'insights').id
    const { importId } = bringIn(false)
    if (importId === null) throw new Error('the import was not noted')
    must(editText(workshop, actor, { table: 'cards', id: a, field: 'text', text: 'besser' } as never))
    must(moveCards(workshop, actor, { cardIds: [b], laneId: other, activityId: fresh }))
    must(undoImport(workshop, actor, { importId }))
    const after = workshop.snapshot()
    expect(after.cards.get(a)?.text).toBe('besser')
    expect(after.cards.get(b)?.place).toMatchObject({ laneId: other, activityId: fresh })
    expect(after.activities.has(fresh)).toBe(true)
    expect(after.ratings.get(rating.key)?.value).toBe(3)
  })

  it('[IMPORT8] one step of undo takes an import back as well, its note included', () => {
    const { workshop, before, bringIn, a, gone } = changed()
    const history = createUndo(workshop)
    history.gesture(() => bringIn(true))
    expect(workshop.snapshot().imports.size).toBe(1)
    expect(history.undo()).toBe(true)
    const after = workshop.snapshot()
    expect(after.cards.get(a)?.text).toBe(before.cards.get(a)?.text)
    expect([after.cards.has(gone), after.imports.size]).toEqual([true, 0])
  })

  it('[IMPORT8] writes nothing that a note from elsewhere has no business to say', () => {
    const { workshop, actor, bringIn } = changed()
    const { importId } = bringIn(false)
    if (importId === null) throw new Error('the import was not noted')
    const [person] = workshop.snapshot().persons.values()
    const forged = [
      ['cards', 'nobody', 'text', 'x', 'y'],
      ['persons', person?.id ?? '', 'nonsense', 1, 2],
      ['comments', 'k', 'text', '', ''],
      ['__proto__', 'a', 'b', 1, 2],
      'text',
    ]
    workshop.docs.map.transact(() => {
      const note = workshop.docs.map
        .getMap<{ set: (name: string, value: unknown) => void }>('imports')
        .get(importId)
      note?.set('changes', forged)
    })
    const imported = workshop.snapshot().imports.get(importId)
    if (imported === undefined) throw new Error('the note is gone')
    expect(importRemainder(workshop, imported).changes).toEqual([])
    expect(undoImport(workshop, actor, { importId }).ok).toBe(true)
  })
})
