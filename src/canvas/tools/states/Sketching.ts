/**
 * Ink under the pen or finger. The stroke lives in the session while it is drawn and becomes one record when the pen
 * is lifted; a second finger turns the stroke into a pinch and leaves nothing behind.
 */
import type { StrokePoint } from '../../sketch/Stroke.ts'
import { simplify } from '../../sketch/Stroke.ts'
import { SKETCH_COLOUR, SKETCH_WIDTH } from '../../sketch/sketchStyle.ts'
import { ToolState } from '../ToolState.ts'

/** Millimetres a simplified stroke may differ from the hand's. */
const TOLERANCE = 0.12

export class Sketching extends ToolState {
  static override id = 'sketching'
  static override useCoalescedEvents = true

  private points: StrokePoint[] = []
  private isPen = false

  override onEnter(): void {
    this.points = []
    this.isPen = this.editor.inputs.isPen
    this.add()
  }

  override onPointerMove(): void {
    this.add()
  }

  private add(): void {
    const { currentPagePoint, isPen } = this.editor.inputs
    const { x, y } = this.pointMm
    const before = this.points.at(-1)
    if (before !== undefined && before.x === x && before.y === y) return
    const pressure = isPen ? currentPagePoint.z : 0.5
    this.points.push({ x, y, pressure })
    this.session.stroke.set(this.strokeOf(this.points))
  }

  private strokeOf(points: readonly StrokePoint[]) {
    return { points, pen: this.isPen, colour: SKETCH_COLOUR, width: SKETCH_WIDTH }
  }

  override onPointerUp(): void {
    const points = simplify(this.points, TOLERANCE)
    this.parent.transition('idle')
    if (points.length > 0) this.session.actions.sketch(this.strokeOf(points))
  }

  override onCancel(): void {
    this.parent.transition('idle')
  }

  override onInterrupt(): void {
    this.parent.transition('idle')
  }

  override onExit(): void {
    this.points = []
    this.session.stroke.set(null)
  }
}
