/** The words on the sheets of a tiled poster and on its assembly plan, the same for dialog and command line. */
import type { Locale } from './locales.ts'
import { printTranslator } from './printTranslator.ts'

interface Place {
  readonly row: number
  readonly column: number
}

export function tileLabels(locale: Locale) {
  const t = printTranslator(locale)
  return {
    sheet: ({ row, rows, column, columns }: Place & { readonly rows: number; readonly columns: number }) =>
      t('posterSheet.tile', { row, rows, column, columns }),
    ruler: t('posterSheet.ruler'),
    plan: {
      title: t('posterSheet.planTitle'),
      steps: [
        t('posterSheet.planPrint'),
        t('posterSheet.planMeasure'),
        t('posterSheet.planCut'),
        t('posterSheet.planGlue'),
      ],
      place: ({ row, column }: Place) => t('posterSheet.planPlace', { row, column }),
      leftOut: (places: readonly string[]) =>
        t('posterSheet.planLeftOut', { n: places.length, places: places.join(', ') }),
    },
  }
}
