/** The sample's tables with as many cards as asked for: the same lanes and activities, the sample's texts again. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import Papa from 'papaparse'
import { sampleFiles } from '../../e2e/harness/people.ts'

interface CardRow extends Record<string, string> {
  id: string
  text: string
}

export interface UploadFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

function readCards(file: string): CardRow[] {
  return Papa.parse<CardRow>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data
}

export function tablesWith(cards: number): { files: UploadFile[]; texts: string[] } {
  const paths = sampleFiles()
  const original = paths.flatMap((path) => (basename(path) === 'cards.csv' ? readCards(path) : []))
  const rows = Array.from({ length: cards }, (_, index) => {
    const row = original[index % original.length] as CardRow
    return index < original.length ? row : { ...row, id: `${row.id}-${index}` }
  })
  const files = paths
    .filter((path) => cards === original.length || basename(path) !== 'insights.csv')
    .map((path) => ({
      name: basename(path),
      mimeType: 'text/csv',
      buffer:
        basename(path) === 'cards.csv'
          ? Buffer.from(Papa.unparse(rows, { newline: '\r\n' }))
          : readFileSync(path),
    }))
    .filter(({ name }) => cards === original.length || name !== 'actions.csv')
  return { files, texts: rows.map(({ text }) => text) }
}
