/** Selecting several as a mode, for fingers that have no Shift key: a drag draws a frame, a tap adds or takes away. */
import type { Hit } from '../hit/hitAt.ts'
import { MapTool } from './MapTool.ts'
import type { DragState } from './ToolBehaviour.ts'
import { isMovable, isSelected, toggled } from './selectable.ts'

export class LassoTool extends MapTool {
  static override id = 'lasso'

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }

  override onTap(hit: Hit): void {
    const { session } = this
    if (hit.kind === 'item') session.selection.set(toggled(session.selection.get(), hit.item))
    else session.selection.set([])
  }

  override dragFor(hit: Hit): DragState {
    const { session } = this
    const caught = hit.kind === 'item' && isMovable(hit.item) && isSelected(session.selection.get(), hit.item)
    return caught && session.canEdit.get() ? 'dragging' : 'brushing'
  }
}
