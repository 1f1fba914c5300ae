/** What the dialog lets people leave out of a poster: the phases and lanes of the journey that it prints. */
import type { PosterOffer } from '../../features/poster/posterTools.ts'
import { laneLabels } from '../../i18n/laneLabels.ts'
import type { Translate } from '../../i18n/translate.ts'
import { mainJourney } from '../../model/select/journeys.ts'
import { orderedLanes } from '../../model/select/orderedLanes.ts'
import { orderedPhases } from '../../model/select/orderedPhases.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

export function posterOffer(snapshot: WorkshopSnapshot, t: Translate): PosterOffer {
  const journey = mainJourney(snapshot)
  if (journey === null) return { phases: [], lanes: [] }
  const names = laneLabels(t)
  return {
    phases: orderedPhases(snapshot, journey.id).map(({ id, title }, index) => ({
      id,
      title: title || t('posterDialog.phaseNumber', { n: index + 1 }),
    })),
    lanes: orderedLanes(snapshot, journey.id).map(({ id, title, kind }) => ({
      id,
      title: title || names[kind],
    })),
  }
}
