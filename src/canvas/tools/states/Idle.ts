/** Waits for a pointer. Keyboard work of the map is done by the grid's own key handling, not here. */
import type { TLPointerEventInfo } from '@tldraw/editor'
import type { ToolBehaviour } from '../ToolBehaviour.ts'
import { ToolState } from '../ToolState.ts'

export class Idle extends ToolState {
  static override id = 'idle'

  override onPointerDown(info: TLPointerEventInfo): void {
    if (this.session.mode.get() === 'wall') return
    this.session.isWalking.set(false)
    const tool = this.parent as ToolBehaviour
    const press = tool.pressFor(info)
    tool.transition(press ?? 'pointing', info)
  }
}
