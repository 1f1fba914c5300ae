/**
 * What the states of all tools share: the session of their editor and points in millimetres. A tool of the map is a
 * root state with the same few children (idle, pointing, panning, …); it only says what a tap and a drag mean.
 */
import { StateNode } from '@tldraw/editor'
import { type Point, scaleOf, toMm } from '../camera/units.ts'
import type { Hit } from '../hit/hitAt.ts'
import { type MapSession, sessionOf } from '../session/MapSession.ts'

export abstract class ToolState extends StateNode {
  protected get session(): MapSession {
    return sessionOf(this.editor)
  }

  /** Where the pointer is now. */
  protected get pointMm(): Point {
    return toMm(this.editor.inputs.currentPagePoint)
  }

  /** Where it went down. */
  protected get originMm(): Point {
    return toMm(this.editor.inputs.originPagePoint)
  }

  protected get hitUnderPointer(): Hit {
    return this.session.hit(this.editor.inputs.currentScreenPoint)
  }

  /** Millimetres that a length on the screen covers at the current zoom. */
  protected mmOf(pixels: number): number {
    return pixels / scaleOf(this.editor.getCamera())
  }

  protected get isTouch(): boolean {
    return this.editor.getInstanceState().isCoarsePointer
  }
}
