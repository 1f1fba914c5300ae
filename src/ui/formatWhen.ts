/** "2 hours ago", "yesterday": when something happened, the way the language says it. */
import type { Locale } from '../i18n/translate.ts'
import { languageTag } from '../i18n/translate.ts'

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** Null while it is less than a minute ago (or in the future, by a clock that was wrong): say "just now". */
export function formatWhen(locale: Locale, at: number, now: number): string | null {
  const seconds = (now - at) / 1000
  for (const [unit, length] of STEPS) {
    if (seconds >= length) {
      const format = new Intl.RelativeTimeFormat(languageTag(locale), { numeric: 'auto' })
      return format.format(-Math.floor(seconds / length), unit)
    }
  }
  return null
}

/** A day and a time, as on a clock in the room. */
export function formatTime(locale: Locale, at: number): string {
  return new Intl.DateTimeFormat(languageTag(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}

/** The time of day alone. */
export function formatTimeOfDay(locale: Locale, at: number): string {
  return new Intl.DateTimeFormat(languageTag(locale), { timeStyle: 'short' }).format(at)
}
