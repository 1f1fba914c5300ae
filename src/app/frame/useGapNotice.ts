/**
 * Says when work has arrived that waits for other work which is missing, and asks the relay for it again: what is
 * merely on its way is there within seconds.
 */
import { useEffect } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { systemTimers, type Timers } from '../../shared/timers.ts'
import { showToast } from '../../ui/toastStore.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

const ON_ITS_WAY_MS = 5_000

export function useGapNotice(
  { hasGaps, connection }: Pick<WorkshopSession, 'hasGaps' | 'connection'>,
  timers: Timers = systemTimers,
): void {
  const t = useTranslate()
  const isWaiting = useReadableValue(hasGaps)
  useEffect(
    () =>
      isWaiting
        ? timers.after(ON_ITS_WAY_MS, () => {
            showToast(t('app.gaps'), { tone: 'error' })
            connection.get().reconnect()
          })
        : undefined,
    [isWaiting, connection, timers, t],
  )
}
