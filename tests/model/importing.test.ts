import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { deleteRecords } from '../../src/model/commands/deleteRecords.ts'
import { editRecord } from '../../src/model/commands/editRecord.ts'
import { type ImportEntry, type ImportRecord, importRecords } from '../../src/model/commands/importRecords.ts'
import { mergeActivities } from '../../src/model/commands/mergeActivities.ts'
import { mergePersons } from '../../src/model/commands/mergePersons.ts'
import { createImportIds } from '../../src/model/importIds.ts'
import { originKindOf } from '../../src/model/origins.ts'
import type { ActivityId } from '../../src/model/records/activity.ts'
import type { PersonId } from '../../src/model/records/person.ts'
import { duplicateImports } from '../../src/model/select/duplicateImports.ts'
import { ratingStats } from '../../src/model/select/ratingStats.ts'
import type { WorkshopDocument } from '../../src/model/workshopDocument.ts'
import { contentOf, meet, must, newWorkshop, nobody, otherDevice } from './support/testWorkshop.ts'

/** A file of 40 activities with cards and ratings that refer to each other. */
function readFile(workshop: WorkshopDocument, suffix = '') {
  const ids = createImportIds(workshop.snapshot(), workshop.randomBytes)
  const records: ImportRecord[] = []
  const entries: ImportEntry[] = []
  const personId = ids.idOf('persons', 'jörg')
  records.push({ table: 'persons', id: personId, importKey: 'jörg', fields: { name: 'Jörg (Bordservice)' } })
  for (let index = 0; index < 260; index += 1) {
    const activityId = ids.idOf('activities', `a-${index}`)
    records.push({
      table: 'activities',
      id: activityId,
      importKey: `a-${index}`,
      fields: { text: `Ich bin Nummer ${index}${suffix}`, authorIds: [personId] },
    })
    entries.push({
      table: 'ratings',
      entry: {
        subjectKind: 'activity',
        subjectId: activityId,
        view: 'inside',
        source: 'staff',
        roundId: 'first',
        personId,
        value: 7,
      },
    })
  }
  return { records, entries }
}

