/** New links or closing, from the question to what came of it. */
import { Download } from 'lucide-react'
import { useState } from 'react'
import { RoomActionDialog } from '../../features/room/RoomActionDialog.tsx'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toastStore.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { useSaveCopy } from '../frame/useSaveCopy.ts'
import { useServices } from '../ServicesContext.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { changeLinks, closeForEverybody } from './changeLinks.ts'
import { roomFailureText } from './roomFailureText.ts'

export interface RoomActionFlowProps {
  readonly session: WorkshopSession
  readonly action: 'newLinks' | 'close'
  readonly onDone: () => void
  readonly onClose: () => void
}

export function RoomActionFlow({ session, action, onDone, onClose }: RoomActionFlowProps) {
  const t = useTranslate()
  const { logger } = useServices()
  const { save } = useSaveCopy()
  const { notHere } = useReadableValue(session.pictures.status)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const act = async () => {
    setBusy(true)
    setProblem(null)
    const done = await (action === 'newLinks' ? changeLinks(session) : closeForEverybody(session))
    setBusy(false)
    if (!done.ok) return setProblem(roomFailureText(t, done.error))
    // Of new links the share dialog speaks, which comes back with them and would cover a message that passes.
    if (action === 'close') showToast(t('room.closeDone'))
    onDone()
  }
  const broken = (cause: unknown) => {
    logger.error('a room could not be changed', { cause: String(cause) })
    setBusy(false)
    setProblem(t('app.unexpected'))
  }
  return (
    <RoomActionDialog
      action={action}
      missingPictures={notHere}
      isBusy={isBusy}
      problem={problem}
      before={
        <Button icon={<Download />} disabled={isBusy} onClick={save}>
          {t('health.saveCopy')}
        </Button>
      }
      onDo={() => void act().catch(broken)}
      onClose={onClose}
    />
  )
}
