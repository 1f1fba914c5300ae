/**
 * Decides in every frame of the camera which layer draws and what the near one needs, and feeds it in slices. The far
 * layer stays visible underneath until the near one is complete.
 */
import { atom, computed, type Editor, react, type Signal } from '@tldraw/editor'
import type { Rect } from '../../layout/scene.ts'
import type { Disposer } from '../../shared/disposer.ts'
import { type Detail, detailAt } from '../camera/detail.ts'
import { scaleOf, visibleMm } from '../camera/units.ts'
import type { ProjectionGuard } from '../engine/guardProjection.ts'
import type { MapPart } from '../projection/MapPart.ts'
import { NearProjection } from '../projection/NearProjection.ts'
import { nextWindow } from '../projection/windowOf.ts'
import type { MapLayers } from './LayersContext.ts'

export function connectLayers(
  editor: Editor,
  guard: ProjectionGuard,
): { readonly layers: MapLayers; readonly dispose: Disposer } {
  const parts = atom<readonly MapPart[]>('map parts', [])
  const detail = atom<Detail>('map detail', 'far')
  const isNearComplete = atom('near complete', false)
  const farShown: Signal<boolean> = computed(
    'far shown',
    () => detail.get() === 'far' || !isNearComplete.get(),
  )
  const projection = new NearProjection(editor, guard)
  let window: Rect | null = null
  let waiting: number | null = null
  let isDisposed = false

  const step = () => {
    waiting = null
    if (isDisposed || editor.isDisposed) return
    const isComplete = projection.step()
    isNearComplete.set(isComplete)
    if (!isComplete) waiting ??= requestAnimationFrame(step)
  }
  const stopParts = react('near parts', () => {
    projection.setParts(parts.get())
    step()
  })
  const stopCamera = react('near window', () => {
    const camera = editor.getCamera()
    const { w, h } = editor.getViewportScreenBounds()
    const next = detailAt(camera.z, detail.__unsafe__getWithoutCapture())
    detail.set(next)
    const viewport = visibleMm(camera, { width: w, height: h })
    const wanted = next === 'far' ? null : nextWindow(window, viewport, scaleOf(camera))
    if (wanted === window) return
    window = wanted
    projection.setWindow(window)
    isNearComplete.set(false)
    waiting ??= requestAnimationFrame(step)
  })
  return {
    layers: { parts, detail, farShown },
    dispose: () => {
      isDisposed = true
      if (waiting !== null) cancelAnimationFrame(waiting)
      stopCamera()
      stopParts()
    },
  }
}
