/** A copy of the workshop as a file, whatever the storage of this device does: the way out when nothing is saved. */
import { useCallback } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { showToast } from '../../ui/toastStore.ts'
import { downloadFile } from '../downloadFile.ts'
import { useServices } from '../ServicesContext.ts'
import { useFrame } from './FrameContext.ts'

export function useSaveCopy(): () => void {
  const t = useTranslate()
  const { session } = useFrame()
  const { device, clock } = useServices()
  return useCallback(() => {
    const save = async () => {
      const { packCopy } = await import('../packCopy.ts')
      const file = packCopy(session.document.snapshot(), t('home.untitled'))
      downloadFile(file)
      showToast(t('frame.saveCopyDone'))
      if (device.ok) await device.value.catalogue.update(session.workshopId, { lastExportAt: clock.now() })
    }
    void save()
  }, [session, device, clock, t])
}
