/**
 * Stands where "only to look at" stands when that is because a newer Etappe wrote this workshop: says what happened to
 * the work of this device and what to do. A button and a dialog, because it must also be readable on a phone.
 */
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { schemaVersion } from '../../model/schema.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useFrame } from './FrameContext.ts'
import { useSaveCopy } from './useSaveCopy.ts'
import { reloadPage } from '../reloadPage.ts'

export function useIsOlderApp(): boolean {
  return useSnapshot((snapshot) => snapshot.meta.minWriter > schemaVersion)
}

export function OlderAppNote() {
  const t = useTranslate()
  const { session } = useFrame()
  const { save } = useSaveCopy()
  const [isOpen, setOpen] = useState(false)
  const reload = async () => {
    await session.persistence.flush()
    reloadPage()
  }
  return (
    <>
      <Button icon={<RefreshCw />} onClick={() => setOpen(true)}>
        {t('frame.olderApp')}
      </Button>
      <Dialog
        open={isOpen}
        size="s"
        title={t('frame.olderAppTitle')}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onClick={save}>{t('health.saveCopy')}</Button>
            <Button tone="primary" onClick={() => void reload()}>
              {t('app.reload')}
            </Button>
          </>
        }
      >
        <div className="et-stack">
          <p>{t('frame.olderAppText')}</p>
          <p>{t('frame.olderAppDo')}</p>
        </div>
      </Dialog>
    </>
  )
}
