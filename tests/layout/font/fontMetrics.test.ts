import { describe, expect, it } from 'vitest'
import { createFontMetrics } from '../../../src/layout/font/fontMetrics.ts'
import { shippedFontBytes, shippedMetrics } from '../../helpers/shippedFonts.ts'

const metrics = shippedMetrics()
const summary = (text: string) => metrics.runs(text, 'regular').map((run) => [run.font, run.text])
const glyphCount = (text: string) => metrics.runs(text, 'regular').flatMap((run) => run.glyphs).length

/** Reads one advance straight from the file, by a second way: hmtx at the glyph that cmap format 4 names. */
function advanceInFile(character: string): number {
  const view = new DataView(shippedFontBytes().regular)
  const tables = new Map<string, number>()
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index
    const tag = [0, 1, 2, 3].map((byte) => String.fromCharCode(view.getUint8(at + byte))).join('')
    tables.set(tag, view.getUint32(at + 8))
  }
  const cmap = tables.get('cmap') ?? 0
  const format4 = cmap + view.getUint32(cmap + 8)
  const segments = view.getUint16(format4 + 6)
  const code = character.charCodeAt(0)
  let segment = 0
  while (view.getUint16(format4 + 14 + segment) < code) segment += 2
  const start = format4 + 16 + segments + segment
  const rangeAt = start + 2 * segments
  const range = view.getUint16(rangeAt)
  const delta = view.getUint16(start + segments)
  const glyph =
    range === 0
      ? (code + delta) & 0xffff
      : view.getUint16(rangeAt + range + 2 * (code - view.getUint16(start)))
  return (
    view.getUint16((tables.get('hmtx') ?? 0) + 4 * glyph) / view.getUint16((tables.get('head') ?? 0) + 18)
  )
}

describe('the one text metric', () => {
  it('measures the plain advances of the shipped file, without kerning', () => {
    for (const text of ['AVATAR', 'Łódź Přibyl Işık', 'Größe 12,50 € „schön“', 'Ελληνικά', 'Привет'])
      expect(metrics.measure(text, 'regular', 10), text).toBeCloseTo(
        10 * Array.from(text).reduce((sum, character) => sum + advanceInFile(character), 0),
        9,
      )
  })

  it('measures bold wider than regular and grows in proportion to the size', () => {
    const text = 'Wir vergleichen zwei Angebote'
    expect(metrics.measure(text, 'bold', 4)).toBeGreaterThan(metrics.measure(text, 'regular', 4))
    expect(metrics.measure(text, 'regular', 8)).toBeCloseTo(2 * metrics.measure(text, 'regular', 4), 9)
    expect(metrics.measure('', 'regular', 8)).toBe(0)
  })

  it('covers every European language, Greek and Cyrillic in both text faces', () => {
    const letters =
      'ÄÖÜäöüßẞ ĄĆĘŁŃÓŚŹŻ ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ ÇĞıİÖŞÜ ĂÂÎȘȚ ŐŰ ÆØÅ ÐÞ ĀĒĢĪĶĻŅŪ ĖĮŲ ĊĠĦ Ŀŀ ŒŸ ΑΒΓάέήίόύώϊΰ ЁЂЃЄЇЈЉЊЋЎЏҐ ŴŶ ạảấềởữ €£₺₽ „“‚‘»«–—…·•†‰'
    for (const face of ['regular', 'bold'] as const)
      expect(metrics.runs(letters, face).map((run) => run.font)).toEqual([face])
  })

  it('takes symbols from the symbol face and emoji from the emoji face', () => {
    expect(summary('a☐b')).toEqual([['regular', 'a☐b']])
    expect(summary('Weg ➔ Ziel ★')).toEqual([
      ['regular', 'Weg '],
      ['symbols', '➔'],
      ['regular', ' Ziel '],
      ['symbols', '★'],
    ])
    expect(summary('gut 😀!')).toEqual([
      ['regular', 'gut '],
      ['emoji', '😀'],
      ['regular', '!'],
    ])
  })

  it('draws an emoji sequence as one glyph that stands for all its characters', () => {
    for (const sequence of ['👩🏽‍💻', '👨‍👩‍👧‍👦', '🇩🇪', '👍🏿', '🙋‍♀️', '👁️‍🗨️', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '❤️']) {
      expect(summary(sequence), sequence).toEqual([['emoji', sequence.replaceAll('\ufe0f', '')]])
      expect(glyphCount(sequence), sequence).toBe(1)
    }
  })

  it('gives joiners, selectors and soft hyphens no width', () => {
    const plain = metrics.measure('Donaudampf', 'regular', 5)
    expect(metrics.measure('Donau\u00addampf', 'regular', 5)).toBeCloseTo(plain, 9)
    expect(metrics.measure('\u200bDonau\u2060dampf\ufeff', 'regular', 5)).toBeCloseTo(plain, 9)
    expect(metrics.measure('❤\ufe0f', 'regular', 5)).toBe(metrics.measure('❤', 'regular', 5))
  })

  it('measures a decomposed letter like the composed one', () => {
    expect(metrics.measure('a\u0308', 'regular', 5)).toBe(metrics.measure('ä', 'regular', 5))
  })

  it('says what no face has, measures it one em each and keeps the text around it', () => {
    expect(metrics.missing('東京 to Paris, 東')).toEqual(['東', '京'])
    expect(metrics.measure('東京', 'bold', 5)).toBe(10)
    expect(summary('東京 x')).toEqual([
      ['missing', '東京'],
      ['regular', ' x'],
    ])
    expect(metrics.missing('Łódź 😀 ➔ 👩🏽‍💻')).toEqual([])
  })

  it('takes a tab for a space and drops control characters, so nothing truncates a line', () => {
    expect(summary('vor\tnach\u0007!')).toEqual([['regular', 'vor nach!']])
    expect(metrics.measure('vor\tnach', 'regular', 5)).toBe(metrics.measure('vor nach', 'regular', 5))
  })

  it('cuts text into the characters a reader sees', () => {
    expect(metrics.clusters('a\u0308👩🏽‍💻🇩🇪🇫🇷é')).toEqual(['ä', '👩🏽‍💻', '🇩🇪', '🇫🇷', 'é'])
  })

  it('tells the heights of a line', () => {
    expect(metrics.ascent('regular', 10)).toBeCloseTo(10.24, 6)
    expect(metrics.descent('regular', 10)).toBeCloseTo(4, 6)
    expect(metrics.capHeight('regular', 10)).toBeCloseTo(6.6, 6)
    expect(metrics.xHeight('bold', 10)).toBeGreaterThan(metrics.xHeight('regular', 10) * 0.9)
  })

  it('refuses bytes that are no font and names the file', () => {
    const html = new TextEncoder().encode('<!doctype html><title>not found</title>').buffer
    expect(() => createFontMetrics({ ...shippedFontBytes(), emoji: html })).toThrow(
      'font emoji: not a TrueType file (39 bytes)',
    )
  })
})
