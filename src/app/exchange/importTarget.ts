/**
 * The workshop that an import goes into: the open one, or one that is made for it and stands in memory until it is kept.
 * Both are looked at and written by the same code, so that what was shown is what happens.
 */
import { mapLabels } from '../../i18n/mapLabels.ts'
import { LOCALES, type Locale, type Translate } from '../../i18n/translate.ts'
import { createWorkshop } from '../../model/commands/createWorkshop.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { LaneKind } from '../../model/records/lane.ts'
import { orderedColumns } from '../../model/select/activitiesByPhase.ts'
import { mainJourney } from '../../model/select/journeys.ts'
import { allLanes } from '../../model/select/orderedLanes.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { createWorkshopDocument, type WorkshopDocument } from '../../model/workshopDocument.ts'
import type { Choice } from '../../features/exchange/importTools.ts'
import { templateTexts } from '../home/templateTexts.ts'
import type { AppServices } from '../services.ts'

export interface DraftWish {
  readonly title: string
  /** Notes need a map to stand on; a file of a format brings its own. */
  readonly forNotes: boolean
}

export function draftWorkshop(
  { clock }: AppServices,
  t: Translate,
  locale: Locale,
  { title, forNotes }: DraftWish,
): WorkshopDocument {
  const document = createWorkshopDocument({ clock })
  const words = templateTexts(t)
  const created = createWorkshop(
    document,
    { personId: null },
    {
      title,
      language: locale,
      template: forNotes ? 'firstWorkshop' : 'import',
      texts: forNotes ? { ...words, phases: [], journeyTitle: title } : words,
    },
  )
  if (!created.ok) throw new Error(`a new workshop was refused: ${created.error.what}`)
  return document
}

/** Lanes and activities to choose from. */
export function placesOf(
  snapshot: WorkshopSnapshot,
  locale: Locale,
): { readonly lanes: readonly Choice[]; readonly activities: readonly Choice[] } {
  const journey = mainJourney(snapshot)
  if (journey === null) return { lanes: [], activities: [] }
  const labels = mapLabels(locale)
  return {
    lanes: allLanes(snapshot, journey.id)
      .filter(({ kind }) => kind !== 'curve')
      .map(({ id, title, kind }) => ({ value: id, label: title || labels.lanes[kind] })),
    activities: orderedColumns(snapshot, journey.id).map(({ id, text }) => ({ value: id, label: text })),
  }
}

export function journeyOf(snapshot: WorkshopSnapshot): JourneyId {
  const journey = mainJourney(snapshot)
  if (journey === null) throw new Error('notes need a journey')
  return journey.id
}

/** A file may name the lanes of the method in another language than the app speaks. */
export function laneNames(kind: string): readonly string[] {
  return LOCALES.map((locale) => mapLabels(locale).lanes[kind as LaneKind])
}
