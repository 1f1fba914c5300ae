import { describe, expect, it } from 'vitest'
import type { InputFile } from '../../src/exchange/inputFile.ts'
import { LIMITS } from '../../src/exchange/limits.ts'
import { plan, problemsOf, spoken } from './planned.ts'
import { filesOf, sampleContents, sampleWith } from './sample.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('bad input', { timeout: 60_000 }, () => {
  it('a missing column is named with its file and line', async () => {
    const contents = sampleWith('cards.csv', (text) => text.replace('author', 'autor'))
    expect(spoken(await problemsOf(contents))).toEqual([
      'cards.csv, line 1, column “author”: This column is missing in the header.',
    ])
  })

  it('an unknown reference is named with its line, column and value', async () => {
    const contents = sampleWith('cards.csv', (text) =>
      text.replace('c-brezn-f1,l-gefuehle', 'c-brezn-f1,l-nowhere'),
    )
    expect(await problemsOf(contents)).toEqual([
      {
        code: 'unknownReference',
        file: 'cards.csv',
        line: 229,
        column: 'lane_id',
        value: 'l-nowhere',
        table: 'lanes.csv',
      },
    ])
  })

  it('an unknown reference behind a card with line breaks is named with the line of the file', async () => {
    const contents = sampleWith('cards.csv', (text) =>
      text.replace('c-formular-p5,l-painpoints', 'c-formular-p5,l-x'),
    )
    expect(spoken(await problemsOf(contents))).toEqual([
      'cards.csv, line 500, column “lane_id”: “l-x” is not in lanes.csv.',
    ])
  })

  it('unknown references of every kind are found: subject, one of several, in a table that did not come', async () => {
    const rating = sampleWith('ratings.csv', (text) =>
      text.replace('touchpoint,t-plakat,inside', 'touchpoint,a-plakat,inside'),
    )
    expect(await problemsOf(rating)).toMatchObject([
      { column: 'subject_id', value: 'a-plakat', table: 'touchpoints.csv' },
    ])
    const evidence = sampleWith('insights.csv', (text) => text.replace('|c-anschluss-n2|', '|c-gone|'))
    expect(await problemsOf(evidence)).toMatchObject([
      { line: 2, column: 'evidence_card_ids', value: 'c-gone' },
    ])
    const { 'campaigns.csv': _, 'channels.csv': __, ...without } = sampleContents()
    const problems = await problemsOf(without)
    expect(new Set(problems.map(({ code, table }) => `${code} ${table}`))).toEqual(
      new Set(['unknownReference channels.csv']),
    )
  })

  it('a duplicate id is named with both lines', async () => {
    const contents = sampleWith('activities.csv', (text) => text.replace('a-plakat,p-', 'a-traum,p-'))
    const [first] = spoken(await problemsOf(contents))
    expect(first).toBe('activities.csv, line 3, column “id”: The id “a-traum” was used in line 2 already.')
  })

  it('a repeated rating is named instead of overwriting the first', async () => {
    const contents = sampleWith('ratings.csv', (text) =>
      text.replace('inside,Jörg (Bordservice),8', 'inside,Sabine (Vertrieb),8'),
    )
    expect(await problemsOf(contents)).toMatchObject([
      { code: 'duplicateRow', line: 3, otherLine: 2, value: 'activity, a-traum, inside, Sabine (Vertrieb)' },
    ])
  })

  it('broken quoting is named with line, column and character', async () => {
    const unclosed = sampleWith('campaigns.csv', (text) =>
      text.replace('noch Rückfragen"', 'x').replace('Rückfragen"', 'x'),
    )
    expect(spoken(await problemsOf(unclosed))).toEqual([
      'campaigns.csv, line 4, column “note”: Text follows the closing quotation mark (line 6, character 19). Quotation marks inside a text must be doubled.',
    ])
    const inside = sampleWith('lanes.csv', (text) => text.replace('Was ich fühle', 'Was "ich" fühle'))
    expect(await problemsOf(inside)).toEqual([
      { code: 'quoteInside', file: 'lanes.csv', line: 5, column: 'title', otherLine: 5, character: 27 },
    ])
    const log = sampleWith('event_log.csv', (text) =>
      text.replace('Preis verglichen,app', '"Preis verglichen,app'),
    )
    expect(await problemsOf(log)).toMatchObject([
      { code: 'quoteUnclosed', file: 'event_log.csv', line: 3, column: 'activity' },
    ])
  })

  it('a wrong encoding is named with file and line, and the remedy', async () => {
    const contents = sampleContents()
    const latin = new Uint8Array(Buffer.from(new TextDecoder().decode(contents['lanes.csv']), 'latin1'))
    expect(spoken(await problemsOf({ ...contents, 'lanes.csv': latin }))).toEqual([
      'lanes.csv, line 5, column “title”: Byte 32 of this line is not UTF-8. Please save the file as “CSV UTF-8”.',
    ])
    const wide = new Uint8Array(Buffer.from(new TextDecoder().decode(contents['lanes.csv']), 'utf16le'))
    expect(await problemsOf({ ...contents, 'lanes.csv': wide })).toEqual([
      { code: 'utf16', file: 'lanes.csv' },
    ])
  })

  it('a CSV of 50 MB is refused before it is read, with the limit named', async () => {
    const big: InputFile = {
      name: 'cards.csv',
      size: 50 * 1024 * 1024,
      arrayBuffer: () => Promise.reject(new Error('must not be read')),
    }
    const files = [...filesOf(sampleContents()).filter(({ name }) => name !== 'cards.csv'), big]
    const result = await plan(files)
    expect(spoken(result.ok ? [] : result.error)).toEqual([
      'cards.csv: This file is larger than 32 MiB, the most that one file may have.',
    ])
    const alone = await plan([big])
    expect(alone).toMatchObject({ ok: false, error: [{ code: 'fileTooLarge', limit: '32 MiB' }] })
  })

  it('too many records and too long texts are refused with the limit named', async () => {
    const files = filesOf(sampleContents())
    expect(await plan(files, { ...LIMITS, rows: 500 })).toEqual({
      ok: false,
      error: [
        { code: 'tooManyRows', file: 'cards.csv', line: 506, limit: '500' },
        { code: 'tooManyRows', file: 'ratings.csv', line: 502, limit: '500' },
      ],
    })
    const short = await plan(files, { ...LIMITS, cellUnits: 279 })
    expect(short.ok ? [] : short.error).toContainEqual({
      code: 'cellTooLong',
      file: 'cards.csv',
      line: 534,
      column: 'text',
      value: '280',
      limit: '279',
    })
  })

  it.each([
    ['activities.csv', 'objective,false,false', 'accidental,false,false', 'micromoment', 'notOneOf'],
    ['activities.csv', 'objective,false,false', 'objective,no,false', 'pain_point', 'notBoolean'],
    ['phases.csv', '#F4A259,1', '#F4A25,1', 'colour', 'notColour'],
    ['phases.csv', '#F4A259,1', '#F4A259,one', 'order', 'notNumber'],
    ['phases.csv', '#F4A259,1', '#F4A259,1.5', 'order', 'notInteger'],
    ['ratings.csv', 'Sabine (Vertrieb),9', 'Sabine (Vertrieb),11', 'value', 'outOfRange'],
    ['ratings.csv', 'Sabine (Vertrieb),9', ',9', 'participant', 'emptyCell'],
    ['actions.csv', '2027-04-30', '2027-02-30', 'due', 'notDate'],
    ['kpis.csv', 'nps,2025-11', 'nps,2025-13', 'month', 'notMonth'],
    ['channels.csv', 'web,Website', '../web,Website', 'id', 'badId'],
    ['channels.csv', 'web,Website', '__proto__,Website', 'id', 'badId'],
    ['lanes.csv', 'l-storyboard,storyboard', 'l-storyboard,film', 'kind', 'notOneOf'],
    ['lanes.csv', 'Storyboard,1', 'Storyboard,1,2', 'order', 'cellCount'],
    ['lanes.csv', 'Storyboard,1', 'Storyboard', 'order', 'cellCount'],
  ])('in %s "%s" as "%s" is named by its column %s: %s', async (file, from, to, column, code) => {
    const problems = await problemsOf(sampleWith(file, (text) => text.replace(from, to)))
    expect(problems[0]).toMatchObject({ file, line: 2, column, code })
    expect(problems.every((problem) => problem.file === file || problem.code === 'unknownReference')).toBe(
      true,
    )
  })

  it('a table without its journey, or with two, is refused', async () => {
    const { 'journey.csv': journey = new Uint8Array(), ...rest } = sampleContents()
    expect(await problemsOf(rest)).toContainEqual({ code: 'missingTable', file: 'journey.csv' })
    const header = new TextDecoder().decode(journey).split('\r\n')[0] ?? ''
    expect(await problemsOf({ ...rest, 'journey.csv': bytes(`${header}\r\n`) })).toContainEqual({
      code: 'noJourney',
      file: 'journey.csv',
    })
    expect(await problemsOf({ ...rest, 'journey.csv': bytes('') })).toContainEqual({
      code: 'emptyTable',
      file: 'journey.csv',
    })
    const two = sampleWith('journey.csv', (text) => `${text}j-2,Second,current,,,\r\n`)
    expect(await problemsOf(two)).toEqual([
      { code: 'oneJourney', file: 'journey.csv', line: 3, column: 'id', value: 'j-2' },
    ])
  })

  it('a cell of a megabyte is refused with its place; a mark, old line ends and a NUL are taken', async () => {
    const huge = sampleWith('lanes.csv', (text) => text.replace('Storyboard,1', `${'x'.repeat(1_048_576)},1`))
    expect(spoken(await problemsOf(huge))).toEqual([
      'lanes.csv, line 2, column “title”: This text has 1048576 characters; at most 20000 are possible.',
    ])
    const marked = sampleWith('lanes.csv', (text) => `\uFEFF${text}`)
    const macs = sampleWith('lanes.csv', (text) => text.replaceAll('\r\n', '\r'))
    const nul = sampleWith('lanes.csv', (text) => text.replace('Storyboard,1', 'Story\u0000board,1'))
    for (const contents of [marked, macs, nul]) expect((await plan(filesOf(contents))).ok).toBe(true)
  })

  it('stops counting at the limit of problems', async () => {
    const contents = sampleWith('cards.csv', (text) => text.replaceAll('l-gefuehle', 'l-x'))
    expect(await problemsOf(contents)).toHaveLength(LIMITS.problems)
  })
})
