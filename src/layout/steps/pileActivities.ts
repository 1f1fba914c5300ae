/**
 * Step 11: the unsorted pile, right of the last phase. It grows downwards beside the map, so that eight people who
 * write activities never make the columns jump.
 */
import { arrowOutline } from '../arrows.ts'
import type { PileCard, PileLayout } from '../mapLayout.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import { packColumns } from '../packColumns.ts'
import { moveText, setText } from '../textBlock.ts'
import type { ColumnPlan } from './placeColumns.ts'
import { activityCardHeight, activityText, marksOf } from './placeActivities.ts'
import type { MapSource } from './readMap.ts'

/** Sheets below each other before the pile gets a further column. */
const DEEP = 12
const PAD = 0.8

/** How many columns wide the pile is; 0 when there is none. */
export function pileColumns(source: MapSource): number {
  if (source.pile.length === 0 && !source.options.inviting) return 0
  return Math.max(1, Math.ceil(source.pile.length / DEEP))
}

export function pileActivities(
  source: MapSource,
  plan: ColumnPlan,
  measures: MapMeasures,
  top: number,
): PileLayout | null {
  const columns = pileColumns(source)
  if (columns === 0) return null
  const { metrics, labels } = source.options
  const pad = PAD * measures.textSize
  const x = plan.right + measures.phase.tip + 2 * measures.phaseGap
  const inner = columns * measures.columnWidth
  const text = setText(
    labels.unsorted,
    measures.text.lane,
    { x: x + pad, y: top + pad, width: inner },
    metrics,
  )
  const titleHeight = text.height + 2 * pad
  const inset = measures.cellPadding.x
  const width = measures.columnWidth - 2 * inset - measures.arrow.tip
  const texts = source.pile.map((activity) => activityText(source, activity, width, measures))
  const heights = texts.map((block) => activityCardHeight(block, measures))
  const packed = packColumns(heights, columns, measures.sheetGap + measures.arrow.mark * 0.4)
  const activities = source.pile.map((activity, index): PileCard => {
    const spot = packed.spots[index] ?? { column: 0, y: 0 }
    const block = texts[index] ?? { lines: [], height: 0, width: 0 }
    const rect = {
      x: x + pad + spot.column * measures.columnWidth + inset,
      y: top + titleHeight + spot.y,
      width,
      height: heights[index] ?? 0,
    }
    return {
      ...rect,
      activityId: activity.id,
      outline: arrowOutline(rect, measures.arrow.tip, true),
      text: moveText(block, rect.x, rect.y + measures.arrow.padY),
      marks: marksOf(source, activity, rect, measures),
    }
  })
  const free = source.options.inviting ? measures.emptyLane * 1.4 : 0
  return {
    x,
    y: top,
    width: inner + 2 * pad,
    height: titleHeight + packed.height + free + pad + measures.arrow.mark * 0.4,
    title: { x, y: top, width: inner + 2 * pad, height: titleHeight },
    text,
    activities,
  }
}
