/**
 * The scene that will be printed, whole or enlarged. Only what is in sight is drawn, because no tablet has the memory
 * for an A0 at reading size; the scroll area has the size that the whole would have.
 */
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import type { PosterPreviewed, PosterTools } from './posterTools.ts'

export interface PosterPictureProps {
  readonly poster: Pick<PosterPreviewed, 'scene' | 'parts'> & Partial<Pick<PosterPreviewed, 'pictures'>>
  readonly draw: PosterTools['draw']
}

const STEP = 1.6
const LARGEST = 16

export function PosterPicture({ poster, draw }: PosterPictureProps) {
  const t = useTranslate()
  const [zoom, setZoom] = useState(1)
  const { scroller, canvas } = usePainted(poster, draw, zoom)
  const { width, height } = poster.scene
  const enlarge = (by: number) => setZoom(Math.min(LARGEST, Math.max(1, zoom * by)))
  return (
    <figure
      className="et-poster-figure"
      style={{ '--poster-ratio': width / height, '--poster-zoom': zoom } as CSSProperties}
    >
      <div className="et-poster-zoom">
        <IconButton
          label={t('posterDialog.zoomOut')}
          icon={<ZoomOut />}
          disabled={zoom === 1}
          onClick={() => enlarge(1 / STEP)}
        />
        <IconButton
          label={t('posterDialog.zoomIn')}
          icon={<ZoomIn />}
          disabled={zoom >= LARGEST}
          onClick={() => enlarge(STEP)}
        />
        <IconButton
          label={t('posterDialog.zoomWhole')}
          icon={<Maximize2 />}
          disabled={zoom === 1}
          onClick={() => setZoom(1)}
        />
      </div>
      <section
        ref={scroller}
        className="et-poster-scroll"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be in reach of the keyboard
        tabIndex={0}
        aria-label={t('posterDialog.preview')}
      >
        <div className="et-poster-sizer">
          <canvas ref={canvas} className="et-poster-picture" aria-hidden="true" />
        </div>
      </section>
    </figure>
  )
}

/** Paints again when the poster, the zoom, the size of the window or what is in sight changes. */
function usePainted(
  { scene, parts, pictures }: PosterPictureProps['poster'],
  draw: PosterTools['draw'],
  zoom: number,
) {
  const images = pictures?.images
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const shownZoom = useRef(zoom)
  useLayoutEffect(() => {
    const outer = scroller.current
    if (outer === null || shownZoom.current === zoom) return
    const by = zoom / shownZoom.current
    shownZoom.current = zoom
    const { left, top } = aroundCentre(outer, by)
    outer.scrollLeft = left
    outer.scrollTop = top
  }, [zoom])
  useEffect(() => {
    const [outer, element] = [scroller.current, canvas.current]
    if (outer === null || element === null) return undefined
    const paint = () => {
      const sizer = element.parentElement ?? outer
      const sharpness = Math.min(2, devicePixelRatio)
      const perMm = sizer.clientWidth / scene.width
      const width = Math.min(outer.clientWidth, sizer.clientWidth)
      const height = Math.min(outer.clientHeight, Math.ceil(scene.height * perMm))
      element.style.width = `${String(width)}px`
      element.style.height = `${String(height)}px`
      element.width = Math.max(1, Math.round(width * sharpness))
      element.height = Math.max(1, Math.round(height * sharpness))
      draw(element, scene, {
        left: outer.scrollLeft / perMm,
        top: outer.scrollTop / perMm,
        scale: perMm * sharpness,
        parts,
        ...(images === undefined ? {} : { images }),
      })
    }
    let frame = 0
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(paint)
    }
    const observer = new ResizeObserver(soon)
    observer.observe(outer)
    outer.addEventListener('scroll', soon, { passive: true })
    soon()
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      outer.removeEventListener('scroll', soon)
    }
  }, [scene, parts, images, draw, zoom])
  return { scroller, canvas }
}

/** Where to scroll so that the middle of what was in sight stays in the middle. */
function aroundCentre(outer: HTMLElement, by: number): { left: number; top: number } {
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = outer
  return {
    left: (scrollLeft + clientWidth / 2) * by - clientWidth / 2,
    top: (scrollTop + clientHeight / 2) * by - clientHeight / 2,
  }
}
