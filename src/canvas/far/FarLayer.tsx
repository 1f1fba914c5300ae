/**
 * The far picture under the engine's shapes. Shown while the map is far away, and as a stand-in under the cards while
 * they are being mounted, so that a switch never shows a hole.
 */
import { react, useEditor } from '@tldraw/editor'
import { useContext, useEffect, useRef } from 'react'
import { MediaNoteContext, type MediaNoteOf } from '../projection/mediaNote.ts'
import { type MediaUrl, MediaUrlContext } from '../projection/SceneOps.tsx'
import { useLayers } from '../session/LayersContext.ts'
import { useMapTheme } from '../session/SessionContext.ts'
import { FarPainter } from './FarPainter.ts'
import { createPictureStore } from './pictureStore.ts'

/** Between two slices of what is only kept ready. */
const LEISURE_MS = 60

/** From far away the blurred idea of a picture stands for it until it arrives. */
function urlOrPreview(mediaUrl: MediaUrl, noteOf: MediaNoteOf): MediaUrl {
  return (mediaId) => {
    const url = mediaUrl(mediaId) ?? noteOf(mediaId)?.preview
    return url === '' ? undefined : url
  }
}

export function FarLayer() {
  const editor = useEditor()
  const layers = useLayers()
  const mediaUrl = useContext(MediaUrlContext)
  const noteOf = useContext(MediaNoteContext)
  const { board } = useMapTheme()
  const layerRef = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const layer = layerRef.current
    if (layer === null) return
    const pictures = createPictureStore(urlOrPreview(mediaUrl, noteOf), () => painter.refresh())
    const painter = new FarPainter({
      layer,
      picture: pictures.get,
      later: (work, isUrgent) => {
        if (isUrgent) editor.timers.requestAnimationFrame(work)
        else editor.timers.setTimeout(work, LEISURE_MS)
      },
      now: () => performance.now(),
    })
    const stopParts = react('far parts', () => painter.setParts(layers.parts.get(), board))
    const stopView = react('far view', () => {
      const { w, h } = editor.getViewportScreenBounds()
      const { devicePixelRatio } = editor.getInstanceState()
      painter.setView({
        camera: editor.getCamera(),
        width: w,
        height: h,
        devicePixelRatio,
        isShown: layers.farShown.get(),
      })
    })
    const onFonts = () => painter.refresh()
    document.fonts.addEventListener('loadingdone', onFonts)
    return () => {
      document.fonts.removeEventListener('loadingdone', onFonts)
      stopView()
      stopParts()
      pictures.dispose()
      painter.dispose()
    }
  }, [editor, layers, mediaUrl, noteOf, board])

  return <div ref={layerRef} className="map-far" aria-hidden="true" />
}
