/**
 * Step 3: where the columns stand. All are equally wide unless a poster balances them; a gap parts the phases; an empty
 * phase keeps one column.
 */
import type { Activity } from '../../model/records/activity.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import type { MapSource, PhaseSource } from './readMap.ts'

export interface ColumnSpan {
  readonly key: string
  readonly phase: PhaseSource
  readonly activity: Activity | null
  readonly x: number
  readonly width: number
}

export interface PhaseSpan {
  readonly source: PhaseSource
  readonly x: number
  readonly width: number
  /** Left edge of the room for one more activity, when the map invites. */
  readonly slotX: number | null
}

export interface ColumnPlan {
  readonly left: number
  readonly right: number
  readonly columns: readonly ColumnSpan[]
  readonly phases: readonly PhaseSpan[]
}

export function placeColumns(source: MapSource, measures: MapMeasures): ColumnPlan {
  const { columnWidth, phaseGap, slotWidth } = measures
  const { inviting, columnShares } = source.options
  const left = measures.laneTitleWidth + phaseGap
  const columns: ColumnSpan[] = []
  const phases: PhaseSpan[] = []
  let x = left
  for (const phase of source.phases) {
    const start = x
    const activities: readonly (Activity | null)[] = phase.activities.length === 0 ? [null] : phase.activities
    for (const activity of activities) {
      const key = activity ? activity.id : `empty-${phase.phase.id}`
      const width = columnWidth * ((activity && columnShares?.get(activity.id)) ?? 1)
      columns.push({ key, phase, activity, x, width })
      x += width
    }
    const slotX = inviting && phase.activities.length > 0 ? x : null
    if (slotX !== null) x += slotWidth
    phases.push({ source: phase, x: start, width: x - start, slotX })
    x += phaseGap
  }
  const right = source.phases.length === 0 ? left + columnWidth : x - phaseGap
  return { left, right, columns, phases }
}
