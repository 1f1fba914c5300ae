import { describe, expect, it } from 'vitest'
import { readSfnt, requireTable } from '../../../src/layout/font/readSfnt.ts'
import { subsetGlyphs } from '../../../src/poster/subset/subsetGlyphs.ts'
import { shippedMetrics } from '../../helpers/shippedFonts.ts'

const font = shippedMetrics().fonts.regular
const glyphOf = (character: string) => font.characters.get(character.codePointAt(0) ?? 0) ?? 0
const slotOf = (character: string) => ({
  glyph: glyphOf(character),
  advance: font.advanceOf(glyphOf(character)),
})

function outlines(bytes: Uint8Array): readonly Uint8Array[] {
  const tables = readSfnt(bytes.slice().buffer, 'subset')
  const table = (tag: string) => requireTable(tables, tag, 'subset')
  const count = table('maxp').getUint16(4)
  const glyf = table('glyf')
  return Array.from({ length: count }, (_, index) => {
    const [start, end] = [table('loca').getUint32(4 * index), table('loca').getUint32(4 * index + 4)]
    return new Uint8Array(glyf.buffer, glyf.byteOffset + start, end - start)
  })
}

describe('the part of a font that goes into a poster', () => {
  it('holds the glyphs asked for and nothing else, each at the place of its code', () => {
    const bytes = subsetGlyphs(font, [{ glyph: 0, advance: 500 }, slotOf('n'), slotOf(' ')])
    const glyphs = outlines(bytes)
    expect(glyphs).toHaveLength(3)
    expect(glyphs[1]?.length).toBeGreaterThan(40)
    expect(glyphs[2]).toHaveLength(0)
    expect(bytes.length).toBeLessThan(1200)
  })

  it('brings the parts of a composed letter along and points at them', () => {
    const glyphs = outlines(subsetGlyphs(font, [{ glyph: 0, advance: 500 }, slotOf('ő')]))
    const composed = new DataView((glyphs[1] ?? new Uint8Array()).slice().buffer)
    expect(composed.getInt16(0)).toBe(-1)
    expect(glyphs.length).toBeGreaterThan(3)
    const part = composed.getUint16(12)
    expect(part).toBeGreaterThan(1)
    expect(glyphs[part]?.length).toBeGreaterThan(0)
  })

  it('keeps the advances of the metric', () => {
    const bytes = subsetGlyphs(font, [
      { glyph: 0, advance: 500 },
      slotOf('W'),
      { glyph: 'missing', advance: 1000 },
    ])
    const hmtx = requireTable(readSfnt(bytes.slice().buffer, 'subset'), 'hmtx', 'subset')
    expect([hmtx.getUint16(4), hmtx.getUint16(8)]).toEqual([font.advanceOf(glyphOf('W')), 1000])
  })

  it('can hold one glyph twice, for two meanings', () => {
    const glyphs = outlines(subsetGlyphs(font, [{ glyph: 0, advance: 500 }, slotOf('a'), slotOf('a')]))
    expect(glyphs[1]).toEqual(glyphs[2])
  })
})
