import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyImport } from '../../../src/exchange/applyImport.ts'
import { inputFileOf } from '../../../src/exchange/inputFile.ts'
import { type Limits, LIMITS } from '../../../src/exchange/limits.ts'
import { coloursIn } from '../../../src/exchange/notes/noteColours.ts'
import { guessMapping } from '../../../src/exchange/notes/noteMapping.ts'
import type { NotesWish } from '../../../src/exchange/notes/notesWish.ts'
import { planNotes } from '../../../src/exchange/notes/planNotes.ts'
import { readNotes } from '../../../src/exchange/notes/readNotes.ts'
import { previewImport } from '../../../src/exchange/previewImport.ts'
import { readSource } from '../../../src/exchange/readSource.ts'
import { writeWorkbook } from '../../../src/exchange/xlsx/writeWorkbook.ts'
import { orderedColumns } from '../../../src/model/select/activitiesByPhase.ts'
import { cardsInCell } from '../../../src/model/select/cardsInCell.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { fileOf, imported, texts } from '../imported.ts'

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
    colours: {},
    makesMissing: false,
    firstPhase: 'Phase 1',
    laneNames: (kind) => [kind],
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
    ['id,text,richText,x,y,color', ['skip', 'text', 'more', 'skip', 'skip', 'colour'], true],
    ['Phase;Step;Sticky;BG Color', ['phase', 'activity', 'text', 'colour'], true],
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
    expect(plan.counts).toMatchObject({ activities: 0, cards: 6 })
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

  it('go behind the cards that are in a cell already, in the order of the file', async () => {
    const workshop = await map()
    const lane = [...workshop.snapshot().lanes.values()].find(({ kind }) => kind === 'own')
    const wish = { laneId: lane?.id ?? '' }
    applyImport(planned('Text;Activity\none;Search\ntwo;Search', workshop, wish).plan, workshop, {
      personId: null,
    })
    applyImport(planned('Text;Activity\nthree;Search\nfour;Search', workshop, wish).plan, workshop, {
      personId: null,
    })
    const s = workshop.snapshot()
    const activity = [...s.activities.values()].find(({ text }) => text === 'Search')
    if (lane === undefined || activity === undefined) throw new Error('nothing to look at')
    expect(cardsInCell(s, lane.id, activity.id).map(({ text }) => text)).toEqual([
      'Anna',
      'one',
      'two',
      'three',
      'four',
    ])
  })

  it('go to the lane of their colour where they name none', async () => {
    const workshop = await map()
    const lane = [...workshop.snapshot().lanes.values()].find(({ kind }) => kind === 'own')
    const text =
      'Text;Activity;Lane;Color\na;Search;;#FFD166\nb;Search;; light  Pink \nc;Search;own;#ffd166\nd;Search;;'
    expect(coloursIn(readNotes(text), guessMapping(readNotes(text)))).toEqual([
      { colour: '#ffd166', count: 2 },
      { colour: 'light pink', count: 1 },
    ])
    const { plan, unplaced } = planned(text, workshop, { colours: { '#ffd166': lane?.id ?? '' } })
    const placed = plan.document?.records.map(({ fields }) => (fields['place'] as { laneId: unknown }).laneId)
    expect(placed).toEqual([lane?.id, null, lane?.id, null])
    expect(unplaced.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'noLane'],
      [5, 'noLane'],
    ])
  })

  it('make the phases, activities and lanes that the map does not have, once, where that is wanted', async () => {
    const workshop = await map()
    const text =
      'Phase;Activity;Lane;Text\nAfter;Unpack;Joys;one\nAfter;unpack;joys;two\n;Wait;Joys;three\nS;Search;Joys;four'
    const { plan, unplaced } = planned(text, workshop, { makesMissing: true })
    expect([unplaced, plan.counts]).toEqual([[], { phases: 1, activities: 2, lanes: 1, cards: 4 }])
    const before = workshop.snapshot()
    applyImport(plan, workshop, { personId: null })
    const s = workshop.snapshot()
    const [journey] = s.journeys.values()
    if (journey === undefined) throw new Error('no journey')
    expect(orderedColumns(s, journey.id).map((activity) => activity.text)).toEqual([
      'Search',
      'Buy',
      'Unpack',
      'Wait',
    ])
    expect(s.phases.size).toBe(before.phases.size + 1)
    expect([...s.lanes.values()].map(({ title }) => title)).toContain('Joys')
    const again = planned(text, workshop, { makesMissing: true }).plan
    expect(previewImport(again, workshop.snapshot(), workshop.randomBytes)).toMatchObject({
      created: {},
      changed: {},
    })
  })
})

