/** One thing that can be opened in the outline, and how the app lets it be edited there. */
import type { ReactNode } from 'react'
import type { ActivityId } from '../../model/records/activity.ts'
import type { CardId } from '../../model/records/card.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import type { PlacementId } from '../../model/records/placement.ts'

export type OutlineItem =
  | { readonly kind: 'card'; readonly id: CardId }
  | { readonly kind: 'activity'; readonly id: ActivityId }
  | { readonly kind: 'phase'; readonly id: PhaseId }
  | { readonly kind: 'placement'; readonly id: PlacementId }

/** The same fields as the inspector of the map, inside the outline; features do not know each other. */
export type RenderEditor = (item: OutlineItem, onClose: () => void) => ReactNode
