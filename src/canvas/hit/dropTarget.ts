/**
 * Where something that is being dragged would land. Pure, so that the preview and the command that ends the drag are
 * computed from the same answer: what was shown is what happens.
 */
import type {
  CellLayout,
  ColumnLayout,
  MapLayout,
  PhaseLayout,
  PlacedPlacement,
} from '../../layout/mapLayout.ts'
import type { Rect } from '../../layout/scene.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { CardId } from '../../model/records/card.ts'
import type { LaneKind } from '../../model/records/lane.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import type { PlacementId } from '../../model/records/placement.ts'
import { containsPoint, type Point } from '../camera/units.ts'
import type { MapCell, MapItem } from '../MapCanvasProps.ts'
import { cellAt, cellOf } from './hitAt.ts'

interface Shown {
  /** The field that is lit. */
  readonly area: Rect
  /** Where the gap opens; one side is zero. */
  readonly line: Rect
}

export type DropTarget =
  /** `cell` null is the parking lot; `before` null is the end. */
  | (Shown & {
      readonly kind: 'card'
      readonly cell: MapCell | null
      /** Set on top of a touchpoint: the card is about it from then on. */
      readonly placementId: PlacementId | null
      readonly before: CardId | null
    })
  | (Shown & {
      readonly kind: 'placement'
      readonly activityId: ActivityId
      readonly before: PlacementId | null
    })
  /** `phaseId` null is the pile of unsorted activities. */
  | (Shown & {
      readonly kind: 'activity'
      readonly phaseId: PhaseId | null
      readonly before: ActivityId | null
    })
  | (Shown & { readonly kind: 'phase'; readonly before: PhaseId | null })

const NO_CARDS: ReadonlySet<LaneKind> = new Set(['curve', 'lineOfVisibility'])

/** Null where nothing can land. `dragged` are of one kind; they do not count as neighbours of themselves. */
export function dropTarget(layout: MapLayout, dragged: readonly MapItem[], point: Point): DropTarget | null {
  const first = dragged[0]
  if (first === undefined) return null
  const moving = new Set<string>(dragged.map((item) => item.id))
  switch (first.kind) {
    case 'card':
      return cardTarget(layout, moving, point)
    case 'placement':
      return placementTarget(layout, moving, point)
    case 'activity':
      return activityTarget(layout, moving, point)
    case 'phase':
      return phaseTarget(layout, moving, point)
    case 'lane':
    case 'sketch':
    case 'persona':
      return null
  }
}

export function takesCards(layout: MapLayout, cell: CellLayout): boolean {
  const lane = layout.lanes.find((each) => each.laneId === cell.laneId)
  return lane !== undefined && !NO_CARDS.has(lane.tone.kind)
}

function cardTarget(layout: MapLayout, moving: ReadonlySet<string>, point: Point): DropTarget | null {
  const cell = cellAt(layout, point)
  if (cell !== undefined && takesCards(layout, cell)) {
    const placement = placementAbove(layout, cell, point)
    const cards = layout.cards.filter(
      (card) =>
        card.laneId === cell.laneId &&
        card.activityId === cell.activityId &&
        (placement === undefined || card.placementId === placement.placementId) &&
        !moving.has(card.cardId),
    )
    const next = cards.find((card) => card.y + card.height / 2 > point.y)
    const sheets = placement === undefined ? cards : [placement, ...cards]
    return {
      kind: 'card',
      cell: cellOf(cell),
      placementId: placement?.placementId ?? null,
      before: next?.cardId ?? null,
      area: cell,
      line: lineAbove(cell, sheets, next, layout.measures.cellPadding.x),
    }
  }
  const lot = layout.parkingLot
  if (lot === null || !containsPoint(lot, point)) return null
  return { kind: 'card', cell: null, placementId: null, before: null, area: lot, line: { ...lot, height: 0 } }
}

/** In the touchpoints' lane a card lands on the touchpoint that it is held over or below. */
function placementAbove(layout: MapLayout, cell: CellLayout, point: Point): PlacedPlacement | undefined {
  return layout.placements.findLast(
    (placement) =>
      placement.activityId === cell.activityId &&
      containsPoint(cell, { x: placement.x, y: placement.y }) &&
      placement.y <= point.y,
  )
}

