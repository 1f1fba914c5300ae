/** What every gesture that writes needs to know. */
import type { Locale, Translate } from '../../i18n/translate.ts'
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { PlacedSketch } from '../../layout/placeSketches.ts'
import type { Actor } from '../../model/actor.ts'
import type { CommandError } from '../../model/commandResult.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { RatingView } from '../../model/records/rating.ts'
import type { UndoHistory } from '../../model/undo.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'

export interface ActionContext {
  readonly workshop: WorkshopDocument
  readonly history: Pick<UndoHistory, 'undo' | 'redo' | 'gesture'>
  /** Read at the moment of writing: what is shown and who writes may have changed since the map was opened. */
  readonly journeyId: () => JourneyId
  readonly actor: () => Actor
  readonly ratingView: () => RatingView
  readonly layout: () => MapLayout
  readonly sketches: () => readonly PlacedSketch[]
  readonly onRefused: (error: CommandError) => void
  readonly t: () => Translate
  readonly locale: () => Locale
}
