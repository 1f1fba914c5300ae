/** The questions that the shared states ask the tool they belong to. */
import type { StateNode, TLPointerEventInfo } from '@tldraw/editor'
import type { Hit } from '../hit/hitAt.ts'

export type DragState = 'panning' | 'dragging' | 'brushing' | 'pinning' | 'sketching' | 'erasing'

export interface ToolBehaviour extends StateNode {
  /** The pointer went up where it went down. */
  onTap(hit: Hit, info: TLPointerEventInfo): void
  onDoubleTap(hit: Hit): void
  /** What moving on from this hit becomes. */
  dragFor(hit: Hit, info: TLPointerEventInfo): DragState
  /** The state that a press enters at once, for tools where the first point counts; null waits for a movement. */
  pressFor(info: TLPointerEventInfo): DragState | null
  /** True when a long press did something and the following lift is no tap. */
  onHold(hit: Hit): boolean
}
