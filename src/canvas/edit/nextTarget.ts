/**
 * Where Enter and Tab lead while writing: the next card of the field, the next activity of the phase, the same lane one
 * activity further, the course of the journey through all its phases.
 */
import type { ColumnLayout, MapLayout } from '../../layout/mapLayout.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { MapCell } from '../MapCanvasProps.ts'
import { draftAfter } from '../overlay/draftAfter.ts'
import { type EditTarget, isDraft } from './EditTarget.ts'

/** The field a text stands in; null for texts outside of the grid. */
export function cellOfTarget(layout: MapLayout, target: EditTarget): MapCell | null {
  if (isDraft(target)) {
    if (target.draft === 'card') return target.cell
    return target.draft === 'placement' ? touchpointCell(layout, target.activityId) : null
  }
  if (target.kind === 'card') {
    const card = layout.cards.find((each) => each.cardId === target.id)
    if (card === undefined || card.laneId === null || card.activityId === null) return null
    return { laneId: card.laneId, activityId: card.activityId }
  }
  if (target.kind !== 'placement') return null
  const placement = layout.placements.find((each) => each.placementId === target.id)
  return placement === undefined ? null : touchpointCell(layout, placement.activityId)
}

function touchpointCell(layout: MapLayout, activityId: MapCell['activityId']): MapCell | null {
  const lane = layout.lanes.find((each) => each.tone.kind === 'touchpoints')
  return lane === undefined ? null : { laneId: lane.laneId, activityId }
}

/** What Enter opens; null closes the text. */
export function afterEnter(layout: MapLayout, target: EditTarget): EditTarget | null {
  if (isDraft(target)) return null
  if (target.kind === 'activity') return draftAfter(layout, target)?.draft ?? null
  const cell = cellOfTarget(layout, target)
  if (cell === null) return null
  if (target.kind === 'placement') return { draft: 'placement', activityId: cell.activityId }
  return target.kind === 'card' ? { draft: 'card', cell, after: target.id } : null
}

/** What Tab opens: one column to the right, or to the left with Shift; null where the map ends. */
export function afterTab(
  layout: MapLayout,
  snapshot: WorkshopSnapshot,
  target: EditTarget,
  step: 1 | -1,
): EditTarget | null {
  const course = besideInCourse(layout, target, step)
  if (course !== null) return activityIn(snapshot, layout.columns[course])
  const columns = layout.columns.flatMap((column) => (column.activityId === null ? [] : [column.activityId]))
  const cell = cellOfTarget(layout, target)
  if (cell === null) return null
  const next = columns[columns.indexOf(cell.activityId) + step]
  if (next === undefined) return null
  const isTouchpoint = isDraft(target) ? target.draft === 'placement' : target.kind === 'placement'
  if (isTouchpoint) return { draft: 'placement', activityId: next }
  return { draft: 'card', cell: { laneId: cell.laneId, activityId: next }, after: null }
}

/** Which column lies beside the activity that is written; null while something else is. */
function besideInCourse({ columns }: MapLayout, target: EditTarget, step: 1 | -1): number | null {
  if (!isDraft(target)) {
    if (target.kind !== 'activity') return null
    return columns.findIndex((column) => column.activityId === target.id) + step
  }
  if (target.draft !== 'activity' || target.phaseId === null) return null
  const { phaseId, before } = target
  const last = columns.findLastIndex((column) => column.phaseId === phaseId)
  // A draft stands between two columns, or in the place of the empty one of its phase.
  if (before === null && columns[last]?.activityId === null) return last + step
  const behind = before === null ? last + 1 : columns.findIndex((column) => column.activityId === before)
  return step === 1 ? behind : behind - 1
}

/** Whoever writes the course of the journey begins the phases that have no activity yet on the way. */
function activityIn(snapshot: WorkshopSnapshot, column: ColumnLayout | undefined): EditTarget | null {
  if (column === undefined) return null
  const { activityId, phaseId } = column
  if (activityId === null) return { draft: 'activity', phaseId, before: null }
  return snapshot.activities.has(activityId) ? { kind: 'activity', id: activityId } : null
}
