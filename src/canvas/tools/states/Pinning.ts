/** A pin follows the finger up and down its activity; letting go records what the group agreed, in one command. */
import type { TLPointerEventInfo } from '@tldraw/editor'
import { yToValue } from '../../../layout/curveLayout.ts'
import type { Hit } from '../../hit/hitAt.ts'
import { ToolState } from '../ToolState.ts'

/** Half points can be dragged; a tap gives whole ones. */
const STEP = 0.5

export class Pinning extends ToolState {
  static override id = 'pinning'

  private pin: Extract<Hit, { kind: 'pin' }> | null = null

  override onEnter(info: TLPointerEventInfo & { readonly hit?: Hit }): void {
    this.pin = info.hit?.kind === 'pin' ? info.hit : null
    this.editor.setCursor({ type: 'ns-resize', rotation: 0 })
    this.onPointerMove()
  }

  override onPointerMove(): void {
    const { pin, session } = this
    const curve = session.layout.get().curve
    if (pin === null || curve === null) return
    const value = yToValue(curve.plot, this.pointMm.y, STEP)
    session.pinDrag.set({ activityId: pin.activityId, view: pin.view, value })
  }

  override onPointerUp(): void {
    const drag = this.session.pinDrag.get()
    this.parent.transition('idle')
    if (drag !== null) this.session.actions.dragPin(drag.activityId, drag.view, drag.value)
  }

  override onCancel(): void {
    this.parent.transition('idle')
  }

  override onInterrupt(): void {
    this.parent.transition('idle')
  }

  override onExit(): void {
    this.pin = null
    this.session.pinDrag.set(null)
    this.editor.setCursor({ type: 'default', rotation: 0 })
  }
}
