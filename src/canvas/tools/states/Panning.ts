/** One finger, or the mouse on empty ground, moves the map; it glides on a little when let go in motion. */
import { Vec } from '@tldraw/editor'
import { ToolState } from '../ToolState.ts'

export class Panning extends ToolState {
  static override id = 'panning'

  override onEnter(): void {
    this.editor.stopCameraAnimation()
    this.editor.setCursor({ type: 'grabbing', rotation: 0 })
    this.onPointerMove()
  }

  override onPointerMove(): void {
    const { currentScreenPoint, previousScreenPoint } = this.editor.inputs
    const moved = Vec.Sub(currentScreenPoint, previousScreenPoint)
    if (moved.x === 0 && moved.y === 0) return
    const { x, y, z } = this.editor.getCamera()
    this.editor.setCamera(new Vec(x + moved.x / z, y + moved.y / z, z), { immediate: true })
  }

  override onPointerUp(): void {
    const direction = this.editor.inputs.pointerVelocity
    const speed = Math.min(2, direction.len())
    if (speed > 0.1 && !this.editor.user.getAnimationSpeed()) this.parent.transition('idle')
    else {
      if (speed > 0.1) this.editor.slideCamera({ speed, direction, friction: 0.1 })
      this.parent.transition('idle')
    }
  }

  override onCancel(): void {
    this.parent.transition('idle')
  }

  override onInterrupt(): void {
    this.parent.transition('idle')
  }

  override onExit(): void {
    this.editor.setCursor({ type: 'default', rotation: 0 })
  }
}
