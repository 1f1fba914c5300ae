/**
 * The workshop as a file, whatever the storage of this device does: the way out when nothing is saved, and the way to
 * another device when there is no relay.
 */
import { useCallback } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { showToast } from '../../ui/toastStore.ts'
import type { ReadyFile } from '../downloadFile.ts'
import { downloadFile } from '../downloadFile.ts'
import { useServices } from '../ServicesContext.ts'
import { canShareFiles, shareFile } from '../workshopFile/shareFile.ts'
import { useFrame } from './FrameContext.ts'

export interface SaveCopy {
  /** Into the downloads of this device. */
  readonly save: () => void
  /** The same with the earlier versions of this device. */
  readonly saveWithVersions: () => void
  /** Through the share sheet of the system; null where there is none for files. */
  readonly share: (() => void) | null
}

const PROBE: ReadyFile = { name: 'a.etappe', mime: 'application/octet-stream', bytes: new Uint8Array() }

export function useSaveCopy(): SaveCopy {
  const t = useTranslate()
  const { session } = useFrame()
  const services = useServices()
  const give = useCallback(
    async (hand: (file: ReadyFile) => Promise<boolean>, withVersions = false) => {
      const noteExport = session.beginExport()
      const { packWorkshop } = await import('../workshopFile/packWorkshop.ts')
      const { file, missing } = await packWorkshop(services, session.document, t('home.untitled'), {
        withVersions,
      })
      if (!(await hand(file))) return
      if (session.recovered) return void showToast(t('workshopFile.savedSecondCopy'))
      showToast(missing === 0 ? t('frame.saveCopyDone') : t('workshopFile.savedPartly', { n: missing }))
      await noteExport()
    },
    [session, services, t],
  )
  const broken = useCallback(
    (cause: unknown) => {
      services.logger.error('the workshop could not be packed into a file', { cause: String(cause) })
      showToast(t('frame.saveCopyFailed'), { tone: 'error' })
    },
    [services, t],
  )
  const save = useCallback(() => void give(download).catch(broken), [give, broken])
  const saveWithVersions = useCallback(() => void give(download, true).catch(broken), [give, broken])
  const share = useCallback(() => {
    give(async (file) => {
      const how = await shareFile(navigator, file, t('workshopFile.sharedText'))
      if (how === 'refused') downloadFile(file)
      return how !== 'cancelled'
    }).catch(broken)
  }, [give, broken, t])
  return { save, saveWithVersions, share: canShareFiles(navigator, PROBE) ? share : null }
}

function download(file: ReadyFile): Promise<boolean> {
  downloadFile(file)
  return Promise.resolve(true)
}
