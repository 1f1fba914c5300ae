/**
 * The words of the map for `layoutMap`, which knows no language: canvas, wall, poster and command line ask here, so
 * that the same map says the same everywhere. Shaped as the layout's `MapLabels`, which this folder may not import.
 */
import { laneLabels } from './laneLabels.ts'
import { languageTag, type Locale } from './locales.ts'
import { printTranslator } from './printTranslator.ts'

export function mapLabels(locale: Locale) {
  const t = printTranslator(locale)
  const numbers = new Intl.NumberFormat(languageTag(locale), { maximumFractionDigits: 1 })
  return {
    lanes: laneLabels(t),
    journeyKinds: {
      current: t('map.journeyCurrent'),
      target: t('map.journeyTarget'),
      serviceBlueprint: t('map.journeyServiceBlueprint'),
      employee: t('map.journeyEmployee'),
    },
    unnamedJourney: t('map.unnamedJourney'),
    owner: t('map.owner'),
    unsorted: t('map.unsorted'),
    parkingLot: t('map.parkingLot'),
    painPoint: t('map.painPoint'),
    momentOfTruth: t('map.momentOfTruth'),
    objective: t('map.objective'),
    unplanned: t('map.unplanned'),
    evidence: {
      assumption: t('map.evidenceAssumption'),
      quote: t('map.evidenceQuote'),
      observation: t('map.evidenceObservation'),
      data: t('map.evidenceData'),
    },
    votes: t('map.votes'),
    inside: t('map.inside'),
    outside: t('map.outside'),
    spread: t('map.spread'),
    gap: t('map.gap'),
    formatNumber: (value: number) => numbers.format(value),
  }
}
