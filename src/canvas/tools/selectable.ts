/** Small questions about selections that tools and keys share. */
import type { MapItem, MapSelection, MapText } from '../MapCanvasProps.ts'

const MOVABLE: ReadonlySet<MapItem['kind']> = new Set(['card', 'placement', 'activity', 'phase', 'sketch'])

export function sameItem(a: MapItem, b: MapItem): boolean {
  return a.kind === b.kind && a.id === b.id
}

export function isSelected(selection: MapSelection, item: MapItem): boolean {
  return selection.some((each) => sameItem(each, item))
}

export function isMovable(item: MapItem): boolean {
  return MOVABLE.has(item.kind)
}

export function isText(item: MapItem): item is MapText {
  return item.kind !== 'sketch' && item.kind !== 'persona'
}

/** Adds or takes away; a thing of another kind starts a new selection. */
export function toggled(selection: MapSelection, item: MapItem): MapSelection {
  if (isSelected(selection, item)) return selection.filter((each) => !sameItem(each, item))
  return selection[0]?.kind === item.kind ? [...selection, item] : [item]
}
