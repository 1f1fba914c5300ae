/** Step 7: what lies in each cell, from top to bottom, before it is known where the lanes begin. */
import type { Activity } from '../../model/records/activity.ts'
import type { Card } from '../../model/records/card.ts'
import type { Lane } from '../../model/records/lane.ts'
import type { Placement } from '../../model/records/placement.ts'
import { cellKey } from '../../model/select/cardHomes.ts'
import { cardBlock } from '../cardBlock.ts'
import { contentOfCard, laneTone, toneOf } from '../cardContent.ts'
import type { CardBlock, PlacementBlock } from '../mapLayout.ts'
import type { Tone } from '../placedSigns.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import { packColumns } from '../packColumns.ts'
import { placementBlock } from '../placementBlock.ts'
import { rememberCells } from '../rememberedCells.ts'
import { sketchDepths } from '../sketchDepths.ts'
import type { ColumnPlan, ColumnSpan } from './placeColumns.ts'
import type { CellSource, MapSource } from './readMap.ts'

interface SheetPlace {
  /** Relative to the cell's inner left edge and first line. */
  readonly x: number
  readonly y: number
}

export type Sheet = SheetPlace &
  (
    | { readonly kind: 'card'; readonly card: Card; readonly tone: Tone; readonly block: CardBlock }
    | { readonly kind: 'placement'; readonly placement: Placement; readonly block: PlacementBlock }
  )

/** The same object as long as nothing in the cell changed. */
export interface Stack {
  readonly sheets: readonly Sheet[]
  /** Of the sheets and the gaps between them. */
  readonly height: number
}

export interface StackedCell {
  readonly column: ColumnSpan
  readonly activity: Activity
  readonly stack: Stack
}

export interface StackedLane {
  readonly lane: Lane
  readonly tone: Tone
  readonly cells: readonly StackedCell[]
  readonly highest: number
}

/** What stays together: a touchpoint with the cards that lie on it, or one card. */
interface Group {
  readonly sheets: readonly Sheet[]
  readonly height: number
}

/** Sheets of a wide column stand beside each other, none narrower than this (in em). */
const NARROWEST_SHEET = 8.2

interface CellPlan {
  readonly lane: Lane
  readonly tone: Tone
  readonly activity: Activity
  readonly content: CellSource
}

function groupsOf(source: MapSource, cell: CellPlan, width: number, measures: MapMeasures): readonly Group[] {
  const { metrics } = source.options
  const cardSheet = (card: Card, indent: number, y: number): Sheet => ({
    kind: 'card',
    card,
    tone: toneOf(source, card, cell.lane, cell.tone),
    block: cardBlock(contentOfCard(source, card, indent === 0), width - indent, measures, metrics),
    x: indent,
    y,
  })
  const onTouchpoints = cell.content.placements.map(({ placement, cards }): Group => {
    const block = placementBlock(source, placement, width, measures)
    const sheets: Sheet[] = [{ kind: 'placement', placement, block, x: 0, y: 0 }]
    let y = block.height
    for (const card of cards) {
      const sheet = cardSheet(card, measures.card.padX, y + measures.sheetGap)
      y = sheet.y + sheet.block.height
      sheets.push(sheet)
    }
    return { sheets, height: y }
  })
  const single = cell.content.cards.map((card): Group => {
    const sheet = cardSheet(card, 0, 0)
    return { sheets: [sheet], height: sheet.block.height }
  })
  return [...onTouchpoints, ...single]
}

function stackBeside(
  source: MapSource,
  cell: CellPlan,
  width: number,
  beside: number,
  measures: MapMeasures,
): Stack {
  const gap = measures.sheetGap
  const each = (width - gap * (beside - 1)) / beside
  const groups = groupsOf(source, cell, each, measures)
  const packed = packColumns(
    groups.map(({ height }) => height),
    beside,
    gap,
  )
  const sheets = groups.flatMap((group, index) => {
    const spot = packed.spots[index] ?? { column: 0, y: 0 }
    const dx = spot.column * (each + gap)
    if (dx === 0 && spot.y === 0) return group.sheets
    return group.sheets.map((sheet) => ({ ...sheet, x: sheet.x + dx, y: sheet.y + spot.y }))
  })
  return { sheets, height: packed.height }
}

/** In a column wide enough for several sheets beside each other, as many as make the cell lowest. */
function stackCell(source: MapSource, cell: CellPlan, width: number, measures: MapMeasures): Stack {
  const count = cell.content.cards.length + cell.content.placements.length
  if (count === 0) return NOTHING
  const gap = measures.sheetGap
  const most = Math.floor((width + gap) / (NARROWEST_SHEET * measures.textSize + gap))
  let best = stackBeside(source, cell, width, 1, measures)
  for (let beside = 2; beside <= Math.min(most, count); beside++) {
    const other = stackBeside(source, cell, width, beside, measures)
    if (other.height < best.height) best = other
  }
  return best
}

const NOTHING: Stack = { sheets: [], height: 0 }

const remembered = rememberCells<Stack>()

/** Everything outside of a cell that what stands in it is made of. */
function surroundings(source: MapSource, measures: MapMeasures): readonly unknown[] {
  const { snapshot, options } = source
  const { bin } = snapshot
  return [
    measures.textSize,
    options.metrics,
    options.showAuthors,
    options.showEvidence,
    options.showVotes,
    options.roundId,
    options.views.join(),
    snapshot.persons,
    bin.persons,
    snapshot.votes,
    snapshot.stage,
    snapshot.media,
    bin.media,
    snapshot.cardTypes,
    snapshot.touchpoints,
    bin.touchpoints,
    snapshot.channels,
    bin.channels,
    snapshot.placements,
    snapshot.ratings,
    snapshot.agreedValues,
    bin.cards,
  ]
}

function contentsOf({ cards, placements }: CellSource): readonly unknown[] {
  if (placements.length === 0) return cards
  return [...cards, ...placements.flatMap((each) => [each.placement, ...each.cards])]
}

export function stackCells(
  source: MapSource,
  plan: ColumnPlan,
  measures: MapMeasures,
): readonly StackedLane[] {
  const drawn = sketchDepths(source, measures)
  const around = surroundings(source, measures)
  return source.lanes.map((lane) => {
    const tone = laneTone(source, lane)
    const cells: StackedCell[] = []
    let highest = 0
    for (const column of plan.columns) {
      const { activity } = column
      if (!activity) continue
      const cell: CellPlan = { lane, tone, activity, content: source.cellOf(lane, activity.id) }
      const width = column.width - 2 * measures.cellPadding.x
      const inputs = [width, ...around, ...contentsOf(cell.content)]
      const stack = remembered(lane, activity.id, inputs, () => stackCell(source, cell, width, measures))
      highest = Math.max(highest, stack.height, drawn.get(cellKey(lane.id, activity.id)) ?? 0)
      cells.push({ column, activity, stack })
    }
    return { lane, tone, cells, highest }
  })
}
