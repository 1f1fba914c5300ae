/**
 * From key to text: `translator('de')('home.devices', { n: 3 })`. Keys and placeholders are checked by the compiler.
 * Free of React, so that the command line speaks the same two languages as the app.
 */
import { createTranslator, type KeyIn, type TranslateIn } from './createTranslator.ts'
import { messages } from './messages.ts'

export { languageTag, LOCALES, type Locale } from './locales.ts'

export type MessageKey = KeyIn<typeof messages>
export type Translate = TranslateIn<typeof messages>

export const translator = createTranslator(messages)
