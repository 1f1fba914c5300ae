/** The import dialog on the start page: what is chosen, or was picked already, becomes a workshop of its own. */
import { useMemo } from 'react'
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
  const tools = useMemo(
    () => createImportTools({ services, t, locale, here: null, onMade: onDone }),
    [services, t, locale, onDone],
  )
  return <ImportDialog tools={tools} onClose={onClose} {...(files === undefined ? {} : { files })} />
}
