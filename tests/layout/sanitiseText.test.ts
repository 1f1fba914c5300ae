import { expect, test } from 'vitest'
import { sanitiseText } from '../../src/layout/sanitiseText.ts'

test('a tab becomes a space and other control characters vanish, so that no renderer truncates a line', () => {
  expect(sanitiseText('vor\tnach\u0000 dem\u0007 Ton\u009f')).toBe('vor nach dem Ton')
})

test('every way to end a line becomes a line feed', () => {
  expect(sanitiseText('a\r\nb\rc\u2028d\u2029e\u000bf\u000cg\u0085h')).toBe('a\nb\nc\nd\ne\nf\ng\nh')
})

test('letters are composed', () => {
  expect(sanitiseText('Mu\u0308nchen')).toBe('München')
})

test('half of a surrogate pair becomes the replacement character, whole emoji stay', () => {
  expect(sanitiseText('a\ud83d b 😀')).toBe('a\ufffd b 😀')
})

test('a heart is the same heart with and without a selector of emoji style, so that canvas and PDF agree', () => {
  expect(sanitiseText('so ❤️ und ☺︎')).toBe('so ❤ und ☺')
})

test('an ordinary text comes back unchanged', () => {
  const text = '„Łódź“ – Přibyl & Işık, 19,90 €: = <b>'
  expect(sanitiseText(text)).toBe(text)
})
