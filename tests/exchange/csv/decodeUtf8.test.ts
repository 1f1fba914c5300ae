import { describe, expect, it } from 'vitest'
import { decodeUtf8 } from '../../../src/exchange/csv/decodeUtf8.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('decoding', () => {
  it('keeps every character and takes off one byte-order mark', () => {
    const text = 'Łódź „Işık“ 14,20 € 🥨\r\n'
    expect(decodeUtf8(utf8(text))).toEqual({ ok: true, value: text })
    expect(decodeUtf8(utf8(`\uFEFF${text}`))).toEqual({ ok: true, value: text })
    expect(decodeUtf8(utf8(`\uFEFF\uFEFF${text}`))).toEqual({ ok: true, value: `\uFEFF${text}` })
  })

  it('names the line and byte of a Windows-1252 umlaut', () => {
    const bytes = Uint8Array.from([...utf8('id,text\nß,'), 0xfc, ...utf8('ber\n')])
    expect(decodeUtf8(bytes)).toEqual({
      ok: false,
      error: { code: 'notUtf8', line: 2, character: 4, offset: 11 },
    })
  })

  it('names the place of a sequence that is cut off, overlong or a surrogate', () => {
    for (const bad of [[0xe2, 0x82], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0x80]]) {
      const bytes = Uint8Array.from([...utf8('a\nb\ncd'), ...bad])
      expect(decodeUtf8(bytes)).toEqual({
        ok: false,
        error: { code: 'notUtf8', line: 3, character: 3, offset: 6 },
      })
    }
  })

  it('names UTF-16, with and without its mark', () => {
    const wide = new Uint8Array(Buffer.from('id,text\n1,ä\n', 'utf16le'))
    expect(decodeUtf8(wide)).toEqual({ ok: false, error: { code: 'utf16' } })
    expect(decodeUtf8(Uint8Array.from([0xff, 0xfe, ...wide]))).toEqual({
      ok: false,
      error: { code: 'utf16' },
    })
    expect(decodeUtf8(Uint8Array.from([0xfe, 0xff, 0, 0x69]))).toEqual({
      ok: false,
      error: { code: 'utf16' },
    })
  })
})
