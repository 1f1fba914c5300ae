import { fc, test } from '@fast-check/vitest'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { type CsvFault, lineOfCell } from '../../../src/exchange/csv/csvRow.ts'
import { CsvScanner } from '../../../src/exchange/csv/CsvScanner.ts'
import { sniffDelimiter } from '../../../src/exchange/csv/sniffDelimiter.ts'
import { writeCsv } from '../../../src/exchange/csv/writeCsv.ts'

function scan(text: string, delimiter = ',') {
  const rows: { cells: readonly string[]; line: number }[] = []
  const scanner = new CsvScanner(text, delimiter).rows()
  for (;;) {
    const next = scanner.next()
    if (next.done === true) return { rows, fault: next.value }
    rows.push(next.value)
  }
}

function faultOf(text: string): CsvFault | undefined {
  return scan(text).fault
}

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', '=', '<', ' ', 'ß', '\uFEFF', '\u0000', '🚆'),
  }),
)
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(nasty, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  )

describe('reading CSV', () => {
  test.prop([table], { seed: 20_261_031, numRuns: 500 })(
    'gives back every string that was written',
    (rows) => {
      expect(scan(writeCsv(rows)).rows.map(({ cells }) => cells)).toEqual(rows)
    },
  )

  test.prop([table], { seed: 20_261_101, numRuns: 300 })('agrees with an independent parser', (rows) => {
    const text = writeCsv(rows)
    // The other parser takes off a byte-order mark, which is the decoder's job here.
    fc.pre(!text.startsWith('\uFEFF'))
    const theirs = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n', skipEmptyLines: false })
    // The other parser takes the end of the last record for the start of an empty one.
    expect(scan(text).rows.map(({ cells }) => cells)).toEqual(theirs.data.slice(0, -1))
  })

  it('accepts LF, CR LF, CR, a missing last line end and empty lines', () => {
    for (const text of ['a,b\n1,2', 'a,b\r\n1,2\r\n', 'a,b\r1,2', 'a,b\n\n\n1,2\n\n']) {
      expect(scan(text).rows.map(({ cells }) => cells)).toEqual([
        ['a', 'b'],
        ['1', '2'],
      ])
    }
  })

  it('knows the line of every cell, also behind line breaks inside quotes', () => {
    const { rows } = scan('id,text,end\r\n1,"a\nb\r\nc",x\r\n\r\n2,"q",y\r\n')
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 6])
    const [, second] = rows
    if (second === undefined) throw new Error('no second row')
    expect([0, 1, 2].map((cell) => lineOfCell(second, cell))).toEqual([2, 2, 4])
  })

  it('says where a quote opens that is never closed', () => {
    expect(faultOf('id,text\n1,"one"\n2,"two\n3,three\n')).toEqual({
      code: 'quoteUnclosed',
      line: 3,
      cell: 1,
      otherLine: 3,
      character: 3,
    })
  })

  it('says which cell has text behind its closing quote, and where', () => {
    expect(faultOf('id,text\n1,"one\n2,"two"\n')).toEqual({
      code: 'quoteTrailing',
      line: 2,
      cell: 1,
      otherLine: 3,
      character: 4,
    })
  })

  it('refuses a quote in the middle of a cell without quotes instead of guessing', () => {
    expect(faultOf('id,text\n1,say "hello"\n')).toEqual({
      code: 'quoteInside',
      line: 2,
      cell: 1,
      otherLine: 2,
      character: 7,
    })
  })

  it('finds the delimiter by the header', () => {
    expect(sniffDelimiter('a;b;c\n1,2;3;4')).toBe(';')
    expect(sniffDelimiter('a\tb\n')).toBe('\t')
    expect(sniffDelimiter('a,"b;c;d;e",f\n')).toBe(',')
    expect(sniffDelimiter('single\n')).toBe(',')
  })
})
