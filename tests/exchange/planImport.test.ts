import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeProblem } from '../../src/exchange/describeProblem.ts'
import { inputFileOf } from '../../src/exchange/inputFile.ts'
import { planImport } from '../../src/exchange/planImport.ts'
import { readTables } from '../../src/exchange/readTables.ts'
import { translator } from '../../src/i18n/translate.ts'
import { planned } from './planned.ts'
import { filesOf, sampleContents, sampleWith, zipFileOf } from './sample.ts'

/** The row counts of EXPECTED.md. */
function expectedCounts(): Record<string, number> {
  const text = readFileSync(new URL('../fixtures/bahnreise/EXPECTED.md', import.meta.url), 'utf8')
  const section = text.slice(text.indexOf('## Row counts'), text.indexOf('## The map'))
  const rows = section.matchAll(/^\| (\w+)\.csv \| (\d+) \|$/gm)
  return Object.fromEntries([...rows].map(([, name = '', count]) => [name, Number(count)]))
}

const say = translator('en')
const bytes = (text: string) => new TextEncoder().encode(text)

describe('planning the sample', { timeout: 60_000 }, () => {
  it('counts every table as EXPECTED.md does, however its files are handed over', async () => {
    const expected = expectedCounts()
    expect(Object.keys(expected)).toHaveLength(18)
    const contents = sampleContents()
    const inFolder = filesOf(contents).map((file) => ({
      ...file,
      webkitRelativePath: `bahnreise/${file.name}`,
    }))
    for (const files of [
      filesOf(contents),
      inFolder,
      [zipFileOf(contents)],
      [zipFileOf(contents, 'bahnreise/')],
      [zipFileOf(contents, '', 'no-extension')],
    ]) {
      expect((await planned(files)).counts).toEqual(expected)
    }
  })

  it('makes a plan that can be handed over by a worker', async () => {
    const plan = await planned([zipFileOf(sampleContents())])
    expect(structuredClone(plan)).toEqual(plan)
  })

  it('keeps the log and the answers as files with their hash, unchanged', async () => {
    const contents = sampleContents()
    const { attachments } = await planned([zipFileOf(contents)])
    expect(
      attachments.map(({ name, kind, rows, bytes: size, sha256 }) => ({ name, kind, rows, size, sha256 })),
    ).toEqual([
      {
        name: 'event_log.csv',
        kind: 'eventLog',
        rows: 17_826,
        size: 1_171_727,
        sha256: 'b02644c99275df9617069a6987316bc9c822d862e527170578da4a466a334929',
      },
      {
        name: 'survey_responses.csv',
        kind: 'surveyResponses',
        rows: 1500,
        size: 131_081,
        sha256: 'b9ad3ddd51dfba9ea899e8ff3d9bc5ba62ce6450667c2a596e185b741c39a851',
      },
    ])
    expect(attachments[0]?.content).toEqual(contents['event_log.csv'])
  })

  it('accepts what a German spreadsheet makes of it: semicolons, decimal commas, a byte-order mark', async () => {
    const german = (text: string) =>
      `\uFEFF${text
        .replaceAll(',', ';')
        .replace(/(\d)\.(\d)/g, '$1,$2')
        .replaceAll('true', 'WAHR')}`
    const contents = sampleWith('kpis.csv', german)
    const { tables } = await planned(filesOf(contents))
    expect(tables.kpis[0]?.value).toBe(-23.7)
  })

  it('says which files and columns were left out', async () => {
    const contents = sampleWith('lanes.csv', (text) =>
      text
        .split('\r\n')
        .map((line) => (line === '' ? '' : `${line},x`))
        .join('\r\n')
        .replace('order,x', 'order,height'),
    )
    const files = [
      ...filesOf(contents),
      inputFileOf('notes.txt', bytes('x')),
      inputFileOf('.DS_Store', bytes('x')),
    ]
    const { notices } = await planned(files)
    expect(notices.map((notice) => describeProblem(notice, say))).toEqual([
      'notes.txt: This file is no table of a journey and was left out.',
      'lanes.csv, column “height”: This column is not known and was left out.',
    ])
  })

  it('reports progress that never goes back, and stops when asked', async () => {
    const seen: number[] = []
    const set = await readTables(filesOf(sampleContents()))
    if (!set.ok) throw new Error('unreadable')
    await planImport(set.value, { onProgress: (done) => seen.push(done) })
    expect(seen.at(-1)).toBe(1)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    const controller = new AbortController()
    const stopped = planImport(set.value, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    expect(await stopped).toEqual({ ok: false, error: [{ code: 'cancelled', file: '' }] })
  })
})
