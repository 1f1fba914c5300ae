/** Pictures from camera or files into the workshop: re-encoded, kept on this device, then named in the document. */
import { useMemo } from 'react'
import { useFeedback } from '../../bindings/FeedbackContext.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { MediaId } from '../../model/records/media.ts'
import { showToast } from '../../ui/toastStore.ts'
import type { KeptPicture } from '../pictures/keepPicture.ts'
import { keepPicture } from '../pictures/keepPicture.ts'
import type { PicturePlace } from '../pictures/placePicture.ts'
import { namePicture, placePicture } from '../pictures/placePicture.ts'
import { reasonText } from '../reasonText.ts'
import { useServices } from '../ServicesContext.ts'
import { useFrame } from './FrameContext.ts'

export interface KeepPictures {
  /** Hangs them where they belong; false when one could not be read or kept, of which the person has been told. */
  readonly at: (files: readonly File[], where: PicturePlace) => Promise<boolean>
  /** Only keeps and names them; whoever asked hangs them. */
  readonly only: (files: readonly File[]) => Promise<readonly MediaId[]>
}

export function useKeepPictures(refresh: () => void): KeepPictures {
  const t = useTranslate()
  const { device } = useServices()
  const { session } = useFrame()
  const { refused } = useFeedback()
  return useMemo(() => {
    const keep = async (file: File): Promise<KeptPicture | null> => {
      if (!device.ok) {
        showToast(t('inspector.photoNotKept', { reason: reasonText(t, device.error) }), { tone: 'error' })
        return null
      }
      const kept = await keepPicture(device.value.media, session.workshopId, file)
      if (kept.ok) return kept.value
      const { error } = kept
      const text =
        error.code === 'unreadable'
          ? t('inspector.photoFailed')
          : t('inspector.photoNotKept', { reason: reasonText(t, error.failure) })
      showToast(text, { tone: 'error' })
      return null
    }
    const each = async (
      files: readonly File[],
      name: (picture: KeptPicture) => ReturnType<typeof namePicture>,
    ) => {
      const ids: MediaId[] = []
      for (const file of files) {
        const picture = await keep(file)
        if (picture === null) break
        const named = session.history.gesture(() => name(picture))
        if (!named.ok) {
          refused(named.error)
          break
        }
        ids.push(named.value)
      }
      refresh()
      return ids
    }
    const { document, actor } = session
    return {
      at: async (files, where) => {
        const ids = await each(files, (picture) => placePicture(document, actor.get(), picture, where))
        return ids.length === files.length
      },
      only: (files) => each(files, (picture) => namePicture(document, actor.get(), picture)),
    }
  }, [device, session, refused, refresh, t])
}
