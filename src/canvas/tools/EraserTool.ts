/** Rubs out sketches. The engine switches to the tool of this name when a pen is turned round. */
import { MapTool } from './MapTool.ts'
import type { DragState } from './ToolBehaviour.ts'

export class EraserTool extends MapTool {
  static override id = 'eraser'

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }

  override onTap(): void {}

  override pressFor(): DragState | null {
    return this.session.canEdit.get() ? 'erasing' : null
  }
}
