import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { defuseCell, isLiveCell, restoreCell } from '../../../src/exchange/csv/defuseCell.ts'
import { writeTables } from '../../../src/exchange/tablesOut/writeTables.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import { fileOf, imported } from '../imported.ts'
import { filesOf, sampleContents } from '../sample.ts'

describe('cells that a spreadsheet would compute', { timeout: 60_000 }, () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-Punkt', "'-Punkt"],
    ['@name', "'@name"],
    ['\tx', "'\tx"],
    ["'=x", "''=x"],
    ['-31.75', '-31.75'],
    ['2 = 1 + 1', '2 = 1 + 1'],
    ["'n Bier", "'n Bier"],
  ])('%j goes out as %j and comes back', (text, written) => {
    expect(defuseCell(text)).toBe(written)
    expect(restoreCell(written)).toBe(text)
  })

  test.prop(
    [fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '1', '\t', 'a', '\n'), maxLength: 8 })],
    {
      seed: 20_261_122,
      numRuns: 500,
    },
  )('are never written live, and always come back', (text) => {
    const written = defuseCell(text)
    expect(isLiveCell(written)).toBe(false)
    expect(restoreCell(written)).toBe(text)
  })

  it('of the sample are defused in tables and restored from them', async () => {
    const { 'event_log.csv': _log, ...contents } = sampleContents()
    const workshop = await imported(filesOf(contents))
    const journey = mainJourney(workshop.snapshot())
    if (journey === null) throw new Error('no journey')
    const { files } = writeTables(workshop.snapshot(), journey.id)
    expect(files.find(({ name }) => name === 'cards.csv')?.text).toContain(`"'=3 Brezn + 2 Wasser`)
    const again = await imported(files.map(({ name, text }) => fileOf(name, text)))
    const texts = [...again.snapshot().cards.values()].map(({ text }) => text)
    expect(texts.filter((text) => text.startsWith('=3 Brezn'))).toHaveLength(1)
  })
})
