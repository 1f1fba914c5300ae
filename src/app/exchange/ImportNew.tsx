/** The import dialog on the start page: what is chosen, or was picked already, becomes a workshop of its own. */
import { useState } from 'react'
import { ImportDialog } from '../../features/exchange/ImportDialog.tsx'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import { useServices } from '../ServicesContext.ts'
import { createImportTools } from './createImportTools.ts'

export interface ImportNewProps {
  readonly files?: readonly File[]
  readonly onClose: () => void
  readonly onDone: (workshopId: string) => void
}

export function ImportNew({ files, onClose, onDone }: ImportNewProps) {
  const t = useTranslate()
  const locale = useLocale()
  const services = useServices()
  // What was read and looked at lives in the tools: they stay the same as long as the dialog is open.
  const [tools] = useState(() => createImportTools({ services, t, locale, here: null, onMade: onDone }))
  return <ImportDialog tools={tools} onClose={onClose} {...(files === undefined ? {} : { files })} />
}
