/** A drop as commands of the model: what landed where, in the order in which it stood before. */
import type { CommandResult } from '../../model/commandResult.ts'
import { moveActivities } from '../../model/commands/moveActivities.ts'
import { moveCards } from '../../model/commands/moveCards.ts'
import { movePlacement } from '../../model/commands/movePlacement.ts'
import { reorderRecord } from '../../model/commands/reorderRecord.ts'
import type { CardId } from '../../model/records/card.ts'
import type { PlacementId } from '../../model/records/placement.ts'
import type { DropTarget } from '../hit/dropTarget.ts'
import type { MapItem } from '../MapCanvasProps.ts'
import type { ActionContext } from './ActionContext.ts'

export function moveItems(
  context: ActionContext,
  items: readonly MapItem[],
  target: DropTarget,
): CommandResult<unknown> {
  const { workshop } = context
  const actor = context.actor()
  const journeyId = context.journeyId()
  switch (target.kind) {
    case 'card':
      return moveTheCards(context, items, target)
    case 'activity': {
      const activityIds = items.flatMap((item) => (item.kind === 'activity' ? [item.id] : []))
      const position = target.before === null ? 'last' : { before: target.before }
      return moveActivities(workshop, actor, { activityIds, journeyId, phaseId: target.phaseId, position })
    }
    case 'placement':
      return eachInTurn(items, (item) => {
        if (item.kind !== 'placement') return null
        const position = target.before === null ? 'last' : { before: target.before }
        return movePlacement(workshop, actor, {
          placementId: item.id,
          activityId: target.activityId,
          position,
        })
      })
    case 'phase':
      return eachInTurn(items, (item) => {
        if (item.kind !== 'phase') return null
        const position = target.before === null ? 'last' : { before: target.before }
        return reorderRecord(workshop, actor, { table: 'phases', id: item.id, position })
      })
  }
}

function eachInTurn(
  items: readonly MapItem[],
  move: (item: MapItem) => CommandResult<unknown> | null,
): CommandResult<unknown> {
  for (const item of items) {
    const result = move(item)
    if (result !== null && !result.ok) return result
  }
  return { ok: true, value: null }
}

/**
 * A card stays about its touchpoint when it only changes the lane or its place under the same activity; cards with
 * different touchpoints therefore move in groups, in the order in which they stood.
 */
function moveTheCards(
  context: ActionContext,
  items: readonly MapItem[],
  target: Extract<DropTarget, { kind: 'card' }>,
): CommandResult<unknown> {
  const { workshop } = context
  const snapshot = workshop.snapshot()
  const position = target.before === null ? 'last' : { before: target.before }
  const groups = new Map<PlacementId | null, CardId[]>()
  for (const cardId of inMapOrder(context, items)) {
    const place = snapshot.cards.get(cardId)?.place
    const kept =
      target.cell !== null && place?.activityId === target.cell.activityId ? place.placementId : null
    const placementId = target.placementId ?? kept
    groups.set(placementId, [...(groups.get(placementId) ?? []), cardId])
  }
  for (const [placementId, cardIds] of groups) {
    const cell = target.cell ?? { laneId: null, activityId: null }
    const result = moveCards(workshop, context.actor(), { cardIds, ...cell, placementId, position })
    if (!result.ok) return result
  }
  return { ok: true, value: null }
}

function inMapOrder(context: ActionContext, items: readonly MapItem[]): readonly CardId[] {
  const chosen = new Set(items.flatMap((item) => (item.kind === 'card' ? [item.id] : [])))
  return context.layout().cards.flatMap((card) => (chosen.has(card.cardId) ? [card.cardId] : []))
}
