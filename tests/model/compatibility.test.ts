import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRecord } from '../../src/model/commands/createRecord.ts'
import { editRecord } from '../../src/model/commands/editRecord.ts'
import { addCard } from '../../src/model/commands/addCard.ts'
import { defineRecord } from '../../src/model/defineRecord.ts'
import { duplicateWorkshop } from '../../src/model/duplicateWorkshop.ts'
import { lateText, string, text } from '../../src/model/field.ts'
import { readRecord } from '../../src/model/readRecord.ts'
import { createRecordTable } from '../../src/model/recordTable.ts'
import { newRecord, writePatch } from '../../src/model/recordWriter.ts'
import type { CardId } from '../../src/model/records/card.ts'
import type { ChannelId } from '../../src/model/records/channel.ts'
import { cryptoRandomBytes } from '../../src/shared/ids.ts'
import {
  bring,
  column,
  laneOf,
  meet,
  must,
  newWorkshop,
  nobody,
  otherDevice,
  reloaded,
} from './support/testWorkshop.ts'

const stored = (doc: Y.Doc, table: string, id: string) => doc.getMap<Y.Map<unknown>>(table).get(id)

describe('a document of another version', () => {
  it('[DOC4] keeps fields and tables that this version does not know, through edits, reload and duplicate', () => {
    const { workshop } = newWorkshop()
    const id = must(createRecord(workshop, nobody, { table: 'channels', fields: { name: 'Telefon' } }))
    stored(workshop.docs.map, 'channels', id)?.set('hologram', { depth: 3 })
    workshop.docs.map.getMap('dreams').set('d1', 'a table of tomorrow')
    must(editRecord(workshop, nobody, { table: 'channels', id, patch: { name: 'Hotline' } }))
    for (const device of [
      workshop,
      reloaded(workshop),
      must(duplicateWorkshop(workshop, { title: 'Kopie' })),
    ]) {
      expect(device.snapshot().channels.get(id)).toMatchObject({
        name: 'Hotline',
        unknown: { hologram: { depth: 3 } },
      })
      expect(device.docs.map.getMap('dreams').get('d1')).toBe('a table of tomorrow')
    }
  })

  it('[DOC5] shows the default for a value that is not valid, and leaves what is stored alone', () => {
    const { workshop } = newWorkshop()
    const id = must(
      createRecord(workshop, nobody, { table: 'channels', fields: { name: 'Telefon', colour: '#123456' } }),
    )
    stored(workshop.docs.map, 'channels', id)?.set('colour', { space: 'oklch' })
    expect(workshop.snapshot().channels.get(id)?.colour).toBe('')
    must(editRecord(workshop, nobody, { table: 'channels', id, patch: { name: 'Hotline' } }))
    expect(stored(workshop.docs.map, 'channels', id)?.get('colour')).toEqual({ space: 'oklch' })
  })

  it('[DOC5] does not fall over records and keys that are none', () => {
    const { workshop } = newWorkshop()
    workshop.docs.map.getMap('cards').set('c1', 'no record')
    workshop.docs.map.getMap('cards').set('__proto__', new Y.Map())
    workshop.docs.map.getMap('ratings').set('half|a|key', { value: 3 })
    workshop.docs.map.getMap('ratings').set('activity|%E0%A4%A|inside|staff|first|u', { value: 3 })
    expect(workshop.snapshot().cards.size).toBe(0)
    expect(workshop.snapshot().ratings.size).toBe(0)
  })

  it('[DOC6] is only read when it says that it needs a newer writer', () => {
    const { workshop, actor } = newWorkshop()
    const before = must(createRecord(workshop, actor, { table: 'channels', fields: { name: 'Web' } }))
    workshop.docs.map.getMap('meta').set('minWriter', 99)
    const state = Y.encodeStateAsUpdate(workshop.docs.map)
    const refused = editRecord(workshop, actor, { table: 'channels', id: before, patch: { name: 'App' } })
    expect(refused).toEqual({
      ok: false,
      error: { code: 'readOnlyOlderApp', what: 'meta.minWriter', value: 99 },
    })
    expect(Y.encodeStateAsUpdate(workshop.docs.map)).toEqual(state)
  })

  it('[DOC8] gives a duplicate a new id and everything else, and never merges it with the original', () => {
    const { workshop, actor } = newWorkshop()
    const activityId = column(workshop, actor, 'Ich buche')
    must(addCard(workshop, actor, { laneId: laneOf(workshop, 'ideas').id, activityId, text: 'Idee' }))
    const copy = must(duplicateWorkshop(workshop, { title: 'Zweite Runde' }))
    expect(copy.snapshot().meta).toMatchObject({
      title: 'Zweite Runde',
      duplicateOf: workshop.snapshot().meta.workshopId,
    })
    expect(copy.snapshot().meta.workshopId).toMatch(/^[0-9A-Za-z]{22}$/)
    expect(copy.snapshot().meta.workshopId).not.toBe(workshop.snapshot().meta.workshopId)
    expect([...copy.snapshot().cards.values()]).toEqual([...workshop.snapshot().cards.values()])
    expect(workshop.snapshot().meta.title).toBe('Bahnreise')
  })
})

