/**
 * What the wall shows: the thing in the spotlight with all that belongs to it, else the whole map. The camera glides
 * when the moderator chooses another thing, unless the system asks for calm, and otherwise stays where it belongs.
 */
import { atom, react, unsafe__withoutCapture } from '@tldraw/editor'
import type { Disposer } from '../../shared/disposer.ts'
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { Rect } from '../../layout/scene.ts'
import { spotRect } from '../hit/spotRect.ts'
import type { MapItem } from '../MapCanvasProps.ts'
import type { MapSession } from './MapSession.ts'

const GLIDE_MS = 700

export function followSpotlight({ editor, layout, inset, spotlight, camera }: MapSession): Disposer {
  const isGliding = atom('gliding', false)
  let last: string | null = null
  return react('spotlight', () => {
    const shown = whatIsShown(layout.get(), spotlight.get())
    editor.getViewportScreenBounds()
    inset.get()
    // The engine moves the camera by itself when the window changes its size.
    editor.getCamera()
    const isOther = last !== null && last !== shown.key
    last = shown.key
    if (isGliding.get() && !isOther) return
    const isCalm = editor.user.getAnimationSpeed() === 0
    unsafe__withoutCapture(() => {
      if (!isOther || isCalm) return camera.show(shown.rect, 0)
      isGliding.set(true)
      camera.show(shown.rect, GLIDE_MS)
      return void editor.timers.setTimeout(() => isGliding.set(false), GLIDE_MS * 1.5)
    })
  })
}

function whatIsShown(layout: MapLayout, spot: MapItem | null): { readonly key: string; readonly rect: Rect } {
  const rect = spot === null ? undefined : spotRect(layout, spot)
  if (spot === null || rect === undefined) {
    return { key: '', rect: { x: 0, y: 0, width: layout.width, height: layout.height } }
  }
  return { key: `${spot.kind}:${spot.id}`, rect }
}
