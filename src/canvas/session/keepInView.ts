/** A panel of the app that opens beside the map must not cover what was just selected: the view makes room for it. */
import { react, unsafe__withoutCapture } from '@tldraw/editor'
import type { Disposer } from '../../shared/disposer.ts'
import { itemRect, unionRect } from '../hit/itemRect.ts'
import type { MapSession } from './MapSession.ts'

export function keepInView(session: MapSession): Disposer {
  let width = session.editor.getViewportScreenBounds().w
  return react('keep in view', () => {
    const next = session.editor.getViewportScreenBounds().w
    const isNarrower = next < width
    width = next
    if (!isNarrower) return
    unsafe__withoutCapture(() => {
      const layout = session.layout.get()
      const sketches = session.sketches.get()
      const rects = session.selection.get().flatMap((item) => itemRect(layout, sketches, item) ?? [])
      const selected = unionRect(rects)
      if (selected !== undefined) session.camera.reveal(selected)
    })
  })
}
