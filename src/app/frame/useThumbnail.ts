/**
 * Keeps the small picture of the map for the home screen true: drawn by the same layout as the map, when the work
 * pauses and when the workshop is left, never while somebody drags or types.
 */
import { useEffect } from 'react'
import type { Disposer } from '../../shared/disposer.ts'
import { systemTimers } from '../../shared/timers.ts'
import { useLocale } from '../../i18n/useTranslate.ts'
import { useServices } from '../ServicesContext.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

const FIRST_MS = 4_000
const PAUSE_MS = 20_000

export function useThumbnail(session: WorkshopSession): void {
  const { device, logger } = useServices()
  const locale = useLocale()
  useEffect(() => {
    if (!device.ok) return undefined
    let stopTimer: Disposer = () => undefined
    let isStale = session.entry.get().thumbnail === null
    const draw = async () => {
      if (!isStale) return
      isStale = false
      const { drawThumbnail } = await import('../drawThumbnail.ts')
      const thumbnail = await drawThumbnail(session.document.snapshot(), locale)
      if (thumbnail !== null) await device.value.catalogue.update(session.workshopId, { thumbnail })
    }
    const drawLater = (ms: number) => {
      stopTimer()
      stopTimer = systemTimers.after(ms, () => {
        draw().catch((cause: unknown) =>
          logger.warn('the small picture could not be drawn', { cause: String(cause) }),
        )
      })
    }
    const stop = session.document.subscribe(() => {
      isStale = true
      drawLater(PAUSE_MS)
    })
    if (isStale) drawLater(FIRST_MS)
    return () => {
      stop()
      stopTimer()
      if (isStale) drawLater(0)
    }
  }, [session, device, logger, locale])
}
