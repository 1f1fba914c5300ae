/** Opens files that the system handed to the installed app, whatever screen is shown at that moment. */
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { showToast } from '../../ui/toastStore.ts'
import { useServices } from '../ServicesContext.ts'
import { followLaunches } from './launchQueue.ts'
import { OpenFiles } from './OpenFiles.tsx'

export function LaunchedFiles() {
  const t = useTranslate()
  const { logger } = useServices()
  const [, navigate] = useLocation()
  const [files, setFiles] = useState<readonly File[] | null>(null)
  useEffect(
    () =>
      followLaunches(window, setFiles, (cause) => {
        logger.warn('a file that the system handed over cannot be read', { cause: String(cause) })
        showToast(t('workshopFile.unreadablePick'), { tone: 'error' })
      }),
    [logger, t],
  )
  if (files === null) return null
  return (
    <OpenFiles
      files={files}
      onClose={() => setFiles(null)}
      onDone={(workshopId) => {
        setFiles(null)
        navigate(`/w/${workshopId}`)
      }}
    />
  )
}
