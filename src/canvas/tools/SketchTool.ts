/** Ink from the first touch on. Leaving the tool lets fingers be pointers again. */
import { MapTool } from './MapTool.ts'
import type { DragState } from './ToolBehaviour.ts'

export class SketchTool extends MapTool {
  static override id = 'sketch'
  static override useCoalescedEvents = true

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }

  override onTap(): void {}

  override pressFor(): DragState | null {
    return this.session.canEdit.get() ? 'sketching' : null
  }

  override onExit(): void {
    this.session.pen.drawWithFingers()
  }
}
