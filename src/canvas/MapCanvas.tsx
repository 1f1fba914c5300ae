/**
 * The map on screen. Loads the font metric, then mounts one editor and keeps it: everything that changes afterwards
 * (journey, tool, mode, person, language, colours) reaches it through its session.
 */
import { useEffect, useState } from 'react'
import { useTranslate } from '../i18n/useTranslate.ts'
import type { TextMetrics } from '../layout/textMetrics.ts'
import { loadTextMetrics } from './loadTextMetrics.ts'
import type { MapCanvasProps } from './MapCanvasProps.ts'
import { MountedMap } from './MountedMap.tsx'
import './MapCanvas.css'

export function MapCanvas(props: MapCanvasProps) {
  const metrics = useTextMetrics()
  const t = useTranslate()
  if (metrics === 'failed') return <p className="map-notice">{t('canvas.failed')}</p>
  if (metrics === null) return <p className="map-notice">{t('canvas.loading')}</p>
  return <MountedMap {...props} metrics={metrics} />
}

function useTextMetrics(): TextMetrics | 'failed' | null {
  const [metrics, setMetrics] = useState<TextMetrics | 'failed' | null>(null)
  useEffect(() => {
    let isGone = false
    loadTextMetrics().then(
      (loaded) => {
        if (!isGone) setMetrics(loaded)
      },
      () => {
        if (!isGone) setMetrics('failed')
      },
    )
    return () => {
      isGone = true
    }
  }, [])
  return metrics
}
