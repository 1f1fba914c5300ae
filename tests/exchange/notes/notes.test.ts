import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyImport } from '../../../src/exchange/applyImport.ts'
import { guessMapping } from '../../../src/exchange/notes/noteMapping.ts'
import { type NotesWish, planNotes } from '../../../src/exchange/notes/planNotes.ts'
import { readNotes } from '../../../src/exchange/notes/readNotes.ts'
import { previewImport } from '../../../src/exchange/previewImport.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { fileOf, imported } from '../imported.ts'

const stickies = readFileSync(new URL('../../fixtures/miro-node-stickies.csv', import.meta.url), 'utf8')

const map = () =>
  imported([fileOf('a.mmd', 'journey\n  title T\n  section S\n    Search: 4: Anna\n    Buy: 2: Anna')])

function planned(text: string, workshop: WorkshopDocument, wish: Partial<NotesWish> = {}) {
  const rows = readNotes(text)
  const journey = mainJourney(workshop.snapshot())
  if (journey === null) throw new Error('no journey')
  return planNotes(rows, workshop.snapshot(), {
    mapping: guessMapping(rows),
    journeyId: journey.id,
    laneId: '',
    activityId: '',
    laneName: (kind) => kind,
    ...wish,
  })
}

describe('reading notes', () => {
  it.each([
    ['a list', '- one\n• two\n\n3. three', [['one'], ['two'], ['three']]],
    [
      'a range of a spreadsheet',
      'a\tb\n"x ""y"""\t"two\nlines"',
      [
        ['a', 'b'],
        ['x "y"', 'two\nlines'],
      ],
    ],
    [
      'semicolons with a byte-order mark',
      '\uFEFFText;Tag\r\nhello;a\r\nyou;b',
      [
        ['Text', 'Tag'],
        ['hello', 'a'],
        ['you', 'b'],
      ],
    ],
    [
      'the escaped quotes of a plugin',
      'text,tag\n"say \\"hi\\"",x',
      [
        ['text', 'tag'],
        ['say "hi"', 'x'],
      ],
    ],
    [
      'short and long rows',
      'a,b\n1\n1,2\n1,2,3\n4,5',
      [['a', 'b'], ['1'], ['1', '2'], ['1', '2', '3'], ['4', '5']],
    ],
    ['a sentence with commas as one note', 'Well, yes, of course\nNo', [['Well, yes, of course'], ['No']]],
  ])('takes %s as it is', (_, text, rows) => expect(readNotes(text).rows).toEqual(rows))

  it.each([
    ['Sticky Title,Sticky Description,Tag1,Tag2', ['text', 'more', 'tag', 'tag'], true],
    ['id,text,richText,x,y,color', ['skip', 'text', 'more', 'skip', 'skip', 'skip'], true],
    ['Notiz;Spur;Aktivität;Autor', ['text', 'lane', 'activity', 'author'], true],
    ['0,1,2', ['text', 'skip', 'skip'], true],
  ])('guesses what the columns of “%s” mean', (header, roles, hasHeader) => {
    const delimiter = header.includes(';') ? ';' : ','
    const row = header
      .split(delimiter)
      .map((_, index) => (index === roles.indexOf('text') ? 'a long text' : 'b'))
    expect(guessMapping(readNotes(`${header}\n${row.join(delimiter)}`))).toEqual({ roles, hasHeader })
  })
})

describe('notes on the map', { timeout: 60_000 }, () => {
  it('of a whiteboard come in one by one, equal ones too, and not twice', async () => {
    const workshop = await map()
    const before = workshop.snapshot().cards.size
    const { plan, unplaced } = planned(stickies, workshop)
    expect(plan.counts).toEqual({ cards: 6 })
    expect(unplaced).toHaveLength(6)
    expect(unplaced[0]).toMatchObject({ line: 2, reason: 'noActivity' })
    expect(applyImport(plan, workshop, { personId: null }).ok).toBe(true)
    expect(workshop.snapshot().cards.size).toBe(before + 6)
    const tags = [...workshop.snapshot().cards.values()].flatMap(({ source }) =>
      source === '' ? [] : source.split(', '),
    )
    expect(tags).toHaveLength(24)
    const again = planned(stickies, workshop).plan
    expect(previewImport(again, workshop.snapshot(), workshop.randomBytes)).toMatchObject({
      created: {},
      changed: {},
    })
  })

  it('go where they say, where the person says, or tell why not', async () => {
    const workshop = await map()
    const lane = [...workshop.snapshot().lanes.values()].find(({ kind }) => kind === 'own')
    const text = 'Text;Aktivität;Autor\nfound;search;Anna\nlost;nowhere;Anna\nopen;;\n;Buy;'
    const { plan, unplaced } = planned(text, workshop, { laneId: lane?.id ?? '' })
    expect(unplaced.map(({ line, reason, value }) => [line, reason, value])).toEqual([
      [3, 'unknownActivity', 'nowhere'],
      [4, 'noActivity', ''],
      [5, 'noText', ''],
    ])
    applyImport(plan, workshop, { personId: null })
    const s = workshop.snapshot()
    const found = [...s.cards.values()].find((card) => card.text === 'found')
    expect(found?.place.laneId).toBe(lane?.id)
    expect(s.activities.get(found?.place.activityId as never)?.text).toBe('Search')
    expect(found?.authorIds.map((id) => s.persons.get(id)?.name)).toEqual(['Anna'])
    expect([...s.persons.values()].filter(({ name }) => name === 'Anna')).toHaveLength(1)
  })
})
