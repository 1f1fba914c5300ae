/** Step 6: the activities as arrow cards, one per column, all as high as the longest text needs, with their marks. */
import type { Activity } from '../../model/records/activity.ts'
import { painPointOf } from '../../model/select/marks.ts'
import { arrowOutline } from '../arrows.ts'
import type { ColumnLayout } from '../mapLayout.ts'
import type { PlacedSymbol } from '../placedSigns.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import type { Rect } from '../scene.ts'
import type { SymbolName } from '../symbols/symbolNames.ts'
import { moveText, setText, type TextBlock } from '../textBlock.ts'
import type { ColumnPlan } from './placeColumns.ts'
import type { MapSource } from './readMap.ts'

export interface ActivityRow {
  readonly columns: readonly ColumnLayout[]
  readonly height: number
  /** Below the marks, which stand out of the cards. */
  readonly bottom: number
}

/** Bolt and star stand on the lower edge, at the right. */
export function marksOf(
  source: MapSource,
  activity: Activity,
  card: Rect,
  measures: MapMeasures,
): readonly PlacedSymbol[] {
  const size = measures.arrow.mark
  const y = card.y + card.height - size * 0.62
  const names: SymbolName[] = []
  if (activity.momentOfTruth) names.push('star')
  if (painPointOf(source.snapshot, activity).marked) names.push('bolt')
  const right = card.x + card.width - size * 0.1
  const marks: PlacedSymbol[] = names.map((name, index) => ({
    name,
    x: right - (index + 1) * size * 1.08,
    y,
    size,
  }))
  if (activity.microMomentKind === null) return marks
  const small = size * 0.62
  const sign: PlacedSymbol = {
    name: activity.microMomentKind === 'objective' ? 'target' : 'spark',
    x: card.x + measures.arrow.padX,
    y: card.y + card.height - small - measures.arrow.padX,
    size: small,
  }
  return [sign, ...marks]
}

/** The text of an activity in a card of this width; `below` is the room its marks take at the foot. */
export function activityText(
  source: MapSource,
  activity: Activity,
  width: number,
  measures: MapMeasures,
): TextBlock {
  const { padX, tip } = measures.arrow
  const left = tip + padX * 0.6
  return setText(
    activity.text,
    measures.text.activity,
    { x: left, y: 0, width: Math.max(measures.textSize, width - left - padX * 0.5) },
    source.options.metrics,
  )
}

export function activityCardHeight(text: TextBlock, measures: MapMeasures): number {
  return text.height + measures.arrow.padY * 1.6 + measures.arrow.mark * 0.72
}

export function placeActivities(
  source: MapSource,
  plan: ColumnPlan,
  measures: MapMeasures,
  top: number,
): ActivityRow {
  const inset = measures.cellPadding.x
  const texts = plan.columns.map(({ activity, width }) =>
    activity ? activityText(source, activity, width - 2 * inset, measures) : null,
  )
  const heights = texts.map((text) => (text ? activityCardHeight(text, measures) : 0))
  const height = Math.max(4 * measures.textSize, ...heights)
  const columns = plan.columns.map((column, index): ColumnLayout => {
    const text = texts[index] ?? null
    const card = { x: column.x + inset, y: top, width: column.width - 2 * inset, height }
    return {
      key: column.key,
      phaseId: column.phase.phase.id,
      activityId: column.activity?.id ?? null,
      x: column.x,
      width: column.width,
      card,
      outline: arrowOutline(card, measures.arrow.tip, true),
      text: text && moveText(text, card.x, top + measures.arrow.padY),
      marks: column.activity ? marksOf(source, column.activity, card, measures) : [],
    }
  })
  const bottom = plan.columns.length === 0 ? top : top + height + measures.arrow.mark * 0.4
  return { columns, height, bottom }
}
