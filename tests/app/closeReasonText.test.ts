import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closeReasonText, laterReasonText } from '../../src/app/closeReasonText.ts'
import { translator } from '../../src/i18n/translate.ts'
import { CLOSE_CODES, type CloseReason, closeReasonOf } from '../../src/protocol/closeCodes.ts'

const REASONS = Object.keys(CLOSE_CODES) as CloseReason[]

describe.each(['en', 'de'] as const)('what a person reads about a closed connection (%s)', (locale) => {
  const t = translator(locale)

  it('is a sentence of its own for every code', () => {
    const texts = REASONS.map((reason) => closeReasonText(t, reason))
    expect(new Set([...texts, closeReasonText(t, 'unknown')]).size).toBe(REASONS.length + 1)
    for (const text of texts) expect(text).toMatch(/\.$/)
  })

  it('names the reason of a relay that asks to come back, and none for one that does not answer', () => {
    const text = closeReasonText(t, 'roomFull')
    expect(laterReasonText(t, { state: 'offline', because: 'roomFull' })).toBe(text)
    expect(laterReasonText(t, { state: 'offline', because: 'unreachable' })).toBe('')
    expect(laterReasonText(t, { state: 'online' })).toBe('')
  })
})

it('a message that the socket itself refused is one that was too large', () => {
  expect(closeReasonOf(1009)).toBe('tooLarge')
})

it('the README lists every code with the words that the app shows', () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8')
  const t = translator('en')
  for (const reason of REASONS)
    expect(readme).toContain(`\n| ${CLOSE_CODES[reason]} | ${closeReasonText(t, reason)} | `)
})
