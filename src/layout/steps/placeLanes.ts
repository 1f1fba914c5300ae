/** Step 8: the lanes below each other, each as high as its fullest cell, and every sheet at its place. */
import type { ActivityId } from '../../model/records/activity.ts'
import type { Lane } from '../../model/records/lane.ts'
import type { CellLayout, LaneLayout, PlacedCard, PlacedPlacement } from '../mapLayout.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import { placedCard } from '../placedCards.ts'
import type { Rect } from '../scene.ts'
import { moveText, setText } from '../textBlock.ts'
import { LANE_TITLE_PADDING, laneTitleOf } from './measureMap.ts'
import type { ColumnPlan } from './placeColumns.ts'
import type { MapSource } from './readMap.ts'
import type { Sheet, StackedCell, StackedLane } from './stackCells.ts'

export interface LaneRows {
  readonly lanes: readonly LaneLayout[]
  readonly cells: readonly CellLayout[]
  readonly cards: readonly PlacedCard[]
  readonly placements: readonly PlacedPlacement[]
  /** Top and height of the performance curve, if there is one. */
  readonly curve: { readonly lane: Lane; readonly y: number; readonly height: number } | null
  readonly bottom: number
}

interface OpenRows {
  lanes: LaneLayout[]
  cells: CellLayout[]
  cards: PlacedCard[]
  placements: PlacedPlacement[]
}

/** Of a spare height the curve takes half, up to its own height again; the lanes share the rest. */
function shareExtra(extra: number, lanes: readonly StackedLane[], measures: MapMeasures) {
  const hasCurve = lanes.some(({ lane }) => lane.kind === 'curve')
  const curve = hasCurve ? Math.min(extra / 2, measures.curveHeight) : 0
  return { curve, lane: lanes.length === 0 ? 0 : (extra - curve) / lanes.length }
}

/** Room for one more card's first line where the map invites. */
const INVITATION = 2.2

export function placeLanes(
  source: MapSource,
  stacked: readonly StackedLane[],
  plan: ColumnPlan,
  measures: MapMeasures,
  top: number,
): LaneRows {
  const rows: OpenRows = { lanes: [], cells: [], cards: [], placements: [] }
  const extra = shareExtra(source.options.extraHeight, stacked, measures)
  const padding = measures.cellPadding.y
  let curve: LaneRows['curve'] = null
  let y = top
  for (const [index, row] of stacked.entries()) {
    const isCurve: boolean = row.lane.kind === 'curve' && curve === null
    const curveHeight: number = isCurve ? measures.curveHeight + extra.curve : 0
    const invites = source.options.inviting && row.lane.kind !== 'lineOfVisibility' && !isCurve
    const invitation = invites ? INVITATION * measures.textSize : 0
    const smallest = row.lane.kind === 'lineOfVisibility' ? measures.emptyLane / 2 : measures.emptyLane
    const sheets = row.highest === 0 ? 0 : row.highest + 2 * padding
    const title = setLaneTitle(source, index, measures)
    const height = Math.max(curveHeight + sheets + invitation + extra.lane, smallest, title.height)
    if (isCurve) curve = { lane: row.lane, y, height: curveHeight }
    const rect = { x: 0, y, width: plan.right, height }
    rows.lanes.push({
      ...rect,
      laneId: row.lane.id,
      tone: row.tone,
      title: { x: 0, y, width: measures.laneTitleWidth, height },
      text: moveText(title.text, 0, y),
      symbol: { name: row.tone.symbol, x: title.x, y: y + title.symbolY, size: title.symbolSize },
    })
    for (const cell of row.cells) placeCell(row.lane, cell, rect, y + curveHeight, measures, rows)
    y += height + measures.laneGap
  }
  return { ...rows, curve, bottom: stacked.length === 0 ? top : y - measures.laneGap }
}

function setLaneTitle(source: MapSource, index: number, measures: MapMeasures) {
  const pad = LANE_TITLE_PADDING * measures.textSize
  const symbolSize = measures.text.lane.size * 1.25
  const x = pad
  const textY = pad * 0.8 + symbolSize + pad * 0.4
  const text = setText(
    laneTitleOf(source, index),
    measures.text.lane,
    { x, y: textY, width: measures.laneTitleWidth - 2 * pad },
    source.options.metrics,
  )
  return { text, x, symbolY: pad * 0.8, symbolSize, height: textY + text.height + pad * 0.6 }
}

type PlacedCell = Pick<LaneRows, 'cards' | 'placements'> & { readonly cell: CellLayout }

const placedBefore = new WeakMap<readonly Sheet[], PlacedCell>()

function placeCell(
  lane: Lane,
  cell: StackedCell,
  laneRect: { readonly y: number; readonly height: number },
  top: number,
  measures: MapMeasures,
  rows: OpenRows,
): void {
  const { column, activity, stack } = cell
  const rect: Rect = { x: column.x, y: top, width: column.width, height: laneRect.y + laneRect.height - top }
  const before = placedBefore.get(stack.sheets)
  const placed =
    before && isSamePlace(before.cell, lane, activity.id, rect)
      ? before
      : placeSheets(lane, cell, rect, measures)
  if (stack.sheets.length > 0) placedBefore.set(stack.sheets, placed)
  rows.cells.push(placed.cell)
  for (const card of placed.cards) rows.cards.push(card)
  for (const placement of placed.placements) rows.placements.push(placement)
}

function isSamePlace(cell: CellLayout, lane: Lane, activityId: ActivityId, rect: Rect): boolean {
  return (
    cell.laneId === lane.id &&
    cell.activityId === activityId &&
    cell.x === rect.x &&
    cell.y === rect.y &&
    cell.width === rect.width &&
    cell.height === rect.height
  )
}

function placeSheets(
  lane: Lane,
  { column, activity, stack }: StackedCell,
  rect: Rect,
  measures: MapMeasures,
): PlacedCell {
  const cards: PlacedCard[] = []
  const placements: PlacedPlacement[] = []
  const left = rect.x + measures.cellPadding.x
  const first = rect.y + measures.cellPadding.y
  const bottom = rect.y + rect.height
  for (const sheet of stack.sheets) {
    const spot = { x: left + sheet.x, y: first + sheet.y }
    if (sheet.kind === 'card') {
      const home = {
        laneId: lane.id,
        activityId: activity.id,
        placementId: sheet.card.place.placementId,
        ...spot,
      }
      cards.push(placedCard(sheet.card, home, sheet.tone, sheet.block))
    } else {
      const { placement, block } = sheet
      const size = { width: block.width, height: block.height }
      const ids = { placementId: placement.id, touchpointId: placement.touchpointId, activityId: activity.id }
      placements.push({ ...ids, ...spot, ...size, block })
    }
  }
  const free = Math.min(stack.height === 0 ? first : first + stack.height + measures.sheetGap, bottom)
  const cell: CellLayout = {
    laneId: lane.id,
    activityId: activity.id,
    phaseId: column.phase.phase.id,
    ...rect,
    cardIds: cards.map(({ cardId }) => cardId),
    free: {
      x: left,
      y: free,
      width: column.width - 2 * measures.cellPadding.x,
      height: Math.max(0, bottom - measures.cellPadding.y - free),
    },
  }
  return { cell, cards, placements }
}
