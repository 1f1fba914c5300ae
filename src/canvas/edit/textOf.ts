/** The texts that can be typed on the map, as they stand in the workshop and where the layout put them. */
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { Rect } from '../../layout/scene.ts'
import type { TextStyle } from '../../layout/textBlock.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { itemRect } from '../hit/itemRect.ts'
import type { MapText } from '../MapCanvasProps.ts'
import { type EditTarget, isDraft } from './EditTarget.ts'

/** Undefined when the record is gone, for example because somebody else deleted it. */
export function textOf(snapshot: WorkshopSnapshot, text: MapText): string | undefined {
  switch (text.kind) {
    case 'card':
      return snapshot.cards.get(text.id)?.text
    case 'activity':
      return snapshot.activities.get(text.id)?.text
    case 'phase':
      return snapshot.phases.get(text.id)?.title
    case 'lane':
      return snapshot.lanes.get(text.id)?.title
    case 'placement': {
      const touchpointId = snapshot.placements.get(text.id)?.touchpointId ?? null
      return touchpointId === null ? undefined : snapshot.touchpoints.get(touchpointId)?.name
    }
  }
}

export interface TextPlace {
  /** The sheet, in millimetres. */
  readonly sheet: Rect
  /** What is marked for a draft whose sheet will need more room than there is yet. */
  readonly spot?: Rect
  readonly style: TextStyle
  readonly tint: 'sheet' | 'activity' | 'phase'
}

/** The sheet under the text, or where a draft's sheet will be. */
export function placeOf(layout: MapLayout, target: EditTarget): TextPlace | undefined {
  const { text } = layout.measures
  if (isDraft(target)) return placeOfDraft(layout, target)
  const sheet = itemRect(layout, [], target)
  if (sheet === undefined) return undefined
  switch (target.kind) {
    case 'card':
      return { sheet, style: text.card, tint: 'sheet' }
    case 'placement':
      return { sheet, style: text.placement, tint: 'sheet' }
    case 'lane':
      return { sheet, style: text.lane, tint: 'sheet' }
    case 'activity':
      return { sheet, style: text.activity, tint: 'activity' }
    case 'phase':
      return { sheet, style: text.phase, tint: 'phase' }
  }
}

function placeOfDraft(
  layout: MapLayout,
  draft: Extract<EditTarget, { draft: string }>,
): TextPlace | undefined {
  const { measures } = layout
  const { text } = measures
  const height = 2.4 * measures.textSize
  switch (draft.draft) {
    case 'card': {
      const cell = layout.cells.find(
        (each) => each.laneId === draft.cell.laneId && each.activityId === draft.cell.activityId,
      )
      const after = layout.cards.find((card) => card.cardId === draft.after)
      if (cell === undefined) return undefined
      const y = after === undefined ? cell.free.y : after.y + after.height + measures.sheetGap
      return { sheet: { x: cell.free.x, y, width: cell.free.width, height }, style: text.card, tint: 'sheet' }
    }
    case 'placement': {
      const lane = layout.lanes.find((each) => each.tone.kind === 'touchpoints')
      const cell = layout.cells.find(
        (each) => each.laneId === lane?.laneId && each.activityId === draft.activityId,
      )
      return cell && { sheet: { ...cell.free, height }, style: text.placement, tint: 'sheet' }
    }
    case 'activity': {
      // Null is the end of the phase, and also what the empty columns of other phases have for an activity.
      const next =
        draft.before === null
          ? undefined
          : layout.columns.find((column) => column.activityId === draft.before)?.card
      const slot = layout.slots.find((each) => each.phaseId === draft.phaseId)
      const empty = layout.columns.find((each) => each.activityId === null && each.phaseId === draft.phaseId)
      const spot = next ?? slot ?? empty?.card ?? (draft.phaseId === null ? lastOfPile(layout) : undefined)
      if (spot === undefined) return undefined
      const sheet = { ...spot, width: measures.columnWidth }
      return { sheet, ...(spot === slot ? { spot } : {}), style: text.activity, tint: 'activity' }
    }
    case 'phase': {
      const next = layout.phases.find((phase) => phase.phaseId === draft.before)
      const last = layout.phases.at(-1)
      const x = next?.x ?? (last === undefined ? layout.grid.x : last.x + last.width)
      const { y, height: high } = last ?? { ...layout.grid, height }
      const sheet = { x, y, width: measures.columnWidth, height: high }
      return { sheet, style: text.phase, tint: 'phase' }
    }
  }
}

function lastOfPile(layout: MapLayout): Rect | undefined {
  const { pile, measures } = layout
  if (pile === null) return undefined
  const last = pile.activities.at(-1)
  const height = 2.6 * measures.textSize
  if (last === undefined) return { x: pile.title.x, y: pile.title.y + pile.title.height, width: 0, height }
  return { ...last, y: last.y + last.height + measures.sheetGap, height }
}
