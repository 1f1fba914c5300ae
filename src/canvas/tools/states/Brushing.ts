/** Draws the frame of the lasso; what it touches is selected when it is let go. */
import { itemsIn } from '../../hit/itemsIn.ts'
import { ToolState } from '../ToolState.ts'

export class Brushing extends ToolState {
  static override id = 'brushing'

  override onEnter(): void {
    this.onPointerMove()
  }

  override onPointerMove(): void {
    const { session } = this
    const frame = { from: this.originMm, to: this.pointMm }
    session.lasso.set(frame)
    session.selection.set(itemsIn(session.layout.get(), session.sketches.get(), frame))
  }

  override onPointerUp(): void {
    this.parent.transition('idle')
  }

  override onCancel(): void {
    this.session.selection.set([])
    this.parent.transition('idle')
  }

  override onInterrupt(): void {
    this.parent.transition('idle')
  }

  override onExit(): void {
    this.session.lasso.set(null)
  }
}
