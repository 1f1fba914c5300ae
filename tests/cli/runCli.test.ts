import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { sampleContents, sampleWith } from '../exchange/sample.ts'
import { cliRun, scratchFolder } from './cliRun.ts'

const sample = fileURLToPath(new URL('../fixtures/bahnreise', import.meta.url))
const scratch = scratchFolder()
afterAll(scratch.remove)

function folderOf(name: string, contents: Readonly<Record<string, Uint8Array>>): string {
  mkdirSync(scratch.path(name))
  for (const [file, bytes] of Object.entries(contents)) writeFileSync(scratch.path(`${name}/${file}`), bytes)
  return scratch.path(name)
}

describe('etappe convert', { timeout: 240_000 }, () => {
  it('writes a folder or zip of tables as JSON, twice the same', async () => {
    const one = scratch.path('one.json')
    const run = await cliRun(['convert', sample, one])
    expect(run).toEqual({ code: 0, said: [`${one} written.`], complained: [] })
    const json = JSON.parse(readFileSync(one, 'utf8')) as { meta: object; records: { cards: object[] } }
    expect(json.records.cards).toHaveLength(538)
    expect(json.meta).toMatchObject({
      title: 'Fernreise mit der Bahn: Familie mit zwei Kindern, München → Sylt',
    })
    const zip = scratch.path('sample.zip')
    writeFileSync(zip, zipSync(sampleContents()))
    const two = scratch.path('two.json')
    await cliRun(['convert', zip, two])
    expect(readFileSync(two, 'utf8')).toBe(readFileSync(one, 'utf8'))
  })

  it('writes zip and folder with every table and attachment as it was read', async () => {
    const zip = scratch.path('out.zip')
    const folder = scratch.path('out')
    expect((await cliRun(['convert', sample, zip])).code).toBe(0)
    expect((await cliRun(['convert', zip, folder], 'de')).said).toEqual([`${folder} geschrieben.`])
    expect(readdirSync(folder)).toHaveLength(18)
    for (const [name, bytes] of Object.entries(sampleContents())) {
      expect(new Uint8Array(readFileSync(scratch.path(`out/${name}`))), name).toEqual(bytes)
    }
  })

  it.each([
    [
      'de',
      'cards.csv, Zeile 229, Spalte „lane_id“: „l-x“ steht nicht in lanes.csv.',
      'Es wurde nichts geschrieben.',
    ],
    ['en', 'cards.csv, line 229, column “lane_id”: “l-x” is not in lanes.csv.', 'Nothing was written.'],
  ])('says in %s what is wrong where, and leaves the output alone', async (lang, first, second) => {
    const input = folderOf(
      `bad-${lang}`,
      sampleWith('cards.csv', (text) => text.replace('c-brezn-f1,l-gefuehle', 'c-brezn-f1,l-x')),
    )
    const output = scratch.path(`kept-${lang}.json`)
    writeFileSync(output, 'before')
    expect(await cliRun(['convert', input, output, '--lang', lang])).toEqual({
      code: 1,
      said: [],
      complained: [first, second],
    })
    expect(readFileSync(output, 'utf8')).toBe('before')
  })

  it('refuses what is no zip, what is not there and where it cannot write', async () => {
    const text = scratch.path('text.zip')
    writeFileSync(text, 'just text')
    const output = scratch.path('none.json')
    expect(await cliRun(['convert', text, output])).toMatchObject({
      code: 1,
      complained: [
        'text.zip: This file is neither a zip archive nor a table of a journey. Please choose the zip, or all CSV files together.',
        'Nothing was written.',
      ],
    })
    const nowhere = scratch.path('nowhere')
    expect((await cliRun(['convert', nowhere, output])).complained[0]).toBe(
      `${nowhere}: There is no such file or folder.`,
    )
    expect(existsSync(output)).toBe(false)
    const unwritable = scratch.path('nowhere/out.json')
    expect(await cliRun(['convert', sample, unwritable])).toMatchObject({ code: 1, said: [] })
  })

  it('warns of a table whose name may be a slip', async () => {
    const { 'campaigns.csv': campaigns = new Uint8Array(), ...rest } = sampleContents()
    const input = folderOf('slip', { ...rest, 'campaing.csv': campaigns, 'notes.txt': new Uint8Array() })
    const run = await cliRun(['convert', input, scratch.path('slip.json')])
    expect(run).toMatchObject({
      code: 0,
      complained: ['campaing.csv: This file is no table of a journey and was left out.'],
    })
  })
})

describe('wrong use', () => {
  it.each([
    [[], 'What is to be done? A command is missing.'],
    [['frob'], '“frob” is no command.'],
    [['convert', 'in'], '“convert” needs an input and an output.'],
    [['convert', 'in', 'out.json', 'more'], 'There is one path too many: “more”.'],
    [
      ['convert', 'in', 'out.docx'],
      'Etappe cannot write “out.docx”. It writes .etappe, .json, .xlsx, .zip and folders of CSV tables, .mmd, .md, .html, .svg and .png.',
    ],
    [['convert', 'in', 'out', '--size', 'A0'], '“--size” is no option of this command.'],
    [['poster', 'in', 'out.pdf', '--colours'], '“--colours” is no option of this command.'],
    [['poster', 'in', 'out.pdf', '--size'], 'The option “--size” needs a value.'],
    [
      ['poster', 'in', 'out.pdf', '--size', 'A9'],
      '“A9” is no paper size. Possible are A0 to A4 and rolls of 300 to 2000 mm such as roll-914.',
    ],
    [
      ['poster', 'in', 'out.pdf', '--size', 'roll-9'],
      '“roll-9” is no paper size. Possible are A0 to A4 and rolls of 300 to 2000 mm such as roll-914.',
    ],
    [
      ['poster', 'in', 'out.pdf', '--reading', '3'],
      '“3” is no size of text in points. Possible are 4 to 96.',
    ],
    [
      ['poster', 'in', 'out.pdf', '--date', '2027-02-30'],
      '“2027-02-30” is no date. Dates are written like 2027-04-30.',
    ],
    [['poster', 'in', 'out.png'], 'A poster is written as PDF; “out.png” does not end in .pdf.'],
    [
      ['convert', 'in', 'out', '--lang', 'fr'],
      '“fr” is no language that Etappe speaks. It speaks de and en.',
    ],
    [['serve'], 'The relay is started by “npm run etappe -- serve”, or by “npm start”.'],
  ])('%j is explained and ends with 2', async (args, message) => {
    expect(await cliRun(args)).toEqual({
      code: 2,
      said: [],
      complained: [message, 'Try npm run etappe -- --help.'],
    })
  })

  it('is explained in the language asked for, wherever that stands', async () => {
    expect((await cliRun(['frob', '--lang=de'])).complained[0]).toBe('„frob“ ist kein Befehl.')
    expect((await cliRun(['--lang', 'de', 'frob'])).complained[0]).toBe('„frob“ ist kein Befehl.')
  })

  it('does not happen with --help, which says everything on standard output', async () => {
    const { code, said, complained } = await cliRun(['poster', '--help'], 'de')
    expect([code, complained]).toEqual([0, []])
    expect(said[0]).toContain('etappe poster IN OUT.pdf')
  })
})
