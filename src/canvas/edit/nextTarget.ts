/**
 * Where Enter and Tab lead while writing: the next card of the field, the next activity of the phase, the same lane one
 * activity further.
 */
import type { MapLayout } from '../../layout/mapLayout.ts'
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

/** What Tab opens: one column to the right, or to the left with Shift. */
export function afterTab(
  layout: MapLayout,
  snapshot: WorkshopSnapshot,
  target: EditTarget,
  step: 1 | -1,
): EditTarget | null {
  const columns = layout.columns.flatMap((column) => (column.activityId === null ? [] : [column.activityId]))
  const own = isDraft(target) || target.kind !== 'activity' ? null : target.id
  const cell = cellOfTarget(layout, target)
  const activityId = own ?? cell?.activityId
  if (activityId === undefined || activityId === null) return null
  const next = columns[columns.indexOf(activityId) + step]
  if (next === undefined) return null
  if (own !== null) return snapshot.activities.has(next) ? { kind: 'activity', id: next } : null
  if (cell === null) return null
  const isTouchpoint = isDraft(target) ? target.draft === 'placement' : target.kind === 'placement'
  if (isTouchpoint) return { draft: 'placement', activityId: next }
  return { draft: 'card', cell: { laneId: cell.laneId, activityId: next }, after: null }
}