describe('reading a file of notes', () => {
  const source = async (name: string, bytes: Uint8Array, limits: Limits = LIMITS) => {
    const read = await readSource([inputFileOf(name, bytes)], texts, {}, limits)
    if (!read.ok) return read.error
    return read.value.kind === 'notes'
      ? { rows: read.value.notes.rows, notices: read.value.notices }
      : read.value
  }
  const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

  it.each([
    ['UTF-16, as “Unicode text” is saved', utf16('Text\tTag\nschön\tx'), []],
    ['UTF-16 without its mark', utf16('Text\tTag\nschön\tx').slice(2), []],
    ['UTF-8 with its mark', new TextEncoder().encode('\uFEFFText\tTag\nschön\tx'), []],
    [
      'Windows-1252, and says so',
      new Uint8Array(Buffer.from('Text\tTag\nschön\tx', 'latin1')),
      [{ code: 'oldEncoding', file: 'a.csv' }],
    ],
    ['line ends of old Macs', new TextEncoder().encode('Text\tTag\rschön\tx'), []],
  ])('takes %s', async (_, bytes, notices) => {
    expect(await source('a.csv', bytes)).toEqual({
      rows: [
        ['Text', 'Tag'],
        ['schön', 'x'],
      ],
      notices,
    })
  })

  it.each([
    ['with a NUL inside', 'a\u0000b', [{ code: 'noText', file: 'a.txt' }]],
    ['of nothing but blank lines', ' \n\n', [{ code: 'noNotes', file: 'a.txt' }]],
  ])('refuses a text %s', async (_, text, problems) => {
    expect(await source('a.txt', new TextEncoder().encode(text))).toEqual(problems)
  })

  it('names the limit and the place where too much begins', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    const rows = Array.from({ length: 5 }, (_, index) => `note ${index}`).join('\n')
    expect(await source('a.txt', bytes(rows), { ...LIMITS, rows: 3 })).toEqual([
      { code: 'tooManyRows', file: 'a.txt', line: 5, limit: '3' },
    ])
    expect(await source('a.csv', bytes(`Text;Tag\nok;x\n${'x'.repeat(20_001)};y`))).toEqual([
      { code: 'cellTooLong', file: 'a.csv', line: 3, column: 'A', value: '20001', limit: '20000' },
    ])
    expect(await source('a.csv', bytes(`Text\tTag\n${'a\t'.repeat(61)}b`))).toEqual([
      { code: 'tooManyColumns', file: 'a.csv', line: 2, limit: '60' },
    ])
    expect(await source('a.csv', bytes('x'.repeat(100)), { ...LIMITS, fileBytes: 99 })).toMatchObject([
      { code: 'fileTooLarge' },
    ])
  })

  it('takes the first filled sheet of a workbook that holds none of our tables', async () => {
    const cells = (rows: readonly (readonly string[])[]) =>
      rows.map((row) => row.map((value) => ({ value, style: {} })))
    const frozen = { rows: 1, columns: 0 }
    const book = writeWorkbook([
      { name: 'Empty', rows: [], widths: [], frozen },
      {
        name: 'Board',
        rows: cells([
          ['Text', 'Tag'],
          ['=1+1', 'x'],
        ]),
        widths: [8, 8],
        frozen,
      },
      { name: 'Other', rows: cells([['y']]), widths: [8], frozen },
    ])
    expect(await source('board.xlsx', book)).toEqual({
      rows: [
        ['Text', 'Tag'],
        ['=1+1', 'x'],
      ],
      notices: [{ code: 'sheetPassedOver', file: 'board.xlsx › Other' }],
    })
  })
})