describe('a record of a later version', () => {
  const later = defineRecord({
    kind: 'channel',
    table: 'channels',
    document: 'map',
    fields: { name: string(), code: string(), shortName: string(), notes: lateText(), text: text() },
    upgrades: [{ version: 2, fill: (old) => ({ shortName: old['code'] }) }],
  })

  it('[DOC9] fills new fields from old ones while reading, and prefers what was written', () => {
    const { workshop } = newWorkshop()
    const id = must(
      createRecord(workshop, nobody, { table: 'channels', fields: { name: 'Website', code: 'WEB' } }),
    )
    const record = stored(workshop.docs.map, 'channels', id) as Y.Map<unknown>
    expect(readRecord(later, id, record)).toMatchObject({ code: 'WEB', shortName: 'WEB' })
    expect(record.has('shortName')).toBe(false)
    record.set('shortName', 'Web')
    expect(readRecord(later, id, record)).toMatchObject({ code: 'WEB', shortName: 'Web' })
  })

  it('[DOC9] a field called like something every object inherits is a field, kept and never believed', () => {
    const { workshop } = newWorkshop()
    const id = must(createRecord(workshop, nobody, { table: 'channels', fields: { name: 'Website' } }))
    const record = stored(workshop.docs.map, 'channels', id) as Y.Map<unknown>
    record.set('__proto__', { code: 'EVIL', name: 'Evil' })
    const read = readRecord(later, id, record) as { unknown: Record<string, unknown> }
    expect(read).toMatchObject({ name: 'Website', code: '' })
    expect(Object.keys(read.unknown)).toContain('__proto__')
  })

  it('[TEXT3] keeps what two devices type offline into a text that older records do not have', () => {
    const { workshop: anna } = newWorkshop()
    const id = must(createRecord(anna, nobody, { table: 'channels', fields: { name: 'Website' } }))
    const ben = otherDevice(anna)
    for (const [device, words] of [
      [anna, 'von Anna '],
      [ben, 'von Ben '],
    ] as const) {
      const record = stored(device.docs.map, 'channels', id) as Y.Map<unknown>
      writePatch({ doc: device.docs.map, randomBytes: cryptoRandomBytes }, later, record, id, {
        notes: words,
      })
    }
    meet(anna, ben)
    const read = (device: typeof anna) => {
      const root = device.docs.map.getMap<unknown>('channels')
      return createRecordTable(later, root).read().live.get(id)?.['notes']
    }
    expect(read(anna)).toBe(read(ben))
    expect(read(anna)).toContain('von Anna')
    expect(read(anna)).toContain('von Ben')
  })

  it('[TEXT2] has every text from the moment it is created', () => {
    const doc = new Y.Doc()
    const record = newRecord(later, doc.getMap('channels'), 'x')
    expect(record.get('text')).toBeInstanceOf(Y.Text)
  })

  it('[DOC9] cannot be declared with a hole in its upgrades or a field that every record has', () => {
    const base = { kind: 'x', table: 'xs', document: 'map' } as const
    expect(() => defineRecord({ ...base, fields: {}, upgrades: [{ version: 3, fill: () => ({}) }] })).toThrow(
      'numbered',
    )
    expect(() => defineRecord({ ...base, fields: { deleted: string() } })).toThrow('"deleted"')
  })
})

