/** How much of the map's foot the tools cover from 1024 px on, where they stand over it, in CSS pixels. */
import type { MapTool } from '../../canvas/MapCanvasProps.ts'

const BAR = 84
/** The row above the bar, with what the chosen tool can do besides. */
const OPTIONS = 62

export function footOf(tool: MapTool): number {
  switch (tool) {
    case 'sketch':
    case 'erase':
    case 'photo':
    case 'rate':
      return BAR + OPTIONS
    case 'move':
    case 'lasso':
    case 'card':
      return BAR
  }
}
