/** Step 5: micromoments as a thin row of brackets over the neighbouring activities that name the same one. */
import type { MicroMoment } from '../../model/records/microMoment.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { MicroMomentLayout } from '../mapLayout.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import { setText } from '../textBlock.ts'
import type { ColumnPlan, ColumnSpan } from './placeColumns.ts'
import type { MapSource } from './readMap.ts'

export interface MicroMomentRow {
  readonly microMoments: readonly MicroMomentLayout[]
  readonly bottom: number
}

interface Run {
  readonly moment: MicroMoment
  readonly x: number
  right: number
  phaseId: string
}

function momentOf(source: MapSource, column: ColumnSpan): MicroMoment | undefined {
  const id = column.activity?.microMomentId ?? null
  return id === null
    ? undefined
    : source.snapshot.microMoments.get(standsFor(source.snapshot, 'microMoments', id))
}

function runsOf(source: MapSource, plan: ColumnPlan): readonly Run[] {
  const runs: Run[] = []
  let open: Run | undefined
  for (const column of plan.columns) {
    const moment = momentOf(source, column)
    if (!moment) {
      open = undefined
      continue
    }
    const phaseId = column.phase.phase.id
    if (open && open.moment.id === moment.id && open.phaseId === phaseId) open.right = column.x + column.width
    else {
      open = { moment, x: column.x, right: column.x + column.width, phaseId }
      runs.push(open)
    }
  }
  return runs
}

export function placeMicroMoments(
  source: MapSource,
  plan: ColumnPlan,
  measures: MapMeasures,
  top: number,
): MicroMomentRow {
  const runs = runsOf(source, plan)
  if (runs.length === 0) return { microMoments: [], bottom: top }
  const style = measures.text.micro
  const pad = measures.cellPadding.x
  const sign = style.size * 1.4
  const blocks = runs.map((run) =>
    setText(
      run.moment.title,
      style,
      {
        x: run.x + 2 * pad + sign,
        y: top + pad,
        width: Math.max(style.size, run.right - run.x - 4 * pad - sign),
      },
      source.options.metrics,
    ),
  )
  const height = Math.max(...blocks.map((block) => block.height)) + 2 * pad
  const microMoments = runs.map(
    (run, index): MicroMomentLayout => ({
      microMomentId: run.moment.id,
      kind: run.moment.kind,
      x: run.x + pad,
      y: top,
      width: run.right - run.x - 2 * pad,
      height,
      text: blocks[index] ?? { lines: [], height: 0, width: 0 },
    }),
  )
  return { microMoments, bottom: top + height }
}