describe('two devices offline', () => {
  it('[DOC2] both add cards, and both are there: nobody creates a container that the other one loses', () => {
    const { workshop: anna, actor } = newWorkshop()
    const activityId = column(anna, actor, 'Ich buche')
    const ben = otherDevice(anna)
    const laneId = laneOf(anna, 'ideas').id
    const first: CardId = must(addCard(anna, actor, { laneId, activityId, text: 'Anna' }))
    const second: CardId = must(addCard(ben, actor, { laneId, activityId, text: 'Ben' }))
    meet(anna, ben)
    for (const device of [anna, ben])
      expect([...device.snapshot().cards.keys()].sort()).toEqual([first, second].sort())
  })

  it('[TEXT1] type into one text, and both words stay', () => {
    const { workshop: anna, actor } = newWorkshop()
    const id = column(anna, actor, 'Ich buche')
    const ben = otherDevice(anna)
    must(editRecord(anna, actor, { table: 'activities', id, patch: { text: 'Ich buche heute' } }))
    must(editRecord(ben, actor, { table: 'activities', id, patch: { text: 'Endlich: Ich buche' } }))
    meet(anna, ben)
    expect(anna.snapshot().activities.get(id)?.text).toBe('Endlich: Ich buche heute')
    expect(ben.snapshot().activities.get(id)?.text).toBe('Endlich: Ich buche heute')
  })

  it('[FIELD1] change different fields of one record, and both changes stay', () => {
    const { workshop: anna } = newWorkshop()
    const id: ChannelId = must(createRecord(anna, nobody, { table: 'channels', fields: { name: 'Web' } }))
    const ben = otherDevice(anna)
    must(editRecord(anna, nobody, { table: 'channels', id, patch: { code: 'WEB' } }))
    must(editRecord(ben, nobody, { table: 'channels', id, patch: { colour: '#1F77B4' } }))
    meet(anna, ben)
    expect(anna.snapshot().channels.get(id)).toMatchObject({ name: 'Web', code: 'WEB', colour: '#1F77B4' })
  })

  it('[FIELD2] add to one set, and both members stay; own fields likewise', () => {
    const { workshop: anna, actor } = newWorkshop()
    const id = must(
      createRecord(anna, actor, {
        table: 'insights',
        fields: { title: 'I', evidenceCardIds: ['c0' as CardId] },
      }),
    )
    const touchpointId = must(
      createRecord(anna, actor, { table: 'touchpoints', fields: { ownFields: { a: 1 } } }),
    )
    const ben = otherDevice(anna)
    must(
      editRecord(anna, actor, {
        table: 'insights',
        id,
        patch: { evidenceCardIds: ['c0', 'c1'] as CardId[] },
      }),
    )
    must(editRecord(ben, actor, { table: 'insights', id, patch: { evidenceCardIds: ['c2'] as CardId[] } }))
    must(
      editRecord(anna, actor, {
        table: 'touchpoints',
        id: touchpointId,
        patch: { ownFields: { a: 1, b: 'zwei' } },
      }),
    )
    must(
      editRecord(ben, actor, { table: 'touchpoints', id: touchpointId, patch: { ownFields: { c: true } } }),
    )
    meet(anna, ben)
    expect([...(anna.snapshot().insights.get(id)?.evidenceCardIds ?? [])].sort()).toEqual(['c1', 'c2'])
    expect(anna.snapshot().touchpoints.get(touchpointId)?.ownFields).toEqual({ b: 'zwei', c: true })
    bring(anna, ben)
    expect(ben.snapshot().insights.get(id)).toEqual(anna.snapshot().insights.get(id))
  })
})
