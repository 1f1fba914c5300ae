/**
 * The ways through the formats of exchange, on the sample with 538 cards and on the ten real Mermaid diagrams: whatever way
 * it takes, the same content is the same bytes. Every line is printed and checked.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { cliRun, scratchFolder } from '../../cli/cliRun.ts'
import { COUNTS, countsOf } from '../../exchange/mermaid/mermaidCounts.ts'
import { fileOf, imported } from '../../exchange/imported.ts'

const sample = fileURLToPath(new URL('../../fixtures/bahnreise', import.meta.url))
const diagrams = new URL('../../fixtures/mermaid/', import.meta.url)
const scratch = scratchFolder()
afterAll(scratch.remove)

async function convert(from: string, to: string): Promise<string> {
  const path = scratch.path(to)
  const { code, complained } = await cliRun(['convert', from, path])
  expect(code, complained.join('\n')).toBe(0)
  return path
}

function say(what: string, size: string, alike: boolean): void {
  console.log(`${what.padEnd(44)} ${size.padStart(14)}   ${alike ? 'identical' : 'DIFFERENT'}`)
}

describe('ways through the formats', { timeout: 600_000 }, () => {
  it('CSV → XLSX → JSON, CSV → JSON → JSON and CSV → CSV give the bytes of the direct way', async () => {
    const direct = readFileSync(await convert(sample, 'direct.json'))
    const book = await convert(sample, 'book.xlsx')
    for (const [way, path] of [
      ['CSV → XLSX → JSON against CSV → JSON', await convert(book, 'book.json')],
      ['CSV → JSON → JSON against CSV → JSON', await convert(scratch.path('direct.json'), 'again.json')],
    ] as const) {
      const bytes = readFileSync(path)
      say(way, `${bytes.length} bytes`, bytes.equals(direct))
      expect(bytes.equals(direct)).toBe(true)
    }
    const tables = await convert(sample, 'tables')
    const names = readdirSync(sample).filter((name) => name.endsWith('.csv'))
    const alike = names.filter((name) =>
      readFileSync(`${tables}/${name}`).equals(readFileSync(`${sample}/${name}`)),
    )
    say('CSV → CSV', `${alike.length} of ${names.length} files`, alike.length === names.length)
    expect(alike).toEqual(names)
  })

  it('all ten Mermaid files come in whole', async () => {
    const files = readdirSync(diagrams).toSorted()
    for (const name of files) {
      const workshop = await imported([fileOf(name, new Uint8Array(readFileSync(new URL(name, diagrams))))])
      const [sections, tasks, actors, mentions] = countsOf(workshop)
      const counted = `${String(sections)} sections, ${String(tasks)} tasks, ${String(actors)} actors, ${String(mentions)} mentions`
      console.log(`${name.padEnd(44)} ${counted}`)
      expect(countsOf(workshop)).toEqual(COUNTS[name])
    }
    expect(files).toHaveLength(10)
  })
})
