/** What the lanes of the method are called: on a map whose lane has no title, and in a template, which writes it down. */
import type { PrintTranslate } from './printTranslator.ts'

export function laneLabels(t: PrintTranslate) {
  return {
    storyboard: t('map.laneStoryboard'),
    touchpoints: t('map.laneTouchpoints'),
    expectations: t('map.laneExpectations'),
    sentiments: t('map.laneSentiments'),
    painPoints: t('map.lanePainPoints'),
    momentsOfTruth: t('map.laneMomentsOfTruth'),
    ideas: t('map.laneIdeas'),
    insights: t('map.laneInsights'),
    curve: t('map.laneCurve'),
    own: t('map.laneOwn'),
    frontstage: t('map.laneFrontstage'),
    lineOfVisibility: t('map.laneLineOfVisibility'),
    backstage: t('map.laneBackstage'),
    support: t('map.laneSupport'),
  }
}
