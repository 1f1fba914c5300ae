/**
 * The map by arrow keys: from card to card within a field, from field to field over the grid, up to activities and
 * phases, left to the titles of lanes. Pure, so that every step can be checked without a browser.
 */
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { MapCell, MapItem } from '../MapCanvasProps.ts'

export interface GridSpot {
  /** The field; for a title the field next to it, where the way back leads. */
  readonly cell: MapCell
  /** The thing in the field or the title; null is the field's free room. */
  readonly item: MapItem | null
}

export type Step = 'left' | 'right' | 'up' | 'down'

/** Things of a field from top to bottom. */
export function itemsOfCell(layout: MapLayout, cell: MapCell): readonly MapItem[] {
  const placed = layout.cells.find(
    (each) => each.laneId === cell.laneId && each.activityId === cell.activityId,
  )
  if (placed === undefined) return []
  const isInside = (y: number) => y >= placed.y && y < placed.y + placed.height
  const sheets = [
    ...layout.placements
      .filter((placement) => placement.activityId === cell.activityId && isInside(placement.y))
      .map(({ y, placementId }) => ({ y, item: { kind: 'placement', id: placementId } as const })),
    ...layout.cards
      .filter((card) => card.laneId === cell.laneId && card.activityId === cell.activityId)
      .map(({ y, cardId }) => ({ y, item: { kind: 'card', id: cardId } as const })),
  ]
  return sheets.sort((a, b) => a.y - b.y).map((sheet) => sheet.item)
}

export function activitiesOf(layout: MapLayout): readonly ActivityId[] {
  return layout.columns.flatMap((column) => (column.activityId === null ? [] : [column.activityId]))
}

export function firstSpot(layout: MapLayout): GridSpot | null {
  const laneId = layout.lanes[0]?.laneId
  const activityId = activitiesOf(layout)[0]
  if (laneId === undefined || activityId === undefined) return null
  return spotIn(layout, { laneId, activityId }, 'first')
}

export function walk(layout: MapLayout, from: GridSpot, step: Step): GridSpot {
  switch (from.item?.kind) {
    case 'phase':
      return walkPhases(layout, from, step)
    case 'activity':
      return walkActivities(layout, from, step)
    case 'lane':
      return walkLanes(layout, from, step)
    default:
      return walkFields(layout, from, step)
  }
}

function walkFields(layout: MapLayout, from: GridSpot, step: Step): GridSpot {
  if (step === 'up' || step === 'down') return walkDown(layout, from, step === 'down' ? 1 : -1)
  const next = nextActivity(layout, from.cell.activityId, step)
  if (next !== undefined) return spotIn(layout, { ...from.cell, activityId: next }, 'first')
  return step === 'right' ? from : { cell: from.cell, item: { kind: 'lane', id: from.cell.laneId } }
}

function walkDown(layout: MapLayout, from: GridSpot, by: 1 | -1): GridSpot {
  const items = itemsOfCell(layout, from.cell)
  const index = items.findIndex((item) => item.id === from.item?.id)
  const inside = index < 0 ? undefined : items[index + by]
  if (inside !== undefined) return { cell: from.cell, item: inside }
  const laneId = neighbour(
    layout.lanes.map((lane) => lane.laneId),
    from.cell.laneId,
    by,
  )
  if (laneId !== undefined) return spotIn(layout, { ...from.cell, laneId }, by === 1 ? 'first' : 'last')
  return by === 1 ? from : { cell: from.cell, item: { kind: 'activity', id: from.cell.activityId } }
}

function walkActivities(layout: MapLayout, from: GridSpot, step: Step): GridSpot {
  const { cell } = from
  if (step === 'down') return spotIn(layout, cell, 'first')
  if (step === 'up') {
    const phaseId = layout.columns.find((column) => column.activityId === cell.activityId)?.phaseId
    return phaseId === undefined ? from : { cell, item: { kind: 'phase', id: phaseId } }
  }
  const id = nextActivity(layout, cell.activityId, step)
  return id === undefined ? from : { cell: { ...cell, activityId: id }, item: { kind: 'activity', id } }
}

function walkPhases(layout: MapLayout, from: GridSpot, step: Step): GridSpot {
  if (step === 'up') return from
  if (step === 'down') return { ...from, item: { kind: 'activity', id: from.cell.activityId } }
  const phases = layout.phases.map((phase) => phase.phaseId)
  const id = neighbour(
    phases,
    phases.find((phaseId) => phaseId === from.item?.id),
    step === 'right' ? 1 : -1,
  )
  if (id === undefined) return from
  const column = layout.columns.find((each) => each.phaseId === id && each.activityId !== null)
  const activityId = column?.activityId ?? from.cell.activityId
  return { cell: { ...from.cell, activityId }, item: { kind: 'phase', id } }
}

function walkLanes(layout: MapLayout, from: GridSpot, step: Step): GridSpot {
  if (step === 'left') return from
  if (step === 'right') return spotIn(layout, from.cell, 'first')
  const lanes = layout.lanes.map((lane) => lane.laneId)
  const laneId = neighbour(lanes, from.cell.laneId, step === 'down' ? 1 : -1)
  return laneId === undefined ? from : { cell: { ...from.cell, laneId }, item: { kind: 'lane', id: laneId } }
}

function nextActivity(
  layout: MapLayout,
  activityId: ActivityId,
  step: 'left' | 'right',
): ActivityId | undefined {
  return neighbour(activitiesOf(layout), activityId, step === 'right' ? 1 : -1)
}

function neighbour<T>(list: readonly T[], item: T | undefined, by: 1 | -1): T | undefined {
  const index = item === undefined ? -1 : list.indexOf(item)
  return index < 0 ? undefined : list[index + by]
}

function spotIn(layout: MapLayout, cell: MapCell, end: 'first' | 'last'): GridSpot {
  const items = itemsOfCell(layout, cell)
  return { cell, item: (end === 'first' ? items[0] : items.at(-1)) ?? null }
}
