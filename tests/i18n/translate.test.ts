import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/i18n/defineMessages.ts'
import { messages } from '../../src/i18n/messages.ts'
import { translator } from '../../src/i18n/translate.ts'

function placeholders(message: Message): string[] {
  const texts = typeof message === 'string' ? [message] : [message.one, message.other]
  return [...new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort()
}

describe('texts', () => {
  for (const [name, { en, de }] of Object.entries(messages)) {
    it(`of ${name} use the same placeholders in both languages and are never empty`, () => {
      expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort())
      for (const [key, message] of Object.entries<Message>(en)) {
        const german = (de as Readonly<Record<string, Message>>)[key]
        expect(german, key).toBeTruthy()
        if (german !== undefined) expect(placeholders(german), key).toEqual(placeholders(message))
      }
    })
  }

  it('are spoken in the language asked for', () => {
    expect(translator('de')('common.undo')).toBe('Rückgängig')
    expect(translator('en')('common.undo')).toBe('Undo')
  })
})
