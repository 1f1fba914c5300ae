/** The figures of EXPECTED.md and the rows of the tables, read independently of the code under test. */
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { WorkshopSnapshot } from '../../src/model/snapshot.ts'
import { sampleContents } from './sample.ts'

const contents = sampleContents()
const expected = readFileSync(new URL('../fixtures/bahnreise/EXPECTED.md', import.meta.url), 'utf8')

/** The rows of a table of EXPECTED.md under a heading, as cells. */
export function expectedTable(heading: string): string[][] {
  const section = expected.slice(expected.indexOf(`\n${heading}\n`))
  const body = section.slice(section.indexOf('| --'), section.indexOf('\n\n', section.indexOf('| --')))
  return body
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

export function expectedFigure(label: string): number {
  const line = expected.split('\n').find((text) => text.startsWith(`- ${label}: `))
  return Number(line?.slice(label.length + 4))
}

export function csv(name: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(new TextDecoder().decode(contents[name]), {
    header: true,
    skipEmptyLines: true,
  }).data
}

export function countBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1
  return counts
}

export function keyOf(
  snapshot: WorkshopSnapshot,
  table: 'lanes' | 'activities' | 'phases' | 'persons' | 'touchpoints',
  id: string | null,
): string {
  const records: ReadonlyMap<string, { importKey: string | null }> = snapshot[table]
  return records.get(id ?? '')?.importKey ?? '?'
}
