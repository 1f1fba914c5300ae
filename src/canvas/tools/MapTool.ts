/**
 * The root state of every tool of the map. Subclasses answer two questions, what a tap does and what a drag becomes;
 * the children know how to carry it out. A drag pans unless a tool says otherwise.
 */
import type { TLPointerEventInfo, TLStateNodeConstructor } from '@tldraw/editor'
import type { Hit } from '../hit/hitAt.ts'
import { Brushing } from './states/Brushing.ts'
import { Dragging } from './states/Dragging.ts'
import { Erasing } from './states/Erasing.ts'
import { Idle } from './states/Idle.ts'
import { Panning } from './states/Panning.ts'
import { Pinning } from './states/Pinning.ts'
import { Pointing } from './states/Pointing.ts'
import { Sketching } from './states/Sketching.ts'
import type { DragState, ToolBehaviour } from './ToolBehaviour.ts'
import { ToolState } from './ToolState.ts'

export abstract class MapTool extends ToolState implements ToolBehaviour {
  static override initial = 'idle'
  static override children = (): TLStateNodeConstructor[] => [
    Idle,
    Pointing,
    Panning,
    Dragging,
    Brushing,
    Pinning,
    Sketching,
    Erasing,
  ]

  abstract onTap(hit: Hit, info: TLPointerEventInfo): void

  onDoubleTap(_hit: Hit): void {}

  dragFor(_hit: Hit, _info: TLPointerEventInfo): DragState {
    return 'panning'
  }

  pressFor(_info: TLPointerEventInfo): DragState | null {
    return null
  }

  onHold(_hit: Hit): boolean {
    return false
  }

  override onEnter(): void {
    this.editor.setCursor({ type: 'default', rotation: 0 })
  }

  override onCancel(): void {
    this.session.chooseTool('move')
  }
}
