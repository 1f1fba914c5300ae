/** Step 10: cards that lost their place, in a row of their own below the lanes; only there when something is in it. */
import { cardBlock } from '../cardBlock.ts'
import { contentOfCard, toneOf } from '../cardContent.ts'
import { PLAIN_TONE } from '../laneSymbols.ts'
import type { BoxLayout, PlacedCard } from '../mapLayout.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import { packColumns } from '../packColumns.ts'
import { placedCard } from '../placedCards.ts'
import { setText } from '../textBlock.ts'
import { LANE_TITLE_PADDING } from './measureMap.ts'
import type { ColumnPlan } from './placeColumns.ts'
import type { MapSource } from './readMap.ts'

export interface ParkedRow {
  readonly parkingLot: BoxLayout | null
  readonly cards: readonly PlacedCard[]
  readonly bottom: number
}

export function parkCards(
  source: MapSource,
  plan: ColumnPlan,
  measures: MapMeasures,
  top: number,
): ParkedRow {
  if (source.parked.length === 0) return { parkingLot: null, cards: [], bottom: top }
  const { x: padX, y: padY } = measures.cellPadding
  const { metrics, labels } = source.options
  const y = top + measures.laneGap
  const pad = LANE_TITLE_PADDING * measures.textSize
  const titleWidth = measures.laneTitleWidth
  const text = setText(
    labels.parkingLot,
    measures.text.lane,
    { x: pad, y: y + pad, width: titleWidth - 2 * pad },
    metrics,
  )
  const left = plan.left
  const perRow = Math.max(1, Math.floor((plan.right - left) / measures.columnWidth))
  const width = measures.columnWidth - 2 * padX
  const blocks = source.parked.map((card) =>
    cardBlock(contentOfCard(source, card, true), width, measures, metrics),
  )
  const packed = packColumns(
    blocks.map(({ height }) => height),
    perRow,
    measures.sheetGap,
  )
  const cards = source.parked.map((card, index): PlacedCard => {
    const spot = packed.spots[index] ?? { column: 0, y: 0 }
    const block = blocks[index]
    if (!block) throw new Error(`parkCards: card ${card.id} has no block`)
    const lane = card.place.laneId === null ? undefined : source.snapshot.bin.lanes.get(card.place.laneId)
    const home = {
      laneId: null,
      activityId: null,
      placementId: null,
      x: left + spot.column * measures.columnWidth + padX,
      y: y + padY + spot.y,
    }
    return placedCard(card, home, toneOf(source, card, lane ?? null, PLAIN_TONE), block)
  })
  const height = Math.max(packed.height + 2 * padY, text.height + 2 * pad)
  const rect = { x: 0, y, width: plan.right, height }
  return {
    parkingLot: { ...rect, title: { x: 0, y, width: titleWidth, height }, text },
    cards,
    bottom: y + height,
  }
}
