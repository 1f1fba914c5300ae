/** How much of the map is shown when a thing is in the room's view: of a phase everything below it, too. */
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { Rect } from '../../layout/scene.ts'
import type { MapItem } from '../MapCanvasProps.ts'
import { itemRect } from './itemRect.ts'

export function spotRect(layout: MapLayout, item: MapItem): Rect | undefined {
  const rect = itemRect(layout, [], item)
  if (rect === undefined) return undefined
  switch (item.kind) {
    case 'phase':
      return { x: rect.x, y: rect.y, width: rect.width, height: layout.height - rect.y }
    case 'activity':
      return layout.columns.some(({ activityId }) => activityId === item.id) ? aroundColumn(rect) : rect
    case 'lane':
      return { ...rect, width: layout.width - rect.x }
    default:
      return rect
  }
}

const COLUMNS = 5

/** The column from its activity down, as far as it can be read, with its neighbours. */
function aroundColumn({ x, y, width }: Rect): Rect {
  const all = width * COLUMNS
  return { x: x - (all - width) / 2, y, width: all, height: all * 0.45 }
}
