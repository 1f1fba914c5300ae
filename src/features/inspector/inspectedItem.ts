/** What is selected on the map, in the inspector's own words: features may not know the canvas. */
import type { ActivityId } from '../../model/records/activity.ts'
import type { CardId } from '../../model/records/card.ts'
import type { LaneId } from '../../model/records/lane.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import type { PlacementId } from '../../model/records/placement.ts'

export type InspectedItem =
  | { readonly kind: 'card'; readonly id: CardId }
  | { readonly kind: 'activity'; readonly id: ActivityId }
  | { readonly kind: 'phase'; readonly id: PhaseId }
  | { readonly kind: 'lane'; readonly id: LaneId }
  | { readonly kind: 'placement'; readonly id: PlacementId }
