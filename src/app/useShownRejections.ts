/**
 * The net under promises nobody waits for: a rejection is a bug, but the person has pressed something and must hear
 * that it did not work. Screens that wait with a progress bar handle their own.
 */
import { useEffect } from 'react'
import type { Translate } from '../i18n/translate.ts'
import type { Logger } from '../shared/logger.ts'
import { systemTimers } from '../shared/timers.ts'
import { showToast } from '../ui/toastStore.ts'

export function useShownRejections(logger: Logger, t: Translate): void {
  useEffect(() => {
    // After all other listeners: one of them may know the rejection and have settled it.
    const onRejection = (event: PromiseRejectionEvent) =>
      void systemTimers.after(0, () => {
        if (event.defaultPrevented) return
        logger.error('a promise was rejected and nobody heard it', { cause: String(event.reason) })
        showToast(t('app.unexpected'), { tone: 'error' })
      })
    window.addEventListener('unhandledrejection', onRejection)
    return () => window.removeEventListener('unhandledrejection', onRejection)
  }, [logger, t])
}
