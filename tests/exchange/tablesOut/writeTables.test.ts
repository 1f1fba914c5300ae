import { fc, test } from '@fast-check/vitest'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeTables } from '../../../src/exchange/tablesOut/writeTables.ts'
import { writeCsv } from '../../../src/exchange/csv/writeCsv.ts'
import { inputFileOf } from '../../../src/exchange/inputFile.ts'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { deleteRecords } from '../../../src/model/commands/deleteRecords.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { emptyWorkshop, importInto, planOf } from '../importedSample.ts'
import { filesOf, sampleContents } from '../sample.ts'

const contents = sampleContents()
const actor = { personId: null }

function written(workshop: WorkshopDocument) {
  const journey = mainJourney(workshop.snapshot())
  if (journey === null) throw new Error('no journey')
  const { files, leftOut } = writeTables(workshop.snapshot(), journey.id, { defused: false })
  return { texts: Object.fromEntries(files.map(({ name, text }) => [name, text])), leftOut }
}

describe('the tables of an imported workshop', { timeout: 60_000 }, () => {
  let workshop: WorkshopDocument

  beforeAll(async () => {
    workshop = emptyWorkshop()
    await importInto(workshop, filesOf(contents))
  }, 60_000)

  it('are byte for byte those that were imported', () => {
    const { texts, leftOut } = written(workshop)
    expect(Object.keys(texts)).toHaveLength(16)
    for (const [name, text] of Object.entries(texts)) {
      const original = new TextDecoder().decode(contents[name])
      expect(text, name).toBe(original)
    }
    expect(leftOut).toEqual({ attachments: 2 })
  })

  it('keep further columns of touchpoints as their own fields', async () => {
    const text = new TextDecoder().decode(contents['touchpoints.csv'])
    const lines = text.split('\r\n').filter((line) => line !== '')
    const wider = lines.map(
      (line, index) => `${line},${index === 0 ? 'Öffnungszeit' : index === 1 ? '"6–22, täglich"' : ''}\r\n`,
    )
    const own = emptyWorkshop()
    const bytes = new TextEncoder().encode(wider.join(''))
    await importInto(own, filesOf({ ...contents, 'touchpoints.csv': bytes }))
    const plakat = [...own.snapshot().touchpoints.values()].find(({ importKey }) => importKey === 't-plakat')
    expect(plakat?.ownFields).toEqual({ Öffnungszeit: '6–22, täglich' })
    expect(written(own).texts['touchpoints.csv']).toBe(wider.join(''))
  })

  it('can be imported again and come out the same', async () => {
    const first = written(workshop).texts
    const again = emptyWorkshop()
    await importInto(
      again,
      Object.entries(first).map(([name, text]) => inputFileOf(name, new TextEncoder().encode(text))),
    )
    expect(written(again).texts).toEqual(first)
  })

  it('hold what was written in the app, leave out what is in the bin, and say what they cannot hold', async () => {
    const edited = emptyWorkshop()
    await importInto(edited, filesOf(contents))
    const before = edited.snapshot()
    const [lane] = before.lanes.values()
    const [activity] = before.activities.values()
    const added = addCard(edited, actor, {
      laneId: lane?.id ?? null,
      activityId: activity?.id ?? null,
      text: 'Neu; "heute",\nund = morgen',
    } as never)
    addCard(edited, actor, { laneId: null, activityId: null, text: 'nirgends' } as never)
    const gone = [...before.cards.values()].find(({ importKey }) => importKey === 'c-brezn-s1')
    deleteRecords(edited, actor, { table: 'cards', ids: [gone?.id ?? ''] } as never)
    const { texts, leftOut } = written(edited)
    expect(added.ok).toBe(true)
    expect(texts['cards.csv']).toContain(
      `${added.ok ? added.value : ''},l-storyboard,a-traum,2,"Neu; ""heute"",\nund = morgen"`,
    )
    expect(texts['cards.csv']).not.toContain('c-brezn-s1')
    expect(leftOut['cards']).toBe(1)
  })
})

describe('a card', { timeout: 60_000 }, () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(
        '"',
        ',',
        ';',
        '\n',
        '\r',
        '\t',
        '=',
        '+',
        '@',
        '-',
        '<b>',
        '\u0000',
        '\uFEFF',
        ' ',
        '🧑‍🚒',
        'ﬁ',
      ),
      maxLength: 20,
    }),
  )
  test.prop([fc.array(nasty, { minLength: 1, maxLength: 6 })], { seed: 20_261_104, numRuns: 40 })(
    'keeps whatever is written on it through tables, workshop and tables',
    async (texts) => {
      const header = ['id', 'lane_id', 'activity_id', 'order', 'text', 'author', 'evidence', 'source']
      const cards = texts.map((text, index) => [
        `c-${index}`,
        'l-1',
        'a-1',
        String(index + 1),
        text,
        text,
        'quote',
        text,
      ])
      const tables: Record<string, string[][]> = {
        journey: [
          ['id', 'title', 'kind', 'persona_id', 'scope', 'owner'],
          ['j-1', 'T', 'current', '', '', ''],
        ],
        phases: [
          ['id', 'journey_id', 'name', 'colour', 'order'],
          ['p-1', 'j-1', texts[0] ?? '', '', '1'],
        ],
        lanes: [
          ['id', 'kind', 'title', 'order'],
          ['l-1', 'own', texts[0] ?? '', '1'],
        ],
        activities: [
          ['id', 'phase_id', 'order', 'text', 'micromoment', 'pain_point', 'moment_of_truth'],
          ['a-1', 'p-1', '1', texts[0] ?? '', '', 'false', 'false'],
        ],
        cards: [header, ...cards],
      }
      const files = Object.entries(tables).map(([name, rows]) =>
        inputFileOf(`${name}.csv`, new TextEncoder().encode(writeCsv(rows))),
      )
      const workshop = emptyWorkshop()
      expect((await importInto(workshop, files)).ok).toBe(true)
      const out = written(workshop).texts
      for (const [name, rows] of Object.entries(tables)) expect(out[`${name}.csv`], name).toBe(writeCsv(rows))
      expect((await planOf(files)).counts.cards).toBe(texts.length)
    },
  )
})
