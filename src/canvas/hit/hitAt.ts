/**
 * What lies under a point of the map. Asked of the layout instead of the engine's shapes, because most of the map is
 * never in the engine's store: near and far layer answer alike.
 */
import { yToValue } from '../../layout/curveLayout.ts'
import type { CellLayout, ColumnLayout, MapLayout } from '../../layout/mapLayout.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import type { RatingView } from '../../model/records/rating.ts'
import { containsPoint, type Point } from '../camera/units.ts'
import type { MapCell, MapItem } from '../MapCanvasProps.ts'

export type Hit =
  | { readonly kind: 'item'; readonly item: MapItem; readonly cell: MapCell | null }
  /** The pin of an activity on the curve of one view. */
  | { readonly kind: 'pin'; readonly activityId: ActivityId; readonly view: RatingView }
  /** The curve's field under an activity, with the value at the point's height. */
  | { readonly kind: 'curve'; readonly cell: MapCell; readonly value: number }
  | { readonly kind: 'cell'; readonly cell: MapCell }
  /** The place behind the activities of a phase (null: in the unsorted pile) where a new one goes; `instead`: in a lane below. */
  | { readonly kind: 'slot'; readonly phaseId: PhaseId | null; readonly instead?: 'card' }
  | { readonly kind: 'nothing' }

export interface HitOptions {
  /** How far a finger may miss a pin, in millimetres. */
  readonly slop: number
}

export function hitAt(layout: MapLayout, point: Point, options: HitOptions): Hit {
  return (
    pinAt(layout, point, options.slop) ??
    sheetAt(layout, point) ??
    headAt(layout, point) ??
    cellHitAt(layout, point) ??
    slotAt(layout, point) ?? { kind: 'nothing' }
  )
}

function pinAt(layout: MapLayout, point: Point, slop: number): Hit | null {
  let best: { distance: number; hit: Hit } | null = null
  for (const string of layout.curve?.strings ?? []) {
    for (const pin of string.pins) {
      const distance = Math.hypot(pin.x - point.x, pin.y - point.y)
      if (distance > slop || (best !== null && best.distance <= distance)) continue
      best = { distance, hit: { kind: 'pin', activityId: pin.activityId, view: string.view } }
    }
  }
  return best?.hit ?? null
}

function lastContaining<T extends { x: number; y: number; width: number; height: number }>(
  things: readonly T[],
  point: Point,
): T | undefined {
  return things.findLast((thing) => containsPoint(thing, point))
}

function sheetAt(layout: MapLayout, point: Point): Hit | null {
  const card = lastContaining(layout.cards, point)
  if (card !== undefined) {
    const { laneId, activityId } = card
    const cell = laneId === null || activityId === null ? null : { laneId, activityId }
    return { kind: 'item', item: { kind: 'card', id: card.cardId }, cell }
  }
  const placement = lastContaining(layout.placements, point)
  if (placement === undefined) return null
  const cell = cellAt(layout, point)
  return {
    kind: 'item',
    item: { kind: 'placement', id: placement.placementId },
    cell: cell === undefined ? null : cellOf(cell),
  }
}

/** Titles and arrow cards around the grid. */
function headAt(layout: MapLayout, point: Point): Hit | null {
  const item = (found: MapItem): Hit => ({ kind: 'item', item: found, cell: null })
  for (const column of layout.columns) {
    if (column.activityId !== null && containsPoint(column.card, point)) {
      return item({ kind: 'activity', id: column.activityId })
    }
  }
  const piled = lastContaining(layout.pile?.activities ?? [], point)
  if (piled !== undefined) return item({ kind: 'activity', id: piled.activityId })
  const phase = lastContaining(layout.phases, point)
  if (phase !== undefined) return item({ kind: 'phase', id: phase.phaseId })
  const lane = layout.lanes.find((each) => containsPoint(each.title, point))
  if (lane !== undefined) return item({ kind: 'lane', id: lane.laneId })
  const persona = layout.header?.persona
  if (persona && containsPoint(persona, point)) return item({ kind: 'persona', id: persona.personaId })
  return null
}

export function cellAt(layout: MapLayout, point: Point): CellLayout | undefined {
  return layout.cells.find((cell) => containsPoint(cell, point))
}

export function cellOf(cell: CellLayout): MapCell {
  return { laneId: cell.laneId, activityId: cell.activityId }
}

function cellHitAt(layout: MapLayout, point: Point): Hit | null {
  const { curve } = layout
  if (curve !== null && containsPoint(curve.plot, point)) {
    const activityId = columnAt(layout, point.x)?.activityId ?? null
    if (activityId === null) return null
    const cell = { laneId: curve.laneId, activityId }
    return { kind: 'curve', cell, value: yToValue(curve.plot, point.y) }
  }
  const cell = cellAt(layout, point)
  return cell === undefined ? null : { kind: 'cell', cell: cellOf(cell) }
}

export function columnAt(layout: MapLayout, x: number): ColumnLayout | undefined {
  return layout.columns.find((column) => x >= column.x && x < column.x + column.width)
}

/** A card needs an activity above it: whoever wants to write where there is none yet, begins with that. */
function invitationAbove(layout: MapLayout, { x, y }: Point): PhaseId | undefined {
  if (!layout.lanes.some((lane) => containsPoint(lane, { x, y }))) return undefined
  const column = columnAt(layout, x)
  if (column !== undefined) return column.activityId === null ? column.phaseId : undefined
  return layout.slots.find((slot) => x >= slot.x && x < slot.x + slot.width)?.phaseId
}

function slotAt(layout: MapLayout, point: Point): Hit | null {
  const slot = layout.slots.find((each) => containsPoint(each, point))
  if (slot !== undefined) return { kind: 'slot', phaseId: slot.phaseId }
  const empty = layout.columns.find(
    (column) => column.activityId === null && containsPoint(column.card, point),
  )
  if (empty !== undefined) return { kind: 'slot', phaseId: empty.phaseId }
  const above = invitationAbove(layout, point)
  if (above !== undefined) return { kind: 'slot', phaseId: above, instead: 'card' }
  const { pile } = layout
  return pile !== null && containsPoint(pile, point) ? { kind: 'slot', phaseId: null } : null
}
