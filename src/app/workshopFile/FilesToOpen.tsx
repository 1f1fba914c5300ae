/** Opens files that were picked, dropped or handed over by the system, one pick after the other, over any screen. */
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { showToast } from '../../ui/toastStore.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { useServices } from '../ServicesContext.ts'
import { endTurn, filesInTurn } from './filesInTurn.ts'
import { followLaunches } from './launchQueue.ts'
import { OpenFiles } from './OpenFiles.tsx'
import { useOpenFiles } from './useOpenFiles.ts'

export function FilesToOpen() {
  const t = useTranslate()
  const { logger } = useServices()
  const [, navigate] = useLocation()
  const { turn, waiting } = useReadableValue(filesInTurn)
  const open = useOpenFiles()
  useEffect(
    () =>
      followLaunches(window, open, (cause) => {
        logger.warn('a file that the system handed over cannot be read', { cause: String(cause) })
        showToast(t('workshopFile.unreadablePick'), { tone: 'error' })
      }),
    [open, logger, t],
  )
  const [files] = waiting
  if (files === undefined) return null
  return (
    <OpenFiles
      key={turn}
      files={files}
      onClose={endTurn}
      onDone={(workshopId) => {
        endTurn()
        navigate(`/w/${workshopId}`)
      }}
    />
  )
}