describe('an import', () => {
  it('[IMPORT1] brings every record once; the same file again changes nothing at all', () => {
    const { workshop, actor } = newWorkshop()
    const first = must(importRecords(workshop, actor, { ...readFile(workshop), existing: 'keep' }))
    expect(first).toEqual({ created: 521, updated: 0, unchanged: 0, binned: 0, importId: null })
    const before = contentOf(workshop)
    for (const existing of ['keep', 'update'] as const) {
      const again = must(importRecords(workshop, actor, { ...readFile(workshop), existing }))
      expect(again).toEqual({ created: 0, updated: 0, unchanged: 521, binned: 0, importId: null })
    }
    expect(contentOf(workshop)).toEqual(before)
    expect(workshop.snapshot().activities.size).toBe(260)
  })

  it('[IMPORT2] commits at most 200 records a transaction, under its own origin, and tells how far it is', () => {
    const { workshop, actor } = newWorkshop()
    const sizes: number[] = []
    workshop.docs.map.on('afterTransaction', (transaction: Y.Transaction) => {
      if (originKindOf(transaction.origin) !== 'import') throw new Error('not the import')
      const touched = [...transaction.changed].filter(([type]) => type._item === null)
      sizes.push(touched.reduce((sum, [, keys]) => sum + keys.size, 0))
    })
    const progress: string[] = []
    const onProgress = (done: number, total: number) => void progress.push(`${done}/${total}`)
    must(importRecords(workshop, actor, { ...readFile(workshop), existing: 'keep', onProgress }))
    expect(sizes).toEqual([200, 200, 121])
    expect(progress).toEqual(['200/521', '400/521', '521/521'])
  })

  it('[IMPORT3] gives records random ids, keeps the keys of the file, and finds binned ones too', () => {
    const { workshop, actor } = newWorkshop()
    must(importRecords(workshop, actor, { ...readFile(workshop), existing: 'keep' }))
    const activity = [...workshop.snapshot().activities.values()].find(
      (candidate) => candidate.importKey === 'a-7',
    )
    expect(activity?.id).toMatch(/^[0-9A-Za-z]{22}$/)
    if (activity === undefined) return
    must(deleteRecords(workshop, actor, { table: 'activities', ids: [activity.id] }))
    const ids = createImportIds(workshop.snapshot(), workshop.randomBytes)
    expect(ids.idOf('activities', 'a-7')).toBe(activity.id)
    expect([ids.isKnown('activities', 'a-7'), ids.isKnown('activities', 'a-999')]).toEqual([true, false])
    expect(ids.idOf('activities', 'a-999')).toBe(ids.idOf('activities', 'a-999'))
  })

  it('[IMPORT4] keeps what people changed since, or writes what differs, as asked', () => {
    const { workshop, actor } = newWorkshop()
    must(importRecords(workshop, actor, { ...readFile(workshop), existing: 'keep' }))
    const id = createImportIds(workshop.snapshot(), workshop.randomBytes).idOf('activities', 'a-0')
    must(editRecord(workshop, actor, { table: 'activities', id, patch: { text: 'Von Hand' } }))
    must(importRecords(workshop, actor, { ...readFile(workshop), existing: 'keep' }))
    expect(workshop.snapshot().activities.get(id)?.text).toBe('Von Hand')
    const report = must(importRecords(workshop, actor, { ...readFile(workshop, '!'), existing: 'update' }))
    expect(report).toEqual({ created: 0, updated: 260, unchanged: 261, binned: 0, importId: null })
    expect(workshop.snapshot().activities.get(id)?.text).toBe('Ich bin Nummer 0!')
  })

  it('[IMPORT5] of the same file on two devices offline loses nothing, and the doubles are found for merging', () => {
    const { workshop: anna, actor } = newWorkshop()
    const ben = otherDevice(anna)
    for (const device of [anna, ben])
      must(importRecords(device, actor, { ...readFile(device), existing: 'keep' }))
    meet(anna, ben)
    expect(contentOf(anna)).toEqual(contentOf(ben))
    const doubles = duplicateImports(anna.snapshot())
    expect(doubles).toHaveLength(261)
    expect(doubles[0]?.ids).toHaveLength(2)
    must(importRecords(anna, actor, { ...readFile(anna), existing: 'keep' }))
    expect(anna.snapshot().activities.size).toBe(520)
    const doubled = (importKey: string) => doubles.find((double) => double.importKey === importKey)?.ids ?? []
    const [keepPerson = '', mergePerson = ''] = doubled('jörg')
    const [keep = '', merge = ''] = doubled('a-7')
    const keepId = keep as ActivityId
    must(mergePersons(anna, actor, { keepId: keepPerson as PersonId, mergeId: mergePerson as PersonId }))
    must(mergeActivities(anna, actor, { keepId, mergeIds: [merge as ActivityId] }))
    expect(anna.snapshot().activities.get(keepId)?.text).toBe('Ich bin Nummer 7')
    expect(
      ratingStats(anna.snapshot(), { kind: 'activity', id: keepId }, { view: 'inside' }).statistics?.n,
    ).toBe(1)
  })

  it('[DOC7] refuses the whole file for one bad value, and says in which row', () => {
    const { workshop, actor } = newWorkshop()
    const before = contentOf(workshop)
    const { records, entries } = readFile(workshop)
    const bad = {
      table: 'channels',
      id: 'c1',
      importKey: 'web',
      fields: { colour: 'blue' },
    } as unknown as ImportRecord
    const refuse = (more: ImportRecord[], rows = entries) =>
      importRecords(workshop, actor, { records: [...records, ...more], entries: rows, existing: 'keep' })
    expect(refuse([bad])).toMatchObject({
      error: { code: 'invalid', what: 'channels.colour (web)', value: 'blue' },
    })
    expect(refuse(records.slice(0, 1))).toMatchObject({ error: { code: 'invalid', what: 'persons/jörg' } })
    expect(refuse([{ ...bad, id: '../x', fields: {} } as ImportRecord])).toMatchObject({
      error: { what: 'channels.id' },
    })
    expect(refuse([{ ...bad, table: 'comments', fields: {} } as ImportRecord])).toMatchObject({
      error: { code: 'notAllowed' },
    })
    expect(refuse([], [{ table: 'ratings', entry: { value: 11 } }])).toMatchObject({
      error: { what: 'ratings.value' },
    })
    expect(importRecords(workshop, { ...nobody, mayWrite: [] }, { records, existing: 'keep' })).toMatchObject(
      {
        error: { code: 'notAllowed' },
      },
    )
    expect(contentOf(workshop)).toEqual(before)
  })
})
