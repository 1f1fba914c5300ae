/**
 * From key to text, out of a table of namespaces: keys and placeholders are checked by the compiler against that table.
 * Apart from the table of the whole app, so that the poster's worker carries only the words that are printed.
 */
import type { Message, PluralMessage } from './defineMessages.ts'
import { languageTag, type Locale } from './locales.ts'

export type MessageTable = Readonly<
  Record<string, { readonly [L in Locale]: Readonly<Record<string, Message>> }>
>

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never
type MessageNames<Message> = Message extends PluralMessage
  ? 'n' | Placeholders<Message['other']>
  : Placeholders<Message>

export type KeyIn<Table extends MessageTable> = {
  [Name in keyof Table & string]: `${Name}.${keyof Table[Name]['en'] & string}`
}[keyof Table & string]

type MessageOf<Table extends MessageTable, Key extends string> = Key extends `${infer Name}.${infer Entry}`
  ? Name extends keyof Table
    ? Entry extends keyof Table[Name]['en']
      ? Table[Name]['en'][Entry]
      : never
    : never
  : never

type ParamsOf<Table extends MessageTable, Key extends string> = [
  MessageNames<MessageOf<Table, Key>>,
] extends [never]
  ? []
  : [params: Readonly<Record<MessageNames<MessageOf<Table, Key>>, string | number>>]

export type TranslateIn<Table extends MessageTable> = <Key extends KeyIn<Table>>(
  key: Key,
  ...params: ParamsOf<Table, Key>
) => string

const pluralRules: Readonly<Record<Locale, Intl.PluralRules>> = {
  en: new Intl.PluralRules(languageTag('en')),
  de: new Intl.PluralRules(languageTag('de')),
}

function lookUp(table: MessageTable, locale: Locale, key: string): Message {
  const [name = '', entry = ''] = key.split('.', 2)
  const message = table[name]?.[locale][entry]
  if (message === undefined) throw new Error(`no text for ${key}`)
  return message
}

/** Fills `{name}` placeholders; numbers are written the way the language writes them. */
export function createTranslator<const Table extends MessageTable>(
  table: Table,
): (locale: Locale) => TranslateIn<Table> {
  return (locale) => {
    const numbers = new Intl.NumberFormat(languageTag(locale))
    return (key, ...rest) => {
      const params: Readonly<Record<string, string | number>> = rest[0] ?? {}
      const message = lookUp(table, locale, key)
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
}
