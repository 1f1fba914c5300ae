/** The languages of the app, and their names for browsers, screen readers and number formats. */
export type Locale = 'en' | 'de'

export const LOCALES: readonly Locale[] = ['en', 'de']

const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', de: 'de-DE' }

export function languageTag(locale: Locale): string {
  return LANGUAGE_TAGS[locale]
}
