import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRecord } from '../../src/model/commands/createRecord.ts'
import { commit } from '../../src/model/commit.ts'
import { checkPatch } from '../../src/model/patch.ts'
import { createRecordTable } from '../../src/model/recordTable.ts'
import { newRecord, writePatch } from '../../src/model/recordWriter.ts'
import { responseRecord } from '../../src/model/records/response.ts'
import { keyedTables, recordTables, type TableName, tableNames } from '../../src/model/schema.ts'
import { cryptoRandomBytes } from '../../src/shared/ids.ts'
import { fullFixtures } from './support/fullFixtures.ts'
import { fullEntries } from './support/fullEntries.ts'
import { emptyWorkshop, must, nobody, otherDevice, reloaded } from './support/testWorkshop.ts'
import type { WorkshopDocument } from '../../src/model/workshopDocument.ts'

function shown(
  workshop: WorkshopDocument,
  table: TableName,
  id: string,
): Record<string, unknown> | undefined {
  const records: ReadonlyMap<string, object> = workshop.snapshot()[table]
  return records.get(id) as Record<string, unknown> | undefined
}

describe('a full record', () => {
  it.each(tableNames)('[DOC1] of %s comes through sync, reload and snapshot with every field', (table) => {
    const workshop = emptyWorkshop()
    const fields = fullFixtures[table]
    const id = must(createRecord(workshop, nobody, { table, fields: fields as never }))
    for (const device of [workshop, otherDevice(workshop), reloaded(workshop)]) {
      expect(shown(device, table, id)).toMatchObject(fields)
      expect(shown(device, table, id)?.['unknown']).toEqual({})
    }
    const declared = Object.keys(recordTables[table].fields)
    expect(Object.keys(fields).sort()).toEqual(declared.sort())
  })

  it.each(tableNames)('[DOC3] of %s leaves every default unwritten', (table) => {
    const workshop = emptyWorkshop()
    const id = must(createRecord(workshop, nobody, { table, fields: {} }))
    const stored = workshop.docs[recordTables[table].document].getMap(table).get(id)
    const texts = Object.entries(recordTables[table].fields).filter(([, field]) => field.storage === 'text')
    const names = Object.keys((stored as { toJSON: () => object }).toJSON())
    expect(names.sort()).toEqual(['createdAt', ...texts.map(([name]) => name)].sort())
    const plain = shown(workshop, table, id)
    for (const [name, field] of Object.entries(fullFixtures[table])) expect(plain?.[name]).not.toEqual(field)
  })

  it.each(fullEntries)(
    '[DOC1] of the keyed table $table comes through sync, reload and snapshot',
    ({ table, parts, fields }) => {
      const workshop = emptyWorkshop()
      const { document } = keyedTables[table]
      const key = must(
        commit(workshop, nobody, (writer) => writer.setKeyed(table, parts as never, fields as never), {
          document,
        }),
      )
      for (const device of [workshop, otherDevice(workshop), reloaded(workshop)]) {
        expect(device.snapshot()[table].get(key)).toEqual({ key, ...parts, ...fields, unknown: {} })
      }
      expect(Object.keys(parts)).toEqual(Object.keys(keyedTables[table].key))
      expect(Object.keys(fields).sort()).toEqual(Object.keys(keyedTables[table].fields).sort())
    },
  )

  it('[DOC1] of a survey response lives in a document of its own', () => {
    const fields = {
      surveyId: 's1',
      touchpointId: 't1',
      channelId: 'app',
      answeredAt: '2025-11-01T20:40:59+01:00',
      nps: 6,
      csat: 2,
      ces: 5,
      comment: 'Warum sagt es keiner?',
      segment: 'Familie mit Kindern',
      answers: { q1: 'ja', q2: 4 },
      askedBy: 'u1',
      mode: 'interview',
    }
    expect(Object.keys(fields).sort()).toEqual(Object.keys(responseRecord.fields).sort())
    expect(checkPatch(responseRecord, fields)).toBeNull()
    expect(checkPatch(responseRecord, { nps: 11 })?.what).toBe('responses.nps')
    const [kiosk, desk] = [new Y.Doc(), new Y.Doc()]
    const record = newRecord(responseRecord, kiosk.getMap('responses'), 'r1')
    writePatch({ doc: kiosk, randomBytes: cryptoRandomBytes }, responseRecord, record, 'r1', fields)
    Y.applyUpdate(desk, Y.encodeStateAsUpdate(kiosk))
    const read = createRecordTable(responseRecord, desk.getMap('responses')).read()
    expect(read.live.get('r1')).toMatchObject({ ...fields, unknown: {} })
  })
})
