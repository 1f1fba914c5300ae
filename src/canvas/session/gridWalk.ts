/**
 * The map by arrow keys: from card to card within a field, from field to field over the grid. Pure, so that every step
 * can be checked without a browser.
 */
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { MapCell, MapItem } from '../MapCanvasProps.ts'

export interface GridSpot {
  readonly cell: MapCell
  /** The thing in the field; null is its free room. */
  readonly item: MapItem | null
}

export type Step = 'left' | 'right' | 'up' | 'down'

/** Things of a field from top to bottom. */
export function itemsOfCell(layout: MapLayout, cell: MapCell): readonly MapItem[] {
  const placed = layout.cells.find(
    (each) => each.laneId === cell.laneId && each.activityId === cell.activityId,
  )
  if (placed === undefined) return []
  const sheets = [
    ...layout.placements
      .filter((placement) => placement.activityId === cell.activityId && isIn(placement.y, placed))
      .map((placement) => ({
        y: placement.y,
        item: { kind: 'placement', id: placement.placementId } as const,
      })),
    ...layout.cards
      .filter((card) => card.laneId === cell.laneId && card.activityId === cell.activityId)
      .map((card) => ({ y: card.y, item: { kind: 'card', id: card.cardId } as const })),
  ]
  return sheets.sort((a, b) => a.y - b.y).map((sheet) => sheet.item)
}

function isIn(y: number, cell: { readonly y: number; readonly height: number }): boolean {
  return y >= cell.y && y < cell.y + cell.height
}

export function firstSpot(layout: MapLayout): GridSpot | null {
  const laneId = layout.lanes[0]?.laneId
  const activityId = layout.columns.find((column) => column.activityId !== null)?.activityId ?? null
  if (laneId === undefined || activityId === null) return null
  return spotAt(layout, { laneId, activityId }, 'first')
}

export function walk(layout: MapLayout, from: GridSpot, step: Step): GridSpot {
  if (step === 'up' || step === 'down') return walkDown(layout, from, step === 'down' ? 1 : -1)
  const columns = layout.columns.flatMap((column) => (column.activityId === null ? [] : [column.activityId]))
  const activityId = columns[columns.indexOf(from.cell.activityId) + (step === 'right' ? 1 : -1)]
  return activityId === undefined ? from : spotAt(layout, { ...from.cell, activityId }, 'first')
}

function walkDown(layout: MapLayout, from: GridSpot, by: 1 | -1): GridSpot {
  const items = itemsOfCell(layout, from.cell)
  const index = items.findIndex((item) => item.id === from.item?.id)
  const inside = index < 0 ? undefined : items[index + by]
  if (inside !== undefined) return { cell: from.cell, item: inside }
  const lanes = layout.lanes.map((lane) => lane.laneId)
  const laneId = lanes[lanes.indexOf(from.cell.laneId) + by]
  if (laneId === undefined) return from
  return spotAt(layout, { ...from.cell, laneId }, by === 1 ? 'first' : 'last')
}

function spotAt(layout: MapLayout, cell: MapCell, end: 'first' | 'last'): GridSpot {
  const items = itemsOfCell(layout, cell)
  return { cell, item: (end === 'first' ? items[0] : items.at(-1)) ?? null }
}
