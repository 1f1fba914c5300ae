/** Closer, further away, everything: on every screen, because not everybody knows that fingers pinch. */
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useFrame } from './FrameContext.ts'

export function MapZoom() {
  const t = useTranslate()
  const { map } = useFrame()
  return (
    <div className="et-map-zoom">
      <IconButton
        label={t('frame.zoomIn')}
        icon={<ZoomIn />}
        tooltipSide="right"
        onClick={() => map.current?.zoomIn()}
      />
      <IconButton
        label={t('frame.zoomOut')}
        icon={<ZoomOut />}
        tooltipSide="right"
        onClick={() => map.current?.zoomOut()}
      />
      <IconButton
        label={t('frame.fit')}
        icon={<Maximize />}
        tooltipSide="right"
        onClick={() => map.current?.fit()}
      />
    </div>
  )
}
