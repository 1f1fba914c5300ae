/**
 * Moving without a pointer: where Alt and an arrow key bring the selected thing, as the same kind of drop that a finger
 * makes. Null where there is nowhere to go.
 */
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { DropTarget } from '../hit/dropTarget.ts'
import { takesCards } from '../hit/dropTarget.ts'
import type { MapCell, MapItem } from '../MapCanvasProps.ts'
import { activitiesOf, type Step } from './gridWalk.ts'

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 }
/** A keyboard needs no picture of the landing. */
const UNSEEN = { area: NOWHERE, line: NOWHERE }

export function keyboardMove(layout: MapLayout, item: MapItem, step: Step): DropTarget | null {
  switch (item.kind) {
    case 'card':
      return moveCard(layout, item.id, step)
    case 'activity':
      return step === 'left' || step === 'right' ? moveActivity(layout, item.id, step) : null
    case 'phase':
      return step === 'left' || step === 'right' ? movePhase(layout, item.id, step) : null
    case 'placement':
    case 'lane':
    case 'sketch':
    case 'persona':
      return null
  }
}

type CardItem = Extract<MapItem, { kind: 'card' }>
type ActivityItem = Extract<MapItem, { kind: 'activity' }>
type PhaseItem = Extract<MapItem, { kind: 'phase' }>

function moveCard(layout: MapLayout, id: CardItem['id'], step: Step): DropTarget | null {
  const card = layout.cards.find((each) => each.cardId === id)
  if (card === undefined || card.laneId === null || card.activityId === null) return null
  const cell: MapCell = { laneId: card.laneId, activityId: card.activityId }
  const inCell = cardsOf(layout, cell)
  const index = inCell.indexOf(id)
  const land = (to: MapCell, before: CardItem['id'] | null): DropTarget => ({
    kind: 'card',
    cell: to,
    placementId: null,
    before,
    ...UNSEEN,
  })
  if (step === 'left' || step === 'right') {
    const all = activitiesOf(layout)
    const activityId = all[all.indexOf(cell.activityId) + (step === 'right' ? 1 : -1)]
    return activityId === undefined ? null : land({ ...cell, activityId }, null)
  }
  if (step === 'up' && index > 0) return land(cell, inCell[index - 1] ?? null)
  if (step === 'down' && index < inCell.length - 1) return land(cell, inCell[index + 2] ?? null)
  const next = nextLane(layout, cell, step === 'down' ? 1 : -1)
  return next === null ? null : land(next, step === 'down' ? (cardsOf(layout, next)[0] ?? null) : null)
}

function cardsOf(layout: MapLayout, cell: MapCell): readonly CardItem['id'][] {
  return layout.cards.flatMap((card) =>
    card.laneId === cell.laneId && card.activityId === cell.activityId ? [card.cardId] : [],
  )
}

/** The next lane whose field takes cards. */
function nextLane(layout: MapLayout, from: MapCell, by: 1 | -1): MapCell | null {
  const lanes = layout.lanes.map((lane) => lane.laneId)
  for (let index = lanes.indexOf(from.laneId) + by; ; index += by) {
    const laneId = lanes[index]
    if (laneId === undefined) return null
    const cell = layout.cells.find((each) => each.laneId === laneId && each.activityId === from.activityId)
    if (cell !== undefined && takesCards(layout, cell)) return { laneId, activityId: from.activityId }
  }
}

function moveActivity(layout: MapLayout, id: ActivityItem['id'], step: 'left' | 'right'): DropTarget | null {
  const own = layout.columns.find((column) => column.activityId === id)
  if (own === undefined) return null
  const inPhase = layout.columns.flatMap((column) =>
    column.phaseId === own.phaseId && column.activityId !== null ? [column.activityId] : [],
  )
  const index = inPhase.indexOf(id)
  const land = (phaseId: typeof own.phaseId, before: ActivityItem['id'] | null): DropTarget => ({
    kind: 'activity',
    phaseId,
    before,
    ...UNSEEN,
  })
  if (step === 'left' && index > 0) return land(own.phaseId, inPhase[index - 1] ?? null)
  if (step === 'right' && index < inPhase.length - 1) return land(own.phaseId, inPhase[index + 2] ?? null)
  const phases = layout.phases.map((phase) => phase.phaseId)
  const phaseId = phases[phases.indexOf(own.phaseId) + (step === 'right' ? 1 : -1)]
  if (phaseId === undefined) return null
  const first = layout.columns.find((column) => column.phaseId === phaseId)?.activityId ?? null
  return land(phaseId, step === 'right' ? first : null)
}

function movePhase(layout: MapLayout, id: PhaseItem['id'], step: 'left' | 'right'): DropTarget | null {
  const phases = layout.phases.map((phase) => phase.phaseId)
  const index = phases.indexOf(id)
  const isPossible = step === 'left' ? index > 0 : index >= 0 && index < phases.length - 1
  if (!isPossible) return null
  return { kind: 'phase', before: phases[step === 'left' ? index - 1 : index + 2] ?? null, ...UNSEEN }
}
