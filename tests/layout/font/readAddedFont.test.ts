import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { createFontMetrics } from '../../../src/layout/font/fontMetrics.ts'
import { readAddedFont } from '../../../src/layout/font/readAddedFont.ts'
import { trueTypeFont } from '../../../src/layout/font/trueTypeFont.ts'
import { shippedFontBytes } from '../../helpers/shippedFonts.ts'

const path = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')
const font = new Uint8Array(readFileSync(path))
const SYLLABLES = 'ᓄᓇᕗᑦ'

function accepted(bytes: Uint8Array): ArrayBuffer {
  const read = readAddedFont(bytes)
  if (!read.ok) throw new Error(read.error)
  return read.value
}

const faultOf = (bytes: Uint8Array) => {
  const read = readAddedFont(bytes)
  return read.ok ? null : read.error
}

/** The same tables, each packed where that makes it smaller. */
function asWoff(sfnt: Uint8Array): Uint8Array {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength)
  const count = view.getUint16(4)
  const parts: Uint8Array[] = []
  const directory = new DataView(new ArrayBuffer(44 + 20 * count))
  directory.setUint32(0, 0x774f4646)
  directory.setUint32(4, 0x00010000)
  directory.setUint16(12, count)
  let offset = directory.byteLength
  for (let index = 0; index < count; index += 1) {
    const [from, to] = [12 + 16 * index, 44 + 20 * index]
    const table = sfnt.subarray(
      view.getUint32(from + 8),
      view.getUint32(from + 8) + view.getUint32(from + 12),
    )
    const squeezed = zlibSync(table)
    const packed = squeezed.length < table.length ? squeezed : table
    directory.setUint32(to, view.getUint32(from))
    directory.setUint32(to + 4, offset)
    directory.setUint32(to + 8, packed.length)
    directory.setUint32(to + 12, table.length)
    offset += packed.length
    parts.push(packed)
  }
  return Buffer.concat([new Uint8Array(directory.buffer), ...parts])
}

describe('a font that a person adds', () => {
  it('gives characters that no shipped font has their width and their glyphs', () => {
    const plain = createFontMetrics(shippedFontBytes())
    expect(plain.missing(SYLLABLES).length).toBeGreaterThan(3)
    const richer = createFontMetrics(shippedFontBytes(), [accepted(font)])
    expect(richer.missing(SYLLABLES)).toEqual([])
    expect(richer.runs(SYLLABLES, 'bold').map((run) => run.font)).toEqual(['added0'])
    expect(richer.measure(SYLLABLES, 'regular', 10)).not.toBe(plain.measure(SYLLABLES, 'regular', 10))
  })

  it('is asked last: what the shipped fonts have stays as it is', () => {
    const plain = createFontMetrics(shippedFontBytes())
    const richer = createFontMetrics(shippedFontBytes(), [accepted(font)])
    for (const text of ['Größe → 😀', 'Ποιότητα', 'Путешествие', 'שלום'])
      expect(richer.runs(text, 'regular')).toEqual(plain.runs(text, 'regular'))
  })

  it('may be packed as WOFF, or the first of a collection', () => {
    const same = Buffer.from(accepted(font))
    expect(same.equals(Buffer.from(accepted(asWoff(font))))).toBe(true)
    const SHIFT = 16
    const collection = new Uint8Array(font.length + SHIFT)
    collection.set(font, SHIFT)
    const view = new DataView(collection.buffer)
    view.setUint32(0, 0x74746366)
    view.setUint32(8, 1)
    view.setUint32(12, SHIFT)
    for (let index = 0; index < view.getUint16(SHIFT + 4); index += 1) {
      const at = SHIFT + 12 + 16 * index + 8
      view.setUint32(at, view.getUint32(at) + SHIFT)
    }
    expect(same.equals(Buffer.from(accepted(collection)))).toBe(true)
  })

  it('is refused with the reason', () => {
    const start = (text: string) =>
      Uint8Array.from([...Buffer.from(text, 'latin1'), ...font.subarray(4, 4000)])
    expect(faultOf(start('OTTO'))).toBe('postScript')
    expect(faultOf(start('wOF2'))).toBe('woff2')
    expect(faultOf(start('%PDF'))).toBe('noFont')
    expect(faultOf(new Uint8Array())).toBe('noFont')
    expect(faultOf(font.subarray(0, 200_000))).toBe('noFont')
    expect(faultOf(new Uint8Array(33 * 1024 * 1024))).toBe('tooLarge')
    const closed = font.slice()
    const view = new DataView(closed.buffer)
    for (let index = 0; index < view.getUint16(4); index += 1)
      if (view.getUint32(12 + 16 * index) === 0x4f532f32)
        view.setUint16(view.getUint32(12 + 16 * index + 8) + 8, 2)
    expect(faultOf(closed)).toBe('notAllowed')
  })

  it('whatever is broken in it, it is refused or can be measured, and neither takes long', () => {
    const small = new Uint8Array(accepted(font))
    let seed = 20_261_122
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      return seed % below
    }
    let refused = 0
    for (let round = 0; round < 40; round += 1) {
      const broken = small.slice()
      // The tables' heads are where lies do harm.
      for (let change = 0; change < 12; change += 1)
        broken[random(round % 2 === 0 ? 400 : broken.length)] = random(256)
      const read = readAddedFont(broken)
      if (read.ok) trueTypeFont(read.value, 'broken').advanceOf(3)
      else refused += 1
    }
    expect(refused).toBeGreaterThan(10)
  })
})
