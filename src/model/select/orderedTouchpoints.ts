/** The register of touchpoints in its order. */
import { memoByTables } from '../memoByTables.ts'
import type { Touchpoint } from '../records/touchpoint.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { byOrder } from './byOrder.ts'

export const orderedTouchpoints = memoByTables(
  (snapshot: WorkshopSnapshot) => [snapshot.touchpoints],
  (snapshot): readonly Touchpoint[] => byOrder(snapshot.touchpoints.values()),
)
