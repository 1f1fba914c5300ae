/** The words a template writes into a new workshop, in the language of whoever creates it. */
import type { TemplateTexts } from '../../model/templateTexts.ts'
import { laneLabels } from '../../i18n/laneLabels.ts'
import type { Translate } from '../../i18n/translate.ts'

export function templateTexts(t: Translate): TemplateTexts {
  return {
    // Named with the workshop; until then the map calls it what every journey without a name is called.
    journeyTitle: '',
    personaName: t('template.persona'),
    phases: [
      { title: t('template.inspiration'), colour: '#E5B83C' },
      { title: t('template.research'), colour: '#E58A2E' },
      { title: t('template.consideration'), colour: '#D9583B' },
      { title: t('template.purchase'), colour: '#8257B4' },
      { title: t('template.delivery'), colour: '#2A78AD' },
      { title: t('template.use'), colour: '#3F8F5B' },
    ],
    lanes: laneLabels(t),
  }
}
