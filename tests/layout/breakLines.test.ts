import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { breakLines } from '../../src/layout/breakLines.ts'
import { clusters } from '../../src/layout/font/clusters.ts'
import { sanitiseText } from '../../src/layout/sanitiseText.ts'
import { emWidthOf } from '../../src/layout/textMetrics.ts'
import { shippedMetrics } from '../helpers/shippedFonts.ts'
import { emWidth } from '../helpers/layout/ruler.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** Lines of `characters` characters; a drawn hyphen is written as ~. */
const lines = (text: string, characters: number): string[] =>
  breakLines(text, characters / 2, emWidth).map((line) => line.text + (line.hyphen ? '~' : ''))

describe('ordinary text', () => {
  test('breaks at spaces, which vanish at the end of a line', () => {
    expect(lines('Ich sehne mich nach dem Meer.', 10)).toEqual(['Ich sehne', 'mich nach', 'dem Meer.'])
  })

  test('keeps line feeds and empty lines', () => {
    expect(lines('Schritt 1\n\nSchritt 2', 20)).toEqual(['Schritt 1', '', 'Schritt 2'])
  })

  test('an empty text is one empty line', () => {
    expect(lines('', 10)).toEqual([''])
  })

  test('keeps several spaces within a line', () => {
    expect(lines('a  b', 10)).toEqual(['a  b'])
  })

  test('never breaks at a no-break space', () => {
    expect(lines('um 55\u00a0Minuten', 11)).toEqual(['um', '55\u00a0Minuten'])
  })

  test('breaks after a hyphen and after a slash', () => {
    expect(lines('Verspätungs-Geschichte', 14)).toEqual(['Verspätungs-', 'Geschichte'])
    expect(lines('Bahnhof/Haltestelle', 12)).toEqual(['Bahnhof/', 'Haltestelle'])
  })

  test('keeps a minus with its number and a leading dash with its word', () => {
    expect(lines('minus -23 Grad', 8)).toEqual(['minus', '-23 Grad'])
  })

  test('shows a hyphen where a soft one ends the line and nothing where it does not', () => {
    expect(lines('Fahr\u00adkarte', 7)).toEqual(['Fahr~', 'karte'])
    expect(lines('Fahr\u00adkarte', 12)).toEqual(['Fahrkarte'])
  })

  test('breaks at a zero-width space without a hyphen', () => {
    expect(lines('Fahr\u200bkarte', 6)).toEqual(['Fahr', 'karte'])
  })

  test('breaks between ideographs but not before their punctuation', () => {
    expect(lines('私は海に行く。', 3)).toEqual(['私は海', 'に行', 'く。'])
  })
})

describe('words wider than their line', () => {
  test('are parted at syllables with a drawn hyphen', () => {
    expect(lines('Erstattungsformular', 12)).toEqual(['Erstattungs~', 'formular'])
    expect(lines('Verspätungsbestätigung', 12)).toEqual(['Verspätungs~', 'bestätigung'])
  })

  test('start in the rest of the line before when a syllable fits there', () => {
    expect(lines('Die Verspätungsbestätigung', 12)).toEqual(['Die Verspä~', 'tungsbestä~', 'tigung'])
  })

  test('addresses are broken after their punctuation, without hyphens', () => {
    expect(lines('https://www.bahn.example/hilfe?fall=1', 14)).toEqual([
      'https://www.',
      'bahn.example/',
      'hilfe?fall=1',
    ])
  })

  test('anything else is broken between graphemes, never within one', () => {
    expect(lines('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2)).toEqual(['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'])
    expect(lines('xxxxxxxxxx', 4)).toEqual(['xxxx', 'xxxx', 'xx'])
  })

  test('a grapheme wider than the line stands alone on its line', () => {
    expect(breakLines('WWW', 0.2, emWidth).map(({ text }) => text)).toEqual(['W', 'W', 'W'])
  })
})

/** What people type: words, spaces, marks, emoji, hyphens, control characters, addresses. */
const typed = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        ' ',
        '  ',
        '\n',
        '\t',
        '-',
        ' – ',
        '/',
        '\u00ad',
        '\u200b',
        '\u0007',
        '😀',
        '👩‍👩‍👧‍👦',
        'Erstattungsformular',
        'https://www.bahn.example/hilfe?fall=unterwegs&sprache=de#formular',
        '„Anschluss“',
        'Łódź',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

const withoutBreaks = (text: string): string => text.replace(/[\s\u00ad\u200b]+/gu, '')

describe('for any text and width', () => {
  const measure = emWidthOf(shippedMetrics(), 'regular')
  const width = fc.double({ min: 0.4, max: 40, noNaN: true })

  test('nothing is lost, added or reordered but white space at breaks', () => {
    fc.assert(
      fc.property(typed, width, (text, em) => {
        const shown = breakLines(text, em, measure).map((line) => line.text)
        expect(withoutBreaks(shown.join(''))).toBe(withoutBreaks(sanitiseText(text)))
      }),
      { seed: 20_261_014, numRuns: 500 },
    )
  })

  test('no line is wider than its width unless it is a single grapheme', () => {
    fc.assert(
      fc.property(typed, width, (text, em) => {
        for (const line of breakLines(text, em, measure)) {
          if (clusters(line.text).length > 1 || line.hyphen) expect(line.width).toBeLessThanOrEqual(em + 1e-6)
          expect(line.width - (line.hyphen ? measure('-') : 0)).toBeCloseTo(measure(line.text), 6)
        }
      }),
      { seed: 20_261_014, numRuns: 500 },
    )
  })

  test('no line holds a control character or begins or ends with a breaking space', () => {
    fc.assert(
      fc.property(typed, width, (text, em) => {
        for (const line of breakLines(text, em, measure)) {
          expect(line.text).not.toMatch(/\p{Cc}/u)
          expect(line.text).not.toMatch(/^ | $/u)
        }
      }),
      { seed: 20_261_014, numRuns: 300 },
    )
  })
})
