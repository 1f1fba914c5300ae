/** Which language to begin with: the chosen one, else the first of the browser's that we speak, else English. */
import type { Locale } from '../i18n/translate.ts'
import { LOCALES } from '../i18n/translate.ts'

export function chooseLocale(chosen: Locale | null, browser: readonly string[]): Locale {
  if (chosen !== null) return chosen
  for (const tag of browser) {
    const locale = LOCALES.find((candidate) => tag.toLowerCase().split('-')[0] === candidate)
    if (locale !== undefined) return locale
  }
  return 'en'
}