function placementTarget(layout: MapLayout, moving: ReadonlySet<string>, point: Point): DropTarget | null {
  const cell = cellAt(layout, point)
  const lane = layout.lanes.find((each) => each.laneId === cell?.laneId)
  if (cell === undefined || lane?.tone.kind !== 'touchpoints') return null
  const sheets = layout.placements.filter(
    (placement) => placement.activityId === cell.activityId && !moving.has(placement.placementId),
  )
  const next = sheets.find((sheet) => sheet.y + sheet.height / 2 > point.y)
  const line = lineAbove(cell, sheets, next, layout.measures.cellPadding.x)
  return {
    kind: 'placement',
    activityId: cell.activityId,
    before: next?.placementId ?? null,
    area: cell,
    line,
  }
}

/** Half way between the sheet above and the next one; at the end of the cell below its last sheet. */
function lineAbove(cell: CellLayout, sheets: readonly Rect[], next: Rect | undefined, padding: number): Rect {
  const index = next === undefined ? sheets.length : sheets.indexOf(next)
  const above = sheets[index - 1]
  const top = above === undefined ? undefined : above.y + above.height
  const y = top !== undefined && next !== undefined ? (top + next.y) / 2 : (next?.y ?? top ?? cell.free.y)
  return { x: cell.x + padding, y, width: cell.width - 2 * padding, height: 0 }
}

function activityTarget(layout: MapLayout, moving: ReadonlySet<string>, point: Point): DropTarget | null {
  const { pile } = layout
  if (pile !== null && containsPoint(pile, point)) {
    const others = pile.activities.filter((card) => !moving.has(card.activityId))
    const next = others.find(
      (card) => point.y < card.y + card.height && (point.y < card.y || point.x < card.x + card.width / 2),
    )
    const at = next ?? others.at(-1)
    const x =
      next === undefined && at !== undefined ? at.x + at.width : (at?.x ?? pile.title.x + pile.title.width)
    const line = { x, y: at?.y ?? pile.y, width: 0, height: at?.height ?? pile.height }
    return { kind: 'activity', phaseId: null, before: next?.activityId ?? null, area: pile, line }
  }
  const phase = nearestPhase(layout.phases, point)
  if (phase === undefined || point.y < phase.y || point.y > layout.grid.y + layout.grid.height) return null
  const columns = layout.columns.filter(
    (column) =>
      column.phaseId === phase.phaseId && column.activityId !== null && !moving.has(column.activityId),
  )
  const next = columns.find((column) => column.x + column.width / 2 > point.x)
  const line = { x: edgeBefore(columns, next, phase), y: phase.y, width: 0, height: layout.grid.height }
  const area = { ...phase, height: layout.grid.height }
  return { kind: 'activity', phaseId: phase.phaseId, before: next?.activityId ?? null, area, line }
}

function edgeBefore(columns: readonly ColumnLayout[], next: ColumnLayout | undefined, phase: Rect): number {
  if (next !== undefined) return next.x
  const last = columns.at(-1)
  return last === undefined ? phase.x : last.x + last.width
}

function nearestPhase(phases: readonly PhaseLayout[], point: Point): PhaseLayout | undefined {
  const distance = (phase: PhaseLayout) => Math.max(phase.x - point.x, point.x - (phase.x + phase.width), 0)
  return phases.reduce<PhaseLayout | undefined>(
    (best, phase) => (best === undefined || distance(phase) < distance(best) ? phase : best),
    undefined,
  )
}

function phaseTarget(layout: MapLayout, moving: ReadonlySet<string>, point: Point): DropTarget | null {
  const others = layout.phases.filter((phase) => !moving.has(phase.phaseId))
  const next = others.find((phase) => phase.x + phase.width / 2 > point.x)
  const last = others.at(-1)
  if (last === undefined) return null
  const x = next === undefined ? last.x + last.width : next.x
  const line = { x, y: last.y, width: 0, height: layout.grid.height }
  return { kind: 'phase', before: next?.phaseId ?? null, area: { ...last, x, width: 0 }, line }
}
