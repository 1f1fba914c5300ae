/** Step 7: what lies in each cell, from top to bottom, before it is known where the lanes begin. */
import type { Activity } from '../../model/records/activity.ts'
import type { Card } from '../../model/records/card.ts'
import type { Lane } from '../../model/records/lane.ts'
import type { Placement } from '../../model/records/placement.ts'
import { cardBlock } from '../cardBlock.ts'
import { contentOfCard, laneTone, toneOf } from '../cardContent.ts'
import type { CardBlock, PlacementBlock } from '../mapLayout.ts'
import type { Tone } from '../placedSigns.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import { placementBlock } from '../placementBlock.ts'
import type { ColumnPlan, ColumnSpan } from './placeColumns.ts'
import type { MapSource } from './readMap.ts'

export type Sheet =
  | {
      readonly kind: 'card'
      readonly card: Card
      readonly tone: Tone
      readonly block: CardBlock
      readonly indent: number
    }
  | {
      readonly kind: 'placement'
      readonly placement: Placement
      readonly block: PlacementBlock
      readonly indent: number
    }

export interface StackedCell {
  readonly column: ColumnSpan
  readonly activity: Activity
  readonly sheets: readonly Sheet[]
  /** Of the sheets and the gaps between them. */
  readonly height: number
}

export interface StackedLane {
  readonly lane: Lane
  readonly tone: Tone
  readonly cells: readonly StackedCell[]
  readonly highest: number
}

function sheetsOf(
  source: MapSource,
  lane: Lane,
  tone: Tone,
  activity: Activity,
  width: number,
  measures: MapMeasures,
): readonly Sheet[] {
  const { metrics } = source.options
  const cell = source.cellOf(lane, activity.id)
  const indent = measures.card.padX
  const sheet = (card: Card, inset: number, showsTouchpoint: boolean): Sheet => ({
    kind: 'card',
    card,
    tone: toneOf(source, card, lane, tone),
    block: cardBlock(contentOfCard(source, card, showsTouchpoint), width - inset, measures, metrics),
    indent: inset,
  })
  return [
    ...cell.placements.flatMap(({ placement, cards }): readonly Sheet[] => [
      { kind: 'placement', placement, block: placementBlock(source, placement, width, measures), indent: 0 },
      ...cards.map((card) => sheet(card, indent, false)),
    ]),
    ...cell.cards.map((card) => sheet(card, 0, true)),
  ]
}

export function stackCells(
  source: MapSource,
  plan: ColumnPlan,
  measures: MapMeasures,
): readonly StackedLane[] {
  return source.lanes.map((lane) => {
    const tone = laneTone(source, lane)
    const cells: StackedCell[] = []
    let highest = 0
    for (const column of plan.columns) {
      if (!column.activity) continue
      const width = column.width - 2 * measures.cellPadding.x
      const sheets = sheetsOf(source, lane, tone, column.activity, width, measures)
      let height = measures.sheetGap * Math.max(0, sheets.length - 1)
      for (const sheet of sheets) height += sheet.block.height
      highest = Math.max(highest, height)
      cells.push({ column, activity: column.activity, sheets, height })
    }
    return { lane, tone, cells, highest }
  })
}
