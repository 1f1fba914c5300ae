/** The import dialog with the open workshop behind it. */
import { useState } from 'react'
import { useLocation } from 'wouter'
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
  const [, navigate] = useLocation()
  // What was read and looked at lives in the tools: they stay the same as long as the dialog is open.
  const [tools] = useState(() => {
    const here = { workshop, actor, history, workshopId: session.workshopId }
    const onMade = (workshopId: string) => navigate(`/w/${workshopId}`)
    return createImportTools({ services, t, locale, here, onMade })
  })
  return <ImportDialog tools={tools} onClose={onClose} />
}
