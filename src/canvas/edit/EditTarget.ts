/**
 * What the open text belongs to. A new thing is a draft until its first letter: a tap that was not meant leaves nothing
 * in the document, nobody else sees an empty card, and there is nothing to undo.
 */
import type { ActivityId } from '../../model/records/activity.ts'
import type { CardId } from '../../model/records/card.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import type { MapCell, MapText } from '../MapCanvasProps.ts'

export type Draft =
  /** `after` null is the end of the field. */
  | { readonly draft: 'card'; readonly cell: MapCell; readonly after: CardId | null }
  | { readonly draft: 'placement'; readonly activityId: ActivityId }
  /** `phaseId` null is the unsorted pile; `before` null is the end. */
  | {
      readonly draft: 'activity'
      readonly phaseId: PhaseId | null
      readonly before: ActivityId | null
      /** Somebody wanted to write a card, where there is no activity above it yet. */
      readonly instead?: 'card'
    }
  | { readonly draft: 'phase'; readonly before: PhaseId | null }

export type EditTarget = MapText | Draft

export function isDraft(target: EditTarget): target is Draft {
  return 'draft' in target
}
