/**
 * The engine latches a pen mode at the first touch of a pen and then drops every finger, in every tool and for ever.
 * Here the pen is an ordinary pointer, except while sketching: there the pen draws and fingers pan, so that a resting
 * palm leaves no mark. `atom` says whether that is so now; the sketch tool shows the way out of it.
 */
import { type Atom, atom, type Editor } from '@tldraw/editor'
import type { Disposer } from '../../shared/disposer.ts'

export interface PenAndFingers {
  /** True while a pen draws and fingers pan. */
  readonly penOnly: Atom<boolean>
  /** The way out: fingers are pointers again until a pen touches the next time. */
  readonly drawWithFingers: () => void
  readonly dispose: Disposer
}

export function penAndFingers(editor: Editor, isSketching: () => boolean): PenAndFingers {
  const penOnly = atom('pen only', false)
  const onEvent: Parameters<typeof editor.on<'before-event'>>[1] = (info) => {
    if (info.type !== 'pointer') return
    if (isSketching()) {
      if (info.isPen && info.name === 'pointer_down') penOnly.set(true)
      return
    }
    info.isPen = false
  }
  editor.on('before-event', onEvent)
  const stopLatching = editor.sideEffects.registerBeforeChangeHandler('instance', (_before, after) => {
    const wanted = isSketching() && penOnly.get()
    return after.isPenMode === wanted ? after : { ...after, isPenMode: wanted }
  })
  const stopPanning = panWithFingers(editor, () => isSketching() && penOnly.get())
  return {
    penOnly,
    drawWithFingers: () => {
      penOnly.set(false)
      if (editor.getInstanceState().isPenMode) editor.updateInstanceState({ isPenMode: false })
    },
    dispose: () => {
      editor.off('before-event', onEvent)
      stopLatching()
      stopPanning()
    },
  }
}

/** While the engine ignores fingers, one finger pans; two still pinch through the engine's own gestures. */
function panWithFingers(editor: Editor, isActive: () => boolean): Disposer {
  const container = editor.getContainer()
  const fingers = new Map<number, { x: number; y: number }>()
  const onDown = (event: PointerEvent) => {
    if (event.pointerType === 'touch' && isActive())
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
  }
  const onMove = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId)
    if (before === undefined) return
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (fingers.size !== 1 || editor.inputs.isPinching) return
    const { x, y, z } = editor.getCamera()
    editor.setCamera({ x: x + (event.clientX - before.x) / z, y: y + (event.clientY - before.y) / z, z })
  }
  const onUp = (event: PointerEvent) => fingers.delete(event.pointerId)
  container.addEventListener('pointerdown', onDown, { capture: true })
  container.addEventListener('pointermove', onMove, { capture: true })
  window.addEventListener('pointerup', onUp, { capture: true })
  window.addEventListener('pointercancel', onUp, { capture: true })
  return () => {
    container.removeEventListener('pointerdown', onDown, { capture: true })
    container.removeEventListener('pointermove', onMove, { capture: true })
    window.removeEventListener('pointerup', onUp, { capture: true })
    window.removeEventListener('pointercancel', onUp, { capture: true })
  }
}
