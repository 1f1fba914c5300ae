/** The export dialog with the workshop behind it: makes the file, hands it over, says in words what is missing. */
import { useCallback } from 'react'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { ExportDialog } from '../../features/exchange/ExportDialog.tsx'
import type { ExportJob, ExportOutcome } from '../../features/exchange/exportChoices.ts'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { mainJourney, orderedJourneys } from '../../model/select/journeys.ts'
import { downloadFile } from '../downloadFile.ts'
import { useFrame } from '../frame/FrameContext.ts'
import { useServices } from '../ServicesContext.ts'
import { labelLeftOut } from './labelLeftOut.ts'
import { makeExport } from './makeExport.ts'

export function ExportArea({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate()
  const locale = useLocale()
  const { session } = useFrame()
  const services = useServices()
  const snapshot = useSnapshot((whole) => whole)
  const journeys = orderedJourneys(snapshot).map(({ id, title }) => ({
    id,
    title: title === '' ? t('map.unnamedJourney') : title,
  }))
  const onExport = useCallback(
    async (job: ExportJob): Promise<ExportOutcome> => {
      try {
        const made = await makeExport({ services, locale, t }, session.document.snapshot(), job)
        if (job.signal.aborted) return { done: false, reason: t('exportDialog.cancelled') }
        downloadFile(made.file)
        return { done: true, name: made.file.name, leftOut: labelLeftOut(t, made.leftOut) }
      } catch (cause) {
        services.logger.error('an export broke off', { format: job.format, cause: String(cause) })
        return { done: false, reason: t('exportDialog.failed') }
      }
    },
    [services, session, locale, t],
  )
  return (
    <ExportDialog
      journeys={journeys}
      journeyId={mainJourney(snapshot)?.id ?? null}
      onExport={onExport}
      onClose={onClose}
    />
  )
}
