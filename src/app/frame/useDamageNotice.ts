/** Says once, on opening, that something stored here could not be read, and that it was not thrown away. */
import { useEffect } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { showToast } from '../../ui/toastStore.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

export function useDamageNotice({ recovered, damagedRows }: WorkshopSession): void {
  const t = useTranslate()
  useEffect(() => {
    if (recovered) showToast(t('app.recoveredText'), { tone: 'error' })
    else if (damagedRows > 0) showToast(t('app.damagedRows', { n: damagedRows }), { tone: 'error' })
  }, [recovered, damagedRows, t])
}
