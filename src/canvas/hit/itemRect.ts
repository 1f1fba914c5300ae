/** Where a thing is on the map; undefined while it is not on it. */
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { PlacedSketch } from '../../layout/placeSketches.ts'
import type { Rect } from '../../layout/scene.ts'
import type { MapCell, MapItem } from '../MapCanvasProps.ts'

export function itemRect(
  layout: MapLayout,
  sketches: readonly PlacedSketch[],
  item: MapItem,
): Rect | undefined {
  switch (item.kind) {
    case 'card':
      return layout.cards.find((card) => card.cardId === item.id)
    case 'placement':
      return layout.placements.find((placement) => placement.placementId === item.id)
    case 'activity':
      return (
        layout.columns.find((column) => column.activityId === item.id)?.card ??
        layout.pile?.activities.find((card) => card.activityId === item.id)
      )
    case 'phase':
      return layout.phases.find((phase) => phase.phaseId === item.id)
    case 'lane':
      return layout.lanes.find((lane) => lane.laneId === item.id)?.title
    case 'persona':
      return layout.header?.persona?.personaId === item.id ? layout.header.persona : undefined
    case 'sketch':
      return sketches.find((sketch) => sketch.sketchId === item.id)?.rect
  }
}

export function cellRect(layout: MapLayout, cell: MapCell): Rect | undefined {
  const curve = layout.curve
  if (curve !== null && curve.laneId === cell.laneId) {
    const column = layout.columns.find((each) => each.activityId === cell.activityId)
    return column && { ...curve.plot, x: column.x, width: column.width }
  }
  return layout.cells.find((each) => each.laneId === cell.laneId && each.activityId === cell.activityId)
}

export function unionRect(rects: readonly Rect[]): Rect | undefined {
  const first = rects[0]
  if (first === undefined) return undefined
  let { x, y } = first
  let right = x + first.width
  let bottom = y + first.height
  for (const rect of rects) {
    x = Math.min(x, rect.x)
    y = Math.min(y, rect.y)
    right = Math.max(right, rect.x + rect.width)
    bottom = Math.max(bottom, rect.y + rect.height)
  }
  return { x, y, width: right - x, height: bottom - y }
}
