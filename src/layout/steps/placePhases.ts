/** Step 4: the phases as arrows above their columns, all as high as the one with the longest name needs. */
import { arrowOutline } from '../arrows.ts'
import type { PhaseLayout, SlotLayout } from '../mapLayout.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import { moveText, setText } from '../textBlock.ts'
import type { ColumnPlan, PhaseSpan } from './placeColumns.ts'
import type { MapSource } from './readMap.ts'

export interface PhaseRow {
  readonly phases: readonly PhaseLayout[]
  readonly bottom: number
}

export function placePhases(
  source: MapSource,
  plan: ColumnPlan,
  measures: MapMeasures,
  top: number,
): PhaseRow {
  const { padX, padY, tip } = measures.phase
  const style = measures.text.phase
  const texts = plan.phases.map((span) =>
    setText(
      span.source.phase.title,
      style,
      { x: span.x + tip + padX / 2, y: 0, width: Math.max(style.size, span.width - tip - padX) },
      source.options.metrics,
    ),
  )
  const height = Math.max(style.size * style.lineHeight, ...texts.map((text) => text.height)) + 2 * padY
  const phases = plan.phases.map((span, index): PhaseLayout => {
    const text = texts[index] ?? { lines: [], height: 0, width: 0 }
    const rect = { x: span.x, y: top, width: span.width, height }
    return {
      ...rect,
      phaseId: span.source.phase.id,
      colour: span.source.phase.colour || null,
      rank: span.source.rank,
      outline: arrowOutline(rect, tip, true),
      text: moveText(text, 0, top + (height - text.height) / 2),
    }
  })
  return { phases, bottom: plan.phases.length === 0 ? top : top + height }
}

/** The room for one more activity behind each phase, as high as the row of activities. */
export function placeSlots(
  plan: ColumnPlan,
  measures: MapMeasures,
  top: number,
  height: number,
): readonly SlotLayout[] {
  const inset = measures.cellPadding.x
  const slotOf = (span: PhaseSpan): SlotLayout[] =>
    span.slotX === null
      ? []
      : [
          {
            phaseId: span.source.phase.id,
            x: span.slotX + measures.arrow.tip,
            y: top,
            width: measures.slotWidth - measures.arrow.tip - inset,
            height,
          },
        ]
  return plan.phases.flatMap(slotOf)
}
