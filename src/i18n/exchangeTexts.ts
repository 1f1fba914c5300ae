/** The words that minutes and imports need, in one of the languages; app and command line ask here. */
import { mapLabels } from './mapLabels.ts'
import { type Locale, translator } from './translate.ts'

export function importTexts(locale: Locale) {
  const t = translator(locale)
  return {
    actors: t('minutes.actors'),
    curve: t('minutes.curve'),
  }
}

export function minutesTexts(locale: Locale) {
  const t = translator(locale)
  const map = mapLabels(locale)
  return {
    untitled: t('home.untitled'),
    journey: t('minutes.journey'),
    scope: t('minutes.scope'),
    goal: t('minutes.goal'),
    date: t('minutes.date'),
    place: t('minutes.place'),
    owner: t('minutes.owner'),
    present: t('minutes.present'),
    written: t('minutes.written'),
    persona: t('minutes.persona'),
    goals: t('minutes.goals'),
    expectations: t('minutes.expectations'),
    map: t('minutes.map'),
    unnamedPhase: t('minutes.unnamedPhase'),
    unsorted: map.unsorted,
    parkingLot: map.parkingLot,
    painPoint: map.painPoint,
    momentOfTruth: map.momentOfTruth,
    touchpoints: t('minutes.touchpoints'),
    inside: map.inside,
    outside: map.outside,
    differ: t('minutes.differ'),
    insights: t('minutes.insights'),
    actions: t('minutes.actions'),
    action: t('minutes.action'),
    due: t('minutes.due'),
    status: t('minutes.status'),
    states: {
      planned: t('minutes.planned'),
      inProgress: t('minutes.inProgress'),
      onHold: t('minutes.onHold'),
      done: t('minutes.done'),
    },
    figures: t('minutes.figures'),
    comments: t('minutes.comments'),
    next: t('minutes.next'),
    nextJourney: t('minutes.nextJourney'),
    lanes: map.lanes,
    votes: (n: number) => t('minutes.votes', { n }),
    number: map.formatNumber,
  }
}

/** `day`: when the page was made, as `2027-04-30`. */
export function htmlTexts(locale: Locale, day: string) {
  const t = translator(locale)
  const map = mapLabels(locale)
  return {
    untitled: t('home.untitled'),
    unsorted: map.unsorted,
    unnamedPhase: t('minutes.unnamedPhase'),
    asText: t('minutes.asText'),
    zoom: t('minutes.zoom'),
    fit: t('minutes.fit'),
    made: t('minutes.made', { day }),
    lanes: map.lanes,
  }
}
