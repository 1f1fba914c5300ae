/** Sketches from the lowest to the topmost. Those whose cell is gone are drawn at the journey's map all the same. */
import { memoByTables } from '../memoByTables.ts'
import type { Sketch } from '../records/sketch.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { byPlace } from './byOrder.ts'

export const orderedSketches = memoByTables(
  (snapshot: WorkshopSnapshot) => [snapshot.sketches],
  (snapshot): readonly Sketch[] => byPlace(snapshot.sketches.values()),
)
