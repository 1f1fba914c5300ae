/** A tap on an activity, its field on the curve or a touchpoint opens 1–10; pins are dragged. */
import type { Hit } from '../hit/hitAt.ts'
import type { RatingSubject } from '../MapActions.ts'
import { MapTool } from './MapTool.ts'
import type { DragState } from './ToolBehaviour.ts'

export class RateTool extends MapTool {
  static override id = 'rate'

  override onEnter(): void {
    this.editor.setCursor({ type: 'pointer', rotation: 0 })
  }

  override onTap(hit: Hit): void {
    const { session } = this
    const subject = session.canEdit.get() ? subjectOf(hit) : null
    session.rating.set(subject === null ? null : { subject, by: 'me' })
  }

  override dragFor(hit: Hit): DragState {
    return hit.kind === 'pin' && this.session.canEdit.get() ? 'pinning' : 'panning'
  }
}

function subjectOf(hit: Hit): RatingSubject | null {
  switch (hit.kind) {
    case 'item':
      if (hit.item.kind === 'activity' || hit.item.kind === 'placement') return hit.item
      return hit.cell === null ? null : { kind: 'activity', id: hit.cell.activityId }
    case 'cell':
    case 'curve':
      return { kind: 'activity', id: hit.cell.activityId }
    case 'pin':
      return { kind: 'activity', id: hit.activityId }
    case 'slot':
    case 'nothing':
      return null
  }
}
