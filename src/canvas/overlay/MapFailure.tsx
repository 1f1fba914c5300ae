/** Shown instead of the map when drawing it failed. The work itself is not touched by that, and this says so. */
import { useTranslate } from '../../i18n/useTranslate.ts'

export function MapFailure() {
  const t = useTranslate()
  return (
    <p className="map-notice" role="alert">
      {t('canvas.failed')}
    </p>
  )
}
