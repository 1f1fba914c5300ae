/** Handing this device back, from the home screen or from inside the workshop. */
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { HandBackDialog } from '../../features/handBack/HandBackDialog.tsx'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import { showToast } from '../../ui/toastStore.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { closeReasonText } from '../closeReasonText.ts'
import type { Device } from '../device.ts'
import { downloadFile } from '../downloadFile.ts'
import { reasonText } from '../reasonText.ts'
import { useServices } from '../ServicesContext.ts'
import { type HandBackWords, removalReason, startHandBack } from './handBackAttempt.ts'
import { reloadPage } from '../reloadPage.ts'

export interface HandBackFlowProps {
  readonly entry: WorkshopEntry
  readonly onClose: () => void
}

/** Where nothing can be kept, nothing is kept that could be handed back. */
export function HandBackFlow(props: HandBackFlowProps) {
  const { device } = useServices()
  return device.ok ? <Attempt {...props} device={device.value} /> : null
}

function useWords(): HandBackWords {
  const t = useTranslate()
  const [words] = useState<HandBackWords>(() => ({
    reason: (failure) => reasonText(t, failure),
    closeReason: (reason) => closeReasonText(t, reason),
    changed: () => t('handBack.changed'),
    unexpected: () => t('app.unexpected'),
  }))
  return words
}

function Attempt({ entry, device, onClose }: HandBackFlowProps & { readonly device: Device }) {
  const t = useTranslate()
  const services = useServices()
  const [, navigate] = useLocation()
  const words = useWords()
  const { workshopId } = entry
  const [attempt] = useState(() => startHandBack({ services, device, workshopId, words }))
  const state = useReadableValue(attempt.state)
  useEffect(() => {
    void attempt.compare()
    return attempt.close
  }, [attempt])
  const title = entry.title === '' ? t('home.untitled') : entry.title
  const leave = () => {
    onClose()
    navigate('/')
  }
  const remove = async () => {
    const removed = await attempt.remove(leave)
    if (removed === null) return
    if (removed.ok) return void showToast(t('handBack.removed', { title }))
    const reason = removalReason(words, removed.error)
    showToast(t('handBack.removeFailed', { reason }), { tone: 'error' })
  }
  const save = async () => {
    const session = attempt.session()
    if (session === null) return
    const noteExport = session.beginExport()
    const { packWorkshop } = await import('../workshopFile/packWorkshop.ts')
    const all = { withVersions: true }
    downloadFile((await packWorkshop(services, session.document, t('home.untitled'), all)).file)
    await noteExport()
  }
  return (
    <HandBackDialog
      title={title}
      state={state}
      isModerator={entry.role === 'moderator' && entry.secret !== null && entry.relayOrigin !== null}
      onSave={() => void save()}
      onFile={(file) => void attempt.checkFile(async () => new Uint8Array(await file.arrayBuffer()))}
      onCompare={() => void attempt.compare()}
      onReload={reloadPage}
      onRemove={() => void remove()}
      onClose={onClose}
    />
  )
}
