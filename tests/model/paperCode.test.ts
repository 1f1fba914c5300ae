/** The id on paper: what is printed is read again, and nothing else is. */
import { describe, expect, it } from 'vitest'
import {
  NOWHERE,
  paperCodeText,
  paperMark,
  printedCode,
  readPaperCode,
  readPrintedCode,
} from '../../src/model/paperCode.ts'

const code = {
  workshop: paperMark('workshop', 'w1'),
  lane: paperMark('lane', 'l1'),
  place: paperMark('place', 'p1'),
  serial: paperMark('serial', 's1'),
}

describe('the id of a piece of paper', () => {
  it('reads back as what was printed, from the code and as typed characters', () => {
    expect(readPaperCode(paperCodeText(code))).toEqual({ ok: true, value: code })
    expect(readPrintedCode(printedCode(code), code.workshop)).toEqual({ ok: true, value: code })
  })

  it('fits into the smallest codes: 28 characters of those that pack tightly', () => {
    expect(paperCodeText(code)).toMatch(/^[0-9A-Z $%*+\-./:]{28}$/)
    expect(printedCode(code)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-\w{4}-\w{4}-\w{2}$/)
  })

  it('typed with small letters, blanks, and O or I for 0 or 1 is the same', () => {
    const zeros = { ...code, place: NOWHERE, serial: '1Z01' }
    const typed = printedCode(zeros)
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', 'i')
      .replaceAll('-', ' ')
    expect(readPrintedCode(typed, code.workshop)).toEqual({ ok: true, value: zeros })
  })

  it('with any one character changed is damaged, not somewhere else', () => {
    const text = paperCodeText(code)
    for (let at = 4; at < text.length; at += 1)
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (text[at] === ':' || text[at] === other) continue
        const read = readPaperCode(`${text.slice(0, at)}${other}${text.slice(at + 1)}`)
        expect(read).toEqual({ ok: false, error: 'damaged' })
      }
  })

  it('typed in another workshop is damaged, because its check characters count the workshop', () => {
    expect(readPrintedCode(printedCode(code), paperMark('workshop', 'w2'))).toEqual({
      ok: false,
      error: 'damaged',
    })
  })

  it.each(['https://example.org', '', 'ET2:whatever', 'WIFI:S:net;;'])('%j is foreign', (text) => {
    expect(readPaperCode(text)).toEqual({ ok: false, error: 'foreign' })
  })

  it.each(['', 'ABCD', 'ABCD-EFGH-JKMN-PQ-RS'])('%j typed is no id', (typed) => {
    expect(readPrintedCode(typed, code.workshop)).toEqual({ ok: false, error: 'foreign' })
  })
})
