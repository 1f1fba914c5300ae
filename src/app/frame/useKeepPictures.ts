/** Pictures, sound and film into the workshop: checked, kept on this device, then named in the document. */
import { useMemo } from 'react'
import { useFeedback } from '../../bindings/FeedbackContext.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { MediaId } from '../../model/records/media.ts'
import type { Logger } from '../../shared/logger.ts'
import type { MediaStore } from '../../storage/mediaStore.ts'
import { showToast } from '../../ui/toastStore.ts'
import { keepRecording } from '../media/keepRecording.ts'
import { lookInBackground } from '../paper/lookInBackground.ts'
import { isPdf, keepPdfPages } from '../pdf/keepPdfPages.ts'
import { keepPicture } from '../pictures/keepPicture.ts'
import type { KeptMedia } from '../pictures/keptMedia.ts'
import { pictureProblem, recordingProblem } from '../pictures/mediaProblem.ts'
import type { PicturePlace } from '../pictures/placePicture.ts'
import { namePicture, placePicture } from '../pictures/placePicture.ts'
import { reasonText } from '../reasonText.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { useServices } from '../ServicesContext.ts'
import { useFrame } from './FrameContext.ts'

export interface KeepPictures {
  /** Hangs them where they belong; false when one could not be read or kept, of which the person has been told. */
  readonly at: (files: readonly File[], where: PicturePlace) => Promise<boolean>
  /** The same for sound and film. */
  readonly recordings: (files: readonly File[], where: PicturePlace) => Promise<boolean>
  /** Only keeps and names them; whoever asked hangs them. */
  readonly only: (files: readonly File[]) => Promise<readonly MediaId[]>
}

/** What was kept (several pages of a PDF, none when the person chose none), or why not in words. */
type Keep = (media: MediaStore, file: File) => Promise<readonly KeptMedia[] | string>

export function useKeepPictures(refresh: () => void): KeepPictures {
  const t = useTranslate()
  const { device, logger } = useServices()
  const { session } = useFrame()
  const { refused } = useFeedback()
  return useMemo(() => {
    const { document, actor, workshopId } = session
    const picture = orWords(logger, 'media.pictureUnreadable', t, async (media, file) => {
      if (await isPdf(file)) {
        const pages = await keepPdfPages(media, workshopId, file)
        return pages.ok ? pages.value : pictureProblem(t, file.name, pages.error)
      }
      const kept = await keepPicture(media, workshopId, file)
      return kept.ok ? [kept.value] : pictureProblem(t, file.name, kept.error)
    })
    const recording = orWords(logger, 'media.unplayable', t, async (media, file) => {
      const kept = await keepRecording(media, workshopId, file)
      return kept.ok ? [{ ...kept.value, page: null }] : recordingProblem(t, file.name, kept.error)
    })
    const each = async (
      files: readonly File[],
      keep: Keep,
      name: (kept: KeptMedia) => ReturnType<typeof namePicture>,
    ) => {
      const ids: MediaId[] = []
      if (!device.ok) {
        showToast(t('inspector.photoNotKept', { reason: reasonText(t, device.error) }), { tone: 'error' })
        return { ids, isWhole: false }
      }
      let done = 0
      for (const file of files) {
        const kept = await keep(device.value.media, file)
        if (typeof kept === 'string') {
          showToast(kept, { tone: 'error' })
          continue
        }
        const named = session.history.gesture(() => kept.map(name))
        const refusal = named.find((one) => !one.ok)
        ids.push(...named.flatMap((one) => (one.ok ? [one.value] : [])))
        if (refusal !== undefined && !refusal.ok) {
          refused(refusal.error)
          break
        }
        done += 1
      }
      refresh()
      return { ids, isWhole: done === files.length }
    }
    return {
      at: async (files, where) => {
        const { ids, isWhole } = await each(files, picture, hang(session, where))
        void lookInBackground(session, files, ids, { logger, t })
        return isWhole
      },
      recordings: async (files, where) => (await each(files, recording, hang(session, where))).isWhole,
      only: async (files) =>
        (await each(files, picture, (kept) => namePicture(document, actor.get(), kept))).ids,
    }
  }, [device, logger, session, refused, refresh, t])
}

function hang({ document, actor }: WorkshopSession, where: PicturePlace) {
  return (kept: KeptMedia) => placePicture(document, actor.get(), kept, where)
}

/** What breaks over one file is told of that file, and the others are kept all the same. */
function orWords(
  logger: Logger,
  words: 'media.pictureUnreadable' | 'media.unplayable',
  t: Translate,
  keep: Keep,
): Keep {
  return async (media, file) => {
    try {
      return await keep(media, file)
    } catch (cause) {
      logger.error('a picture or recording could not be taken in', { name: file.name, cause: String(cause) })
      return t(words, { name: file.name })
    }
  }
}
