/** What "one more" means for a selected thing: another card in its field, an activity or a phase behind it. */
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { Draft } from '../edit/EditTarget.ts'
import type { MapItem } from '../MapCanvasProps.ts'

export interface NextDraft {
  readonly draft: Draft
  readonly label: 'canvas.addCardHere' | 'canvas.addActivityAfter' | 'canvas.addPhaseAfter'
}

export function draftAfter(layout: MapLayout, item: MapItem): NextDraft | null {
  switch (item.kind) {
    case 'card': {
      const card = layout.cards.find((each) => each.cardId === item.id)
      if (card === undefined || card.laneId === null || card.activityId === null) return null
      const cell = { laneId: card.laneId, activityId: card.activityId }
      return { draft: { draft: 'card', cell, after: item.id }, label: 'canvas.addCardHere' }
    }
    case 'activity': {
      const columns = layout.columns.filter((column) => column.activityId !== null)
      const index = columns.findIndex((column) => column.activityId === item.id)
      const own = columns[index]
      const piled = layout.pile?.activities.some((card) => card.activityId === item.id) ?? false
      if (own === undefined && !piled) return null
      const next = columns[index + 1]
      const before = own !== undefined && next?.phaseId === own.phaseId ? next.activityId : null
      return {
        draft: { draft: 'activity', phaseId: own?.phaseId ?? null, before },
        label: 'canvas.addActivityAfter',
      }
    }
    case 'phase': {
      const index = layout.phases.findIndex((phase) => phase.phaseId === item.id)
      const before = layout.phases[index + 1]?.phaseId ?? null
      return { draft: { draft: 'phase', before }, label: 'canvas.addPhaseAfter' }
    }
    case 'placement':
    case 'lane':
    case 'sketch':
    case 'persona':
      return null
  }
}
