/**
 * A namespace of texts in both languages. English is the type: a German text that is missing, superfluous or lacks a
 * plural form does not compile; a test compares the placeholders.
 */
export interface PluralMessage {
  readonly one: string
  readonly other: string
}

export type Message = string | PluralMessage

type SameShape<En> = { readonly [Key in keyof En]: En[Key] extends string ? string : PluralMessage }

export interface Namespace<En extends Record<string, Message>> {
  readonly en: En
  readonly de: SameShape<En>
}

export function defineMessages<const En extends Record<string, Message>>(
  en: En,
  de: SameShape<NoInfer<En>>,
): Namespace<En> {
  return { en, de }
}
