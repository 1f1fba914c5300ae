import { readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { jsonSchema } from '../../../src/exchange/json/jsonSchema.ts'
import { writeJson } from '../../../src/exchange/json/writeJson.ts'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { deleteRecords } from '../../../src/model/commands/deleteRecords.ts'
import { createWorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { complaints, fileOf, imported } from '../imported.ts'
import { filesOf, sampleContents } from '../sample.ts'

const published = new URL('../../../public/etappe-workshop.schema.json', import.meta.url)
const actor = { personId: null }

/** Somebody else's device: other random ids, other sort keys, another clock. */
const elsewhere = () => createWorkshopDocument({ clock: { now: () => 1_800_000_000_000 } })

describe('JSON', { timeout: 120_000 }, () => {
  it('is the same whoever imported the same content, and fits its published schema', async () => {
    const one = await imported(filesOf(sampleContents()))
    const other = await imported(filesOf(sampleContents()), elsewhere())
    const json = writeJson(one.snapshot())
    expect(writeJson(other.snapshot())).toBe(json)
    const again = await imported([fileOf('a.json', json)], elsewhere())
    expect(writeJson(again.snapshot())).toBe(json)
    const check = new Ajv({ strict: false, allErrors: true }).compile(jsonSchema())
    expect(check(JSON.parse(json)), JSON.stringify(check.errors?.slice(0, 3))).toBe(true)
    const broken = JSON.parse(json.replace('"evidence": "quote"', '"evidence": "rumour"')) as unknown
    expect(check(broken)).toBe(false)
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(JSON.parse(JSON.stringify(jsonSchema())))
  })

  it('brings what was written in the app back to where it stood, and twice the same file changes nothing', async () => {
    const workshop = await imported(filesOf(sampleContents()))
    const lane = [...workshop.snapshot().lanes.values()][0]?.id ?? null
    const activity = [...workshop.snapshot().activities.values()][0]?.id ?? null
    const added = addCard(workshop, actor, { laneId: lane, activityId: activity, text: 'mine' } as never)
    const gone = [...workshop.snapshot().cards.values()][0]?.id
    deleteRecords(workshop, actor, { table: 'cards', ids: [gone] } as never)
    const json = fileOf('a.json', writeJson(workshop.snapshot()))
    const here = workshop.snapshot().cards.size
    await imported([json], workshop)
    expect(workshop.snapshot().cards.size).toBe(here)
    const there = await imported([json], elsewhere())
    expect(there.snapshot().cards.size).toBe(here)
    const mine = [...there.snapshot().cards.values()].find(({ text }) => text === 'mine')
    expect(mine?.importKey).toBe(added.ok ? added.value : '')
    await imported([json], there)
    expect(there.snapshot().cards.size).toBe(here)
  })
})

const head = '"format": "etappe-workshop", "version": 2'
const card = '{ "id": "c", "text": "x", "place": { "laneId": "l", "activityId": null, "order": 1 } }'

describe('JSON that is wrong', () => {
  it.each([
    ['cut off', `{ ${head}, "records": {`, 'a.json: This file is no JSON. It may have been cut off'],
    ['of something else', '{ "cards": [] }', 'a.json: This JSON is not that of an Etappe workshop.'],
    [
      'of a later version',
      '{ "format": "etappe-workshop", "version": 9 }',
      'a.json: This JSON is of version 9',
    ],
    [
      'with a value that is none',
      `{ ${head}, "records": { "cards": [{ "id": "c", "evidence": "rumour" }] } }`,
      'a.json, records.cards[0].evidence: "rumour" is not possible here. Possible is: assumption, quote',
    ],
    [
      'that names what is not there',
      `{ ${head}, "records": { "cards": [${card}] } }`,
      'a.json, records.cards[0].place.laneId: “l” is not in records.lanes.',
    ],
    [
      'with an id twice',
      `{ ${head}, "records": { "channels": [{ "id": "a" }, { "id": "a" }] } }`,
      'a.json, records.channels[1].id: The id “a” is there twice in this table.',
    ],
    [
      'with a table that is none',
      `{ ${head}, "records": { "cards": "many" } }`,
      'a.json, records.cards:  is not possible here. Possible is: [ … ].',
    ],
    [
      'that nests without end',
      `{ ${head}, "records": ${'['.repeat(200_000)}`,
      'a.json: This file is no JSON.',
    ],
  ])('%s is refused with its place', async (_, text, message) => {
    expect((await complaints(fileOf('a.json', text)))[0]).toContain(message)
  })

  it('takes nothing from names that mean something to JavaScript', async () => {
    const text = `{ ${head}, "records": { "__proto__": [{ "id": "x" }], "channels": [{ "id": "a", "name": "A", "__proto__": { "code": "no" }, "constructor": 1 }] } }`
    const workshop = await imported([fileOf('a.json', text)])
    expect([...workshop.snapshot().channels.values()]).toMatchObject([{ name: 'A', code: '' }])
    expect(({} as Record<string, unknown>)['code']).toBeUndefined()
  })
})
