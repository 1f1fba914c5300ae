/**
 * Where somebody's initials stand: below the last sheet of the field they are in, in the room that every field leaves,
 * so that they never lie on words; a card that they write in has a ring of its own.
 */
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { Rect } from '../../layout/scene.ts'
import { cellOfTarget } from '../edit/nextTarget.ts'
import { cellRect, itemRect } from '../hit/itemRect.ts'
import type { MapCell, MapWhereabouts } from '../MapCanvasProps.ts'

export interface PeerSpot {
  /** What is written in. */
  readonly ring: Rect | null
  /** The top right corner of where the initials stand. */
  readonly x: number
  readonly y: number
  /** How high they may be, in millimetres. */
  readonly room: number
}

/** Undefined while the map does not show the place. */
export function peerSpot(layout: MapLayout, where: MapWhereabouts): PeerSpot | undefined {
  const { editing } = where
  const ring = editing === null ? undefined : itemRect(layout, [], editing)
  const cell = editing?.kind === 'card' ? cellOfTarget(layout, editing) : where.cell
  const place = cell === null ? undefined : placeIn(layout, cell)
  if (place !== undefined) return { ...place, ring: ring ?? null }
  if (ring === undefined) return undefined
  // On no field, as in the parking lot: above the sheet.
  const room = layout.measures.textSize
  return { ring, x: ring.x + ring.width, y: ring.y - room, room }
}

function placeIn(layout: MapLayout, cell: MapCell): Omit<PeerSpot, 'ring'> | undefined {
  const { cellPadding, sheetGap, laneGap, textSize } = layout.measures
  const rect = cellRect(layout, cell)
  if (rect === undefined) return undefined
  const own = layout.cells.find((each) => each.laneId === cell.laneId && each.activityId === cell.activityId)
  const x = rect.x + rect.width
  // The curve has no sheets; its own room is above the highest pin.
  if (own === undefined || layout.curve?.laneId === cell.laneId) return { x, y: rect.y, room: 2 * textSize }
  const isEmpty = own.free.y <= own.y + cellPadding.y
  const y = isEmpty ? own.free.y : own.free.y - sheetGap
  // Where a field is full, as on the wall, down to the first sheet of the next lane.
  return { x, y, room: own.y + own.height + laneGap + cellPadding.y - y }
}
