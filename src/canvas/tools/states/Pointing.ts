/**
 * Between press and lift: a lift is a tap, a movement becomes whatever the tool makes of it, a long press is offered to
 * the tool. Two taps in short succession at one place are a double tap, for pens too, which the engine does not count.
 */
import type { TLPointerEventInfo } from '@tldraw/editor'
import type { Point } from '../../camera/units.ts'
import type { Hit } from '../../hit/hitAt.ts'
import type { ToolBehaviour } from '../ToolBehaviour.ts'
import { ToolState } from '../ToolState.ts'

const DOUBLE_TAP_MS = 450
const DOUBLE_TAP_PX = 24

export class Pointing extends ToolState {
  static override id = 'pointing'

  private hit: Hit = { kind: 'nothing' }
  private info: TLPointerEventInfo | null = null
  private wasHeld = false
  private lastTap: { readonly at: number; readonly point: Point } | null = null

  private get tool(): ToolBehaviour {
    return this.parent as ToolBehaviour
  }

  override onEnter(info: TLPointerEventInfo): void {
    this.info = info
    this.wasHeld = false
    this.hit = this.hitUnderPointer
  }

  override onPointerMove(info: TLPointerEventInfo): void {
    if (!this.editor.inputs.isDragging) return
    const state = this.tool.dragFor(this.hit, this.info ?? info)
    this.tool.transition(state, { ...info, hit: this.hit, wasHeld: this.wasHeld })
  }

  override onLongPress(): void {
    this.wasHeld = this.tool.onHold(this.hit)
  }

  override onPointerUp(info: TLPointerEventInfo): void {
    const { currentScreenPoint } = this.editor.inputs
    const point = { x: currentScreenPoint.x, y: currentScreenPoint.y }
    const at = performance.now()
    const isSecond =
      this.lastTap !== null &&
      at - this.lastTap.at < DOUBLE_TAP_MS &&
      Math.hypot(point.x - this.lastTap.point.x, point.y - this.lastTap.point.y) < DOUBLE_TAP_PX
    this.lastTap = isSecond ? null : { at, point }
    const { hit, tool, wasHeld } = this
    tool.transition('idle')
    // A touch leaves the focus where it is, so an open text is closed here.
    this.session.editing.set(null)
    if (wasHeld) return
    if (isSecond) tool.onDoubleTap(hit)
    else tool.onTap(hit, info)
  }

  override onCancel(): void {
    this.tool.transition('idle')
  }

  override onInterrupt(): void {
    this.tool.transition('idle')
  }
}
