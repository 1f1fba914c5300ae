/** The scene that will be printed, drawn as large as there is room for. */
import { useEffect, useRef } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { PosterPreviewed, PosterTools } from './posterTools.ts'

export interface PosterPictureProps {
  readonly poster: PosterPreviewed
  readonly draw: PosterTools['draw']
}

/** No tablet likes canvases above this many pixels. */
const MOST_PIXELS = 8_000_000

export function PosterPicture({ poster, draw }: PosterPictureProps) {
  const t = useTranslate()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { scene } = poster
  useEffect(() => {
    const element = canvas.current
    if (element === null) return undefined
    const paint = () => {
      const width = Math.max(1, element.clientWidth) * Math.min(2, devicePixelRatio)
      const ratio = scene.height / scene.width
      const shrink = Math.min(1, Math.sqrt(MOST_PIXELS / (width * width * ratio)))
      element.width = Math.round(width * shrink)
      element.height = Math.max(1, Math.round(width * shrink * ratio))
      draw(element, scene)
    }
    const observer = new ResizeObserver(paint)
    observer.observe(element)
    paint()
    return () => observer.disconnect()
  }, [scene, draw])
  return (
    <figure className="et-poster-figure">
      <canvas
        ref={canvas}
        className="et-poster-picture"
        style={{ aspectRatio: `${scene.width} / ${scene.height}` }}
      />
      <figcaption className="et-visually-hidden">{t('posterDialog.preview')}</figcaption>
    </figure>
  )
}
