import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeJson } from '../../../src/exchange/json/writeJson.ts'
import { deleteRecords } from '../../../src/model/commands/deleteRecords.ts'
import { createWorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { jsonTables } from '../../../src/exchange/json/jsonFormat.ts'
import { keyedTableNames } from '../../../src/model/schema.ts'
import { emptyWorkshop, importInto } from '../importedSample.ts'
import { filesOf, sampleContents } from '../sample.ts'

interface Written {
  readonly format: string
  readonly version: number
  readonly schema: number
  readonly records: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  readonly entries: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  readonly bin: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

const read = (text: string) => JSON.parse(text) as Written

describe('a workshop as JSON', { timeout: 60_000 }, () => {
  it('holds every record, entry and deleted record with all that the document says', async () => {
    const workshop = emptyWorkshop()
    await importInto(workshop, filesOf(sampleContents()))
    const gone = [...workshop.snapshot().cards.values()].find(({ importKey }) => importKey === 'c-brezn-s1')
    if (gone === undefined) throw new Error('no card')
    deleteRecords(workshop, { personId: null }, { table: 'cards', ids: [gone.id] })
    const s = workshop.snapshot()
    const json = read(writeJson(s))
    expect(json).toMatchObject({ format: 'etappe-workshop', version: 2, schema: 1 })
    expect(Object.keys(json.records)).toEqual(jsonTables)
    expect(Object.keys(json.entries)).toEqual(keyedTableNames)
    for (const table of jsonTables) expect(json.records[table], table).toHaveLength(s[table].size)
    for (const table of keyedTableNames) expect(json.entries[table], table).toHaveLength(s[table].size)
    const byKey = new Map([...s.cards.values()].map((card) => [card.importKey, card]))
    for (const card of json.records['cards'] ?? []) {
      const held = byKey.get(String(card['id']))
      const { text, evidence, source, cardTypeId } = held ?? {}
      expect(card).toMatchObject({ text, evidence, source, cardTypeId })
    }
    expect(json.bin['cards']).toMatchObject([{ id: 'c-brezn-s1', text: gone.text, deleted: { with: null } }])
    const cell = (json.records['cards'] ?? []).filter(({ place }) => {
      const { laneId, activityId } = place as { readonly laneId: string; readonly activityId: string }
      return laneId === 'l-gefuehle' && activityId === 'a-traum'
    })
    expect(cell.map(({ id, place }) => [id, (place as { readonly order: number }).order])).toEqual([
      ['c-traum-f1', 1],
      ['c-traum-f2', 2],
      ['c-traum-f3', 3],
    ])
  })

  it('is the same text on two devices, whatever order the changes came in', async () => {
    const one = emptyWorkshop()
    await importInto(one, filesOf(sampleContents()))
    const other = createWorkshopDocument()
    Y.applyUpdate(other.docs.map, Y.encodeStateAsUpdate(one.docs.map))
    expect(writeJson(other.snapshot())).toBe(writeJson(one.snapshot()))
  })

  it('keeps what a later version added', () => {
    const workshop = emptyWorkshop()
    const record = new Y.Map<unknown>([
      ['name', 'Zukunft'],
      ['hologram', { x: 1 }],
    ])
    workshop.docs.map.getMap('channels').set('c1', record)
    expect(read(writeJson(workshop.snapshot())).records['channels']).toMatchObject([
      { id: 'c1', name: 'Zukunft', unknown: { hologram: { x: 1 } } },
    ])
  })
})
