import { fc, test } from '@fast-check/vitest'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeEntities, encodeEntities } from '../../../src/exchange/mermaid/entities.ts'
import { writeMermaid } from '../../../src/exchange/mermaid/writeMermaid.ts'
import { writeJson } from '../../../src/exchange/json/writeJson.ts'
import { editRecord } from '../../../src/model/commands/editRecord.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { complaints, fileOf, imported } from '../imported.ts'
import { COUNTS, countsOf } from './mermaidCounts.ts'
import { filesOf, sampleContents } from '../sample.ts'

const folder = new URL('../../fixtures/mermaid/', import.meta.url)
const files = readdirSync(folder).toSorted()

function diagramOf(workshop: WorkshopDocument): string {
  const journey = mainJourney(workshop.snapshot())
  if (journey === null) throw new Error('no journey')
  return writeMermaid(workshop.snapshot(), journey.id, 'Unsorted').text
}

describe('Mermaid journeys', { timeout: 60_000 }, () => {
  it('of other people are all here', () => expect(files).toEqual(Object.keys(COUNTS)))

  it.each(files)(
    '%s comes in with every section, task, score and actor, and out again the same',
    async (name) => {
      const file = fileOf(name, new Uint8Array(readFileSync(new URL(name, folder))))
      const workshop = await imported([file])
      expect(countsOf(workshop)).toEqual(COUNTS[name])
      const out = diagramOf(workshop)
      const again = await imported([fileOf('again.mmd', out)])
      expect(countsOf(again)).toEqual(COUNTS[name])
      expect(diagramOf(again)).toBe(out)
      const before = writeJson(workshop.snapshot())
      await imported([file], workshop)
      expect(writeJson(workshop.snapshot())).toBe(before)
    },
  )

  it('of a journey without a name have no title line, which Mermaid would refuse', async () => {
    const workshop = await imported([fileOf('a.mmd', 'journey\n  title Trip\n  section S\n    A: 4: B')])
    const id = mainJourney(workshop.snapshot())?.id
    if (id === undefined) throw new Error('no journey')
    const unnamed = { table: 'journeys', id, patch: { title: '' } } as const
    expect(editRecord(workshop, { personId: null }, unnamed).ok).toBe(true)
    expect(diagramOf(workshop)).not.toContain('title')
    expect(countsOf(await imported([fileOf('b.mmd', diagramOf(workshop))]))).toEqual(countsOf(workshop))
  })

  it('keep apart what nobody rated', async () => {
    const workshop = await imported([fileOf('a.mmd', 'journey\n%% etappe: not rated\nWait: 3\nGo: 5')])
    expect([...workshop.snapshot().agreedValues.values()].map(({ value }) => value)).toEqual([10])
    expect(diagramOf(workshop)).toContain('%% etappe: not rated\n      Wait: 3\n      Go: 5')
  })

  it('are found in the blocks of a document', async () => {
    const text =
      '# Doc\n\n```mermaid\ngraph TD\n```\n\n```mermaid\njourney\n  title T\n  section S\n    A: 4: B\n```\n'
    expect(countsOf(await imported([fileOf('readme.md', text)]))).toEqual([1, 1, 1, 1, [0, 1, 0, 0, 0], 'T'])
  })

  it('show the whole sample with its phases, activities and curve', async () => {
    const lines = diagramOf(await imported(filesOf(sampleContents()))).split('\n')
    expect(lines.filter((line) => line.startsWith('    section '))).toHaveLength(8)
    expect(lines.filter((line) => /^ {6}[^%].*: [1-5]: Katrin Işık$/.test(line))).toHaveLength(40)
  })

  test.prop([fc.string({ unit: 'grapheme', maxLength: 30 })], { seed: 20_261_122, numRuns: 200 })(
    'carry any one-line text unchanged',
    (text) => {
      const line = text.replace(/\s+/g, ' ').trim()
      const written = encodeEntities(line)
      expect(decodeEntities(written)).toBe(line.replace(/#\w+;/g, (entity) => entity))
      expect(written.replace(/#\d+;/g, '')).not.toMatch(/[#:;%{}]/)
    },
  )
})

describe('a diagram that is wrong', () => {
  it.each([
    ['journey\n  section S\n    A: 9: B', 'a.mmd, line 3: “9” is no score. Scores go from 1 to 5.'],
    ['journey\n  section S\n    A: : B', 'a.mmd, line 3: “” is no score.'],
    ['journey\n  just words', 'a.mmd, line 2: “just words” is no line of a journey diagram.'],
    ['A: 4\njourney', 'a.mmd, line 1: There is a task before the first “journey” line.'],
    ['%% nothing\n', 'a.mmd: There is no journey diagram here.'],
  ])('%j is refused with its line', async (text, message) => {
    expect((await complaints(fileOf('a.mmd', text)))[0]).toContain(message)
  })
})
