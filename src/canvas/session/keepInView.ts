/** A panel of the app that opens beside or below the map must not cover what was just selected: the view makes room for it. */
import { react, unsafe__withoutCapture } from '@tldraw/editor'
import type { Disposer } from '../../shared/disposer.ts'
import { itemRect, unionRect } from '../hit/itemRect.ts'
import type { MapSession } from './MapSession.ts'

export function keepInView(session: MapSession): Disposer {
  let { w, h } = session.editor.getViewportScreenBounds()
  return react('keep in view', () => {
    const next = session.editor.getViewportScreenBounds()
    if (next.w === w && next.h === h) return
    const isSmaller = next.w < w || next.h < h
    w = next.w
    h = next.h
    unsafe__withoutCapture(() => {
      session.camera.arrive()
      if (!isSmaller) return
      const layout = session.layout.get()
      const sketches = session.sketches.get()
      const rects = session.selection.get().flatMap((item) => itemRect(layout, sketches, item) ?? [])
      const selected = unionRect(rects)
      if (selected !== undefined) session.camera.reveal(selected)
    })
  })
}
