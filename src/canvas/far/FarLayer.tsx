/**
 * The canvas under the engine's shapes. Shown while the map is far away, and as a stand-in under the cards while they
 * are being mounted, so that a switch never shows a hole.
 */
import { react, useEditor } from '@tldraw/editor'
import { useContext, useEffect, useRef } from 'react'
import { useLayers } from '../session/LayersContext.ts'
import { MediaUrlContext } from '../projection/SceneOps.tsx'
import { FarPainter } from './FarPainter.ts'
import { createPictureStore } from './pictureStore.ts'

export function FarLayer() {
  const editor = useEditor()
  const layers = useLayers()
  const mediaUrl = useContext(MediaUrlContext)
  const canvasRef = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const canvas = canvasRef.current
    if (canvas === null) return
    const pictures = createPictureStore(mediaUrl, () => painter.refresh())
    const painter = new FarPainter({
      canvas,
      picture: pictures.get,
      requestFrame: (paint) => void editor.timers.requestAnimationFrame(paint),
      now: () => performance.now(),
    })
    const stopParts = react('far parts', () => painter.setParts(layers.parts.get()))
    const stopView = react('far view', () => {
      const isShown = layers.farShown.get()
      canvas.style.visibility = isShown ? 'visible' : 'hidden'
      if (!isShown) return
      const { w, h } = editor.getViewportScreenBounds()
      const { devicePixelRatio } = editor.getInstanceState()
      painter.setView({ camera: editor.getCamera(), width: w, height: h, devicePixelRatio })
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
  }, [editor, layers, mediaUrl])

  return <canvas ref={canvasRef} className="map-far" aria-hidden="true" />
}
