/**
 * Keeps the map within reach: however far somebody pans, an edge of it stays on the screen. When the map grows or
 * shrinks because of somebody else, what is in view stays in view.
 */
import { type Editor, react, type Signal, unsafe__withoutCapture } from '@tldraw/editor'
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { Disposer } from '../../shared/disposer.ts'
import { UNITS_PER_MM } from '../camera/units.ts'
import { unionRect } from '../hit/itemRect.ts'

/** How far past an edge of the map one can go, in pixels. */
const BEYOND = 260

export function boundCamera(editor: Editor, layout: Signal<MapLayout>): Disposer {
  return react('camera bounds', () => {
    const { width, height } = layout.get()
    unsafe__withoutCapture(() => {
      const map = { x: 0, y: 0, width: width * UNITS_PER_MM, height: height * UNITS_PER_MM }
      const view = editor.getViewportPageBounds()
      const margin = BEYOND / editor.getZoomLevel()
      const seen = {
        x: view.x + margin,
        y: view.y + margin,
        width: Math.max(0, view.w - 2 * margin),
        height: Math.max(0, view.h - 2 * margin),
      }
      const bounds = unionRect([map, seen]) ?? map
      editor.setCameraOptions({
        constraints: {
          bounds: { x: bounds.x, y: bounds.y, w: bounds.width, h: bounds.height },
          padding: { x: BEYOND, y: BEYOND },
          origin: { x: 0.5, y: 0.5 },
          initialZoom: 'default',
          baseZoom: 'default',
          behavior: 'inside',
        },
      })
    })
  })
}
