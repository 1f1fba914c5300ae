/**
 * Opens files that were picked, dropped or handed over by the system, one pick after the other, over any screen. Tables
 * become a new workshop only where workshops begin: dropped on an open one they would take people away from it.
 */
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { showToast } from '../../ui/toastStore.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { useServices } from '../ServicesContext.ts'
import { endTurn, filesInTurn } from './filesInTurn.ts'
import { kindOfPick } from './kindOfPick.ts'
import { followLaunches } from './launchQueue.ts'
import { OpenFiles } from './OpenFiles.tsx'
import { useFileDrop } from './useFileDrop.ts'
import { useOpenFiles } from './useOpenFiles.ts'
import './FilesToOpen.css'

export function FilesToOpen() {
  const t = useTranslate()
  const { logger } = useServices()
  const [path, navigate] = useLocation()
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
  const onDrop = async (files: readonly File[]) => {
    if (path === '/' || (await kindOfPick(files)) !== 'tables') open(files)
    else showToast(t('workshopFile.notDroppable'), { tone: 'error' })
  }
  const dragging = useFileDrop((files) => void onDrop(files))
  const [files] = waiting
  return (
    <>
      {files === undefined ? null : (
        <OpenFiles
          key={turn}
          files={files}
          onClose={endTurn}
          onDone={(workshopId) => {
            endTurn()
            navigate(`/w/${workshopId}`)
          }}
        />
      )}
      {dragging ? (
        <div className="et-drop">{t(path === '/' ? 'home.dropHere' : 'workshopFile.dropHere')}</div>
      ) : null}
    </>
  )
}
