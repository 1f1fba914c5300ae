import { describe, expect, it } from 'vitest'
import { columnOfByte } from '../../../src/exchange/csv/columnOfByte.ts'

/** The column of the first "ü" in a table saved as Windows-1252. */
function columnOfUmlaut(text: string): string | undefined {
  const bytes = new Uint8Array(Buffer.from(text, 'latin1'))
  return columnOfByte(bytes, bytes.indexOf(0xfc))
}

describe('the column of a byte that is not UTF-8', () => {
  it.each([
    ['id,title,end\n1,ü,x\n', 'title'],
    ['id,title,end\n1,a,xü\n', 'end'],
    ['id,title,end\n1,a,x\nü,b,y\n', 'id'],
    ['id,title,end\n1,"a\n, b",x\n2,"say ""ü""",y\n', 'title'],
    ['id;title;end\n1;"a;\nbü";x\n', 'title'],
  ])('is found in %j: %s', (text, column) => {
    expect(columnOfUmlaut(text)).toBe(column)
  })

  it('is not guessed where the table before it is broken', () => {
    expect(columnOfUmlaut('id,title\n1,a"b\n2,ü\n')).toBeUndefined()
    expect(columnOfUmlaut('ü,title\n')).toBeUndefined()
  })
})
