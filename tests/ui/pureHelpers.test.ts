import decodeQR from 'qr/decode.js'
import { encodeQR } from 'qr'
import { describe, expect, it } from 'vitest'
import { formatWhen } from '../../src/ui/formatWhen.ts'
import { initialsOf } from '../../src/ui/initialsOf.ts'
import { contrast, inkOn } from '../../src/ui/inkOn.ts'
import { moodOf } from '../../src/ui/moodOf.ts'
import { parseNumber } from '../../src/ui/parseNumber.ts'
import { qrPath } from '../../src/ui/qrPath.ts'
import { SWATCHES } from '../../src/ui/colours.ts'

describe('initials of a person', () => {
  it.each([
    ['Jörg (Bordservice)', 'JB'],
    ['Małgorzata (Call-Center)', 'MC'],
    ['Ondřej', 'O'],
    ['Işık', 'I'],
    ['Élodie Ćwik', 'ÉĆ'],
    ['  ', '?'],
    ['🙂 Ana', 'A'],
    ['李 小龙', '李小'],
  ])('%s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  it('keep a combining mark with its letter', () => {
    expect(initialsOf('A\u0308nne')).toBe('Ä')
  })
})

describe('letters on a chosen colour', () => {
  it.each(SWATCHES)('reach 4.5:1 on %s', (swatch) => {
    expect(contrast(swatch, inkOn(swatch))).toBeGreaterThanOrEqual(4.5)
  })

  it('reach 4.5:1 on any colour at all', () => {
    for (let level = 0; level < 256; level += 1) {
      const hex = level.toString(16).padStart(2, '0')
      for (const colour of [`#${hex}${hex}${hex}`, `#94${hex}bd`, `#${hex}67bd`]) {
        expect(contrast(colour, inkOn(colour)), colour).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  it('are dark on something that is no colour', () => {
    expect(inkOn('url(javascript:alert(1))')).toBe('#17120d')
  })
})

describe('a typed number', () => {
  it.each([
    ['7,5', 7.5],
    [' 8 ', 8],
    ['−3', -3],
    ['.5', 0.5],
  ])('%s is read as %d', (text, value) => {
    expect(parseNumber(text)).toEqual({ ok: true, value })
  })

  it('nothing is nothing, not zero', () => {
    expect(parseNumber('  ')).toEqual({ ok: true, value: undefined })
  })

  it.each(['seven', '1e3', '1 000', '0x10', '--2', 'Infinity'])('%s is no number', (text) => {
    expect(parseNumber(text)).toEqual({ ok: false, error: 'notANumber' })
  })

  it('outside of the range it is refused, not cut', () => {
    expect(parseNumber('11', 1, 10)).toEqual({ ok: false, error: 'outOfRange' })
  })
})

describe('a face', () => {
  it('stands for every two values', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(moodOf)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
  })
})

describe('the path of a QR code', () => {
  it('draws exactly the dark modules, so that a scanner reads the link back', () => {
    const link = 'https://relay.example/join#1wAbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIjKl'
    const modules = encodeQR(link, 'raw', { border: 4, ecc: 'medium' })
    const painted = paint(qrPath(modules), modules.length)
    expect(painted).toEqual(modules)
    expect(decodeQR(imageOf(painted))).toBe(link)
  })
})

describe('when something happened', () => {
  const now = Date.UTC(2026, 4, 4, 12)
  it('is said in the words of the language', () => {
    expect(formatWhen('en', now - 2 * 3_600_000, now)).toBe('2 hours ago')
    expect(formatWhen('de', now - 26 * 3_600_000, now)).toBe('gestern')
  })

  it('is "just now" for the last minute, and for a clock that was ahead', () => {
    expect(formatWhen('de', now - 20_000, now)).toBeNull()
    expect(formatWhen('de', now + 86_400_000, now)).toBeNull()
  })
})

function paint(path: string, size: number): boolean[][] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(width); at += 1) {
      const row = grid[Number(y)]
      if (row === undefined) throw new Error('painted outside')
      row[Number(x) + at] = true
    }
  }
  return grid
}

function imageOf(modules: readonly (readonly boolean[])[]) {
  const scale = 4
  const border = 4
  const side = (modules.length + 2 * border) * scale
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  modules.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return
      for (let dy = 0; dy < scale; dy += 1) {
        for (let dx = 0; dx < scale; dx += 1) {
          const at = (((y + border) * scale + dy) * side + (x + border) * scale + dx) * 4
          data[at] = data[at + 1] = data[at + 2] = 0
        }
      }
    }),
  )
  return { width: side, height: side, data }
}
