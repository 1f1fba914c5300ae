/**
 * The bottom sheet in its map: how far it is lifted over the soft keyboard, and that what is being written on stays in
 * view above it. The map moves here only for the person who opened the text.
 */
import { useValue } from '@tldraw/editor'
import { type CSSProperties, useEffect } from 'react'
import { useMapSession } from '../session/SessionContext.ts'
import type { EditTarget } from './EditTarget.ts'
import { placeOf } from './textOf.ts'

/** Of the sheet with its bar. */
const SHEET_HEIGHT = 190

export function useSheet(target: EditTarget | null, isSheet: boolean): CSSProperties | undefined {
  const session = useMapSession()
  useEffect(() => {
    if (target === null) return undefined
    const reveal = () => {
      const place = placeOf(session.layout.get(), target)
      const viewport = window.visualViewport
      const keyboard =
        viewport === null ? 0 : Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop)
      if (place !== undefined) session.camera.reveal(place.sheet, isSheet ? SHEET_HEIGHT + keyboard : 0)
    }
    reveal()
    window.visualViewport?.addEventListener('resize', reveal)
    return () => window.visualViewport?.removeEventListener('resize', reveal)
  }, [session, target, isSheet])
  return useValue('sheet place', () => {
    if (!isSheet) return undefined
    const { y, h } = session.editor.getViewportScreenBounds()
    // The keyboard is measured from the bottom of the window, the sheet stands in the map, above the app's bar.
    const below = window.innerHeight - y - h
    return { bottom: `max(${session.inset.get().bottom}px, calc(var(--keyboard, 0px) - ${below}px))` }
  }, [session, isSheet])
}
