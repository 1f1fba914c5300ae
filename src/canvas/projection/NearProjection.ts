/**
 * Keeps the engine's store equal to the window of the map around the viewport. Told the parts and the window; writes
 * record by record through the guard, a slice per step.
 */
import { createShapeId, type Editor, type TLShapeId } from '@tldraw/editor'
import type { Rect } from '../../layout/scene.ts'
import { rectToPage } from '../camera/units.ts'
import type { ProjectionGuard } from '../engine/guardProjection.ts'
import type { MapPart } from './MapPart.ts'
import { type MapPartShape, MapPartShapeUtil } from './MapPartShape.tsx'
import { MOUNT_PER_SLICE, planProjection } from './planProjection.ts'
import { stackingKey } from './stackingKey.ts'
import { inWindow } from './windowOf.ts'

export class NearProjection {
  private readonly editor: Editor
  private readonly guard: ProjectionGuard
  private readonly mounted = new Map<string, MapPart>()
  /** Numbers the parts as they are mounted, so that every shape has a place of its own in the stack. */
  private readonly serials = new Map<string, number>()
  private nextSerial = 0
  private parts: readonly MapPart[] = []
  private window: Rect | null = null

  constructor(editor: Editor, guard: ProjectionGuard) {
    this.editor = editor
    this.guard = guard
  }

  setParts(parts: readonly MapPart[]): void {
    this.parts = parts
  }

  /** Null while the far layer is enough. */
  setWindow(window: Rect | null): void {
    this.window = window
  }

  /** One slice; true when the store shows all of the window. */
  step(): boolean {
    const wanted = this.window === null ? [] : inWindow(this.parts, this.window)
    const plan = planProjection(this.mounted, wanted, MOUNT_PER_SLICE)
    if (plan.put.length > 0 || plan.remove.length > 0) {
      this.guard.write(() => {
        this.editor.store.remove(plan.remove.map(shapeIdOf))
        this.editor.store.put(plan.put.map((part) => this.shapeOf(part)))
      })
    }
    for (const id of plan.remove) {
      this.mounted.delete(id)
      this.serials.delete(id)
    }
    for (const part of plan.put) this.mounted.set(part.id, part)
    return plan.pending === 0
  }

  private shapeOf(part: MapPart): MapPartShape {
    const page = rectToPage(part.rect)
    return {
      id: shapeIdOf(part.id),
      typeName: 'shape',
      type: MapPartShapeUtil.type,
      x: page.x,
      y: page.y,
      rotation: 0,
      index: stackingKey(part.layer, this.serialOf(part.id)),
      parentId: this.editor.getCurrentPageId(),
      isLocked: true,
      opacity: 1,
      props: { w: page.width, h: page.height, part },
      meta: {},
    }
  }

  private serialOf(id: string): number {
    const known = this.serials.get(id)
    if (known !== undefined) return known
    this.serials.set(id, this.nextSerial)
    this.nextSerial += 1
    return this.nextSerial - 1
  }
}

function shapeIdOf(partId: string): TLShapeId {
  return createShapeId(partId)
}
