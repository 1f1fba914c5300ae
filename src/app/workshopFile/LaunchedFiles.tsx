/**
 * Opens files that the system handed to the installed app, whatever screen is shown at that moment. What comes while
 * others are being looked at waits for its turn.
 */
import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { showToast } from '../../ui/toastStore.ts'
import { useServices } from '../ServicesContext.ts'
import { followLaunches } from './launchQueue.ts'
import { OpenFiles } from './OpenFiles.tsx'

interface LaunchQueue {
  /** How many are through: every launch is an attempt of its own. */
  readonly turn: number
  readonly waiting: readonly (readonly File[])[]
}

export function LaunchedFiles() {
  const t = useTranslate()
  const { logger } = useServices()
  const [, navigate] = useLocation()
  const [{ turn, waiting }, setQueue] = useState<LaunchQueue>({ turn: 0, waiting: [] })
  const add = useCallback(
    (files: readonly File[]) => setQueue((queue) => ({ ...queue, waiting: [...queue.waiting, files] })),
    [],
  )
  const next = () => setQueue((queue) => ({ turn: queue.turn + 1, waiting: queue.waiting.slice(1) }))
  useEffect(
    () =>
      followLaunches(window, add, (cause) => {
        logger.warn('a file that the system handed over cannot be read', { cause: String(cause) })
        showToast(t('workshopFile.unreadablePick'), { tone: 'error' })
      }),
    [add, logger, t],
  )
  const [files] = waiting
  if (files === undefined) return null
  return (
    <OpenFiles
      key={turn}
      files={files}
      onClose={next}
      onDone={(workshopId) => {
        next()
        navigate(`/w/${workshopId}`)
      }}
    />
  )
}
