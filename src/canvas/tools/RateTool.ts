/** A tap on an activity, its field on the curve or a touchpoint opens 1–10; pins are dragged. */
import type { Hit } from '../hit/hitAt.ts'
import { MapTool } from './MapTool.ts'
import type { DragState } from './ToolBehaviour.ts'
import { tapEmpty } from './tapEmpty.ts'

export class RateTool extends MapTool {
  static override id = 'rate'

  override onEnter(): void {
    this.editor.setCursor({ type: 'pointer', rotation: 0 })
  }

  override onTap(hit: Hit): void {
    const { session } = this
    if (!session.canEdit.get()) return
    if (hit.kind === 'item' && (hit.item.kind === 'activity' || hit.item.kind === 'placement')) {
      session.rating.set(hit.item)
    } else if (hit.kind === 'cell' || (hit.kind === 'item' && hit.cell !== null)) {
      const cell = hit.cell
      if (cell !== null) session.rating.set({ kind: 'activity', id: cell.activityId })
    } else tapEmpty(session, hit)
  }

  override dragFor(hit: Hit): DragState {
    return hit.kind === 'pin' && this.session.canEdit.get() ? 'pinning' : 'panning'
  }
}
