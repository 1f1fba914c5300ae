/** Drawings are stored in millimetres of the map as the canvas lays it out; this is how they grow with another map. */
import type { MapMeasures } from './mapMeasures.ts'
import { CANVAS_COLUMN_WIDTH, CANVAS_TEXT_SIZE } from './mapOptions.ts'

export interface SketchScale {
  readonly across: number
  readonly down: number
  /** Within a cell or column: never distorted. */
  readonly even: number
}

export function sketchScale(measures: Pick<MapMeasures, 'columnWidth' | 'textSize'>): SketchScale {
  const across = measures.columnWidth / CANVAS_COLUMN_WIDTH
  const down = measures.textSize / CANVAS_TEXT_SIZE
  return { across, down, even: Math.min(across, down) }
}
