/** The import dialog with the open workshop behind it. */
import { useMemo } from 'react'
import { useWorkshop } from '../../bindings/WorkshopContext.ts'
import { ImportDialog } from '../../features/exchange/ImportDialog.tsx'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { useServices } from '../ServicesContext.ts'
import { useFrame } from '../frame/FrameContext.ts'
import { createImportTools } from './createImportTools.ts'

export function ImportArea({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate()
  const locale = useLocale()
  const services = useServices()
  const { session } = useFrame()
  const { workshop, actor, history } = useWorkshop()
  const tools = useMemo(
    () =>
      createImportTools({ services, t, locale, workshop, actor, history, workshopId: session.workshopId }),
    [services, t, locale, workshop, actor, history, session],
  )
  return <ImportDialog tools={tools} onClose={onClose} />
}
