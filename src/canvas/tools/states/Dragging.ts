/**
 * Replaces the engine's translating: nothing moves while a thing is dragged, only a preview shows where it would land,
 * and letting go is one command. So a text that somebody edits meanwhile merges, and nobody sees half a move.
 */
import type { TLTickEventInfo } from '@tldraw/editor'
import { dropTarget } from '../../hit/dropTarget.ts'
import { ToolState } from '../ToolState.ts'

export class Dragging extends ToolState {
  static override id = 'dragging'

  override onEnter(): void {
    this.editor.setCursor({ type: 'grabbing', rotation: 0 })
    this.preview()
  }

  override onPointerMove(): void {
    this.preview()
  }

  override onTick({ elapsed }: TLTickEventInfo): void {
    this.editor.edgeScrollManager.updateEdgeScrolling(elapsed)
  }

  private preview(): void {
    const { session } = this
    const items = session.selection.get()
    const to = this.pointMm
    session.drag.set({
      items,
      from: this.originMm,
      to,
      target: dropTarget(session.layout.get(), items, to),
    })
  }

  override onPointerUp(): void {
    const { session } = this
    const drag = session.drag.get()
    this.parent.transition('idle')
    if (drag === null) return
    const sketches = drag.items.filter((item) => item.kind === 'sketch').map((item) => item.id)
    if (sketches.length > 0) {
      session.actions.moveSketches(sketches, { x: drag.to.x - drag.from.x, y: drag.to.y - drag.from.y })
      return
    }
    if (drag.target === null) return
    session.actions.move(drag.items, drag.target)
    if (drag.target.kind === 'card') session.focus.set(drag.target.cell)
  }

  override onCancel(): void {
    this.parent.transition('idle')
  }

  override onInterrupt(): void {
    this.parent.transition('idle')
  }

  override onExit(): void {
    this.session.drag.set(null)
    this.editor.setCursor({ type: 'default', rotation: 0 })
  }
}
