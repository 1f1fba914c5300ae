/**
 * The tool of every day. A tap selects, a tap on an empty field writes a card, a double tap opens the text. A mouse
 * drags what is under it; a finger pans, and drags what it had selected or held, so that nobody shifts cards while
 * looking around. Holding selects several.
 */
import type { TLPointerEventInfo } from '@tldraw/editor'
import type { Hit } from '../hit/hitAt.ts'
import { MapTool } from './MapTool.ts'
import type { DragState } from './ToolBehaviour.ts'
import { isMovable, isSelected, isText, toggled } from './selectable.ts'
import { tapEmpty } from './tapEmpty.ts'

export class MoveTool extends MapTool {
  static override id = 'move'

  override onTap(hit: Hit, info: TLPointerEventInfo): void {
    const { session } = this
    const selection = session.selection.get()
    if (hit.kind === 'item') {
      const several = info.shiftKey || info.accelKey || (selection.length > 1 && this.isTouch)
      session.selection.set(several ? toggled(selection, hit.item) : [hit.item])
      session.focus.set(hit.cell)
      return
    }
    session.selection.set([])
    // A tap beside several things only lets go of them.
    if (selection.length <= 1) tapEmpty(session, hit)
  }

  override onDoubleTap(hit: Hit): void {
    const { session } = this
    if (hit.kind === 'item' && isText(hit.item) && session.canEdit.get()) session.editing.set(hit.item)
  }

  override onHold(hit: Hit): boolean {
    const { session } = this
    if (hit.kind !== 'item') return false
    const selection = session.selection.get()
    if (!isSelected(selection, hit.item)) session.selection.set(toggled(selection, hit.item))
    return true
  }

  override dragFor(hit: Hit, info: TLPointerEventInfo): DragState {
    const { session } = this
    if (info.shiftKey && hit.kind !== 'item') return 'brushing'
    if (!session.canEdit.get()) return 'panning'
    if (hit.kind === 'pin') return 'pinning'
    if (hit.kind !== 'item' || !isMovable(hit.item)) return 'panning'
    if (isSelected(session.selection.get(), hit.item)) return 'dragging'
    if (this.isTouch) return 'panning'
    session.selection.set([hit.item])
    return 'dragging'
  }
}
