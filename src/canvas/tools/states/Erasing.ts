/** Sketches that the eraser touches fade at once and go into the bin together when it is lifted. */
import { distanceToStroke } from '../../sketch/Stroke.ts'
import { ToolState } from '../ToolState.ts'

const REACH_PX = 14

export class Erasing extends ToolState {
  static override id = 'erasing'

  override onEnter(): void {
    this.onPointerMove()
  }

  override onPointerMove(): void {
    const { session } = this
    const point = this.pointMm
    const reach = this.mmOf(REACH_PX)
    const touched = session.sketches
      .get()
      .filter((sketch) => distanceToStroke(point, sketch.points) <= reach + sketch.strokeWidth / 2)
      .map((sketch) => sketch.sketchId)
    if (touched.length > 0) session.erasing.set(new Set([...session.erasing.get(), ...touched]))
  }

  override onPointerUp(): void {
    const ids = [...this.session.erasing.get()]
    this.parent.transition('idle')
    if (ids.length > 0) this.session.actions.remove(ids.map((id) => ({ kind: 'sketch', id })))
  }

  override onCancel(): void {
    this.parent.transition('idle')
  }

  override onInterrupt(): void {
    this.parent.transition('idle')
  }

  override onExit(): void {
    this.session.erasing.set(new Set())
  }
}
