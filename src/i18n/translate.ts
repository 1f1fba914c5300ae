/**
 * From key to text: `translate('de', 'home.devices', { n: 3 })`. Keys and placeholders are checked by the compiler.
 * Free of React, so that poster and command line speak the same two languages as the app.
 */
import type { Message, PluralMessage } from './defineMessages.ts'
import { messages } from './messages.ts'

export type Locale = 'en' | 'de'

export const LOCALES: readonly Locale[] = ['en', 'de']

type Messages = typeof messages
type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never
type MessageNames<Message> = Message extends PluralMessage
  ? 'n' | Placeholders<Message['other']>
  : Placeholders<Message>

export type MessageKey = {
  [Name in keyof Messages & string]: `${Name}.${keyof Messages[Name]['en'] & string}`
}[keyof Messages & string]

type MessageOf<Key extends MessageKey> = Key extends `${infer Name}.${infer Entry}`
  ? Name extends keyof Messages
    ? Entry extends keyof Messages[Name]['en']
      ? Messages[Name]['en'][Entry]
      : never
    : never
  : never

type ParamsOf<Key extends MessageKey> = [MessageNames<MessageOf<Key>>] extends [never]
  ? []
  : [params: Readonly<Record<MessageNames<MessageOf<Key>>, string | number>>]

export type Translate = <Key extends MessageKey>(key: Key, ...params: ParamsOf<Key>) => string

const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', de: 'de-DE' }

const pluralRules: Readonly<Record<Locale, Intl.PluralRules>> = {
  en: new Intl.PluralRules(LANGUAGE_TAGS.en),
  de: new Intl.PluralRules(LANGUAGE_TAGS.de),
}

export function languageTag(locale: Locale): string {
  return LANGUAGE_TAGS[locale]
}

function lookUp(locale: Locale, key: string): Message {
  const [name = '', entry = ''] = key.split('.', 2)
  const namespaces: Readonly<Record<string, { readonly [L in Locale]: Readonly<Record<string, Message>> }>> =
    messages
  const message = namespaces[name]?.[locale][entry]
  if (message === undefined) throw new Error(`no text for ${key}`)
  return message
}

/** Fills `{name}` placeholders; numbers are written the way the language writes them. */
export function translator(locale: Locale): Translate {
  const numbers = new Intl.NumberFormat(LANGUAGE_TAGS[locale])
  return (key, ...rest) => {
    const params: Readonly<Record<string, string | number>> = rest[0] ?? {}
    const message = lookUp(locale, key)
    const text =
      typeof message === 'string'
        ? message
        : message[pluralRules[locale].select(Number(params['n'])) === 'one' ? 'one' : 'other']
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = params[name]
      if (value === undefined) return placeholder
      return typeof value === 'number' ? numbers.format(value) : value
    })
  }
}
