/**
 * The words around the map on a poster, so that dialog and command line print the same. Shaped as the layout's
 * `PosterLabels`, which this folder may not import.
 */
import { languageTag, type Locale } from './locales.ts'
import { printTranslator } from './printTranslator.ts'

interface Facts {
  readonly cardsShown: number
  readonly cardsInAll: number
  readonly textSize: number
}

/** `day` is `2027-04-30`, written out as the language does. */
export function posterLabels(locale: Locale, day: string) {
  const t = printTranslator(locale)
  const written = new Intl.DateTimeFormat(languageTag(locale), { dateStyle: 'long', timeZone: 'UTC' })
  return {
    date: written.format(new Date(`${day}T00:00:00Z`)),
    evidence: t('posterSheet.evidence'),
    traits: t('posterSheet.traits'),
    backed: (percent: number) =>
      percent === 0 ? t('posterSheet.onlyAssumed') : t('posterSheet.backed', { n: percent }),
    footer: ({ cardsShown: shown, cardsInAll: all, textSize }: Facts) => {
      const size = Math.round(textSize * 10) / 10
      return shown === all
        ? t('posterSheet.footerAll', { shown, size })
        : t('posterSheet.footerSome', { shown, all, size })
    },
  }
}
