/** How far down the drawings in each cell reach, so that a lane grows with a storyboard frame as it does with a card. */
import { cellKey } from '../model/select/cardHomes.ts'
import type { Sketch } from '../model/records/sketch.ts'
import type { MapMeasures } from './mapMeasures.ts'
import { sketchScale } from './sketchScale.ts'
import type { MapSource } from './steps/readMap.ts'

function depthOf(sketch: Sketch): number {
  let depth = sketch.height
  for (let index = 1; index < sketch.points.length; index += 3)
    depth = Math.max(depth, sketch.points[index] ?? 0)
  return sketch.place.y + depth
}

/** Keyed by `cellKey`, in millimetres below the first sheet's top. */
export function sketchDepths(source: MapSource, measures: MapMeasures): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  const scale = sketchScale(measures).even
  for (const sketch of source.snapshot.sketches.values()) {
    const { laneId, activityId } = sketch.place
    if (laneId === null || activityId === null) continue
    const key = cellKey(laneId, activityId)
    const depth = depthOf(sketch) * scale - measures.cellPadding.y
    depths.set(key, Math.max(depths.get(key) ?? 0, depth))
  }
  return depths
}
