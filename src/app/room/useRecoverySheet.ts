/** Makes the recovery sheet of the open workshop and hands it over; null for whoever is no moderator. */
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import type { Secret } from '../../protocol/capability.ts'
import { showToast, useToasts } from '../../ui/toastStore.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { downloadFile } from '../downloadFile.ts'
import { useServices } from '../ServicesContext.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

export function useRecoverySheet(session: WorkshopSession, origin: string): (() => void) | null {
  const t = useTranslate()
  const locale = useLocale()
  const { clock, logger } = useServices()
  const { role, secret, title } = useReadableValue(session.entry)
  if (role !== 'moderator' || secret === null) return null
  const failed = (cause: unknown) => {
    logger.error('the recovery sheet could not be made', { cause: String(cause) })
    showToast(t('recovery.failed'), { tone: 'error' })
  }
  const make = async () => {
    const { printRecoverySheet } = await import('./printRecoverySheet.ts')
    const printed = await printRecoverySheet({
      title,
      createdAt: session.document.snapshot().meta.createdAt,
      now: clock.now(),
      origin,
      capability: { role, secret: secret as Secret },
      locale,
    })
    if (!printed.ok) throw new Error(printed.error)
    downloadFile(printed.value)
    return t('recovery.done')
  }
  const print = async () => {
    const making = showToast(t('recovery.making'))
    // How it ended stands where the waiting stood: two messages would cover the buttons of the dialog.
    showToast(await make().finally(() => useToasts.getState().dismiss(making)))
  }
  return () => void print().catch(failed)
}
