/** Photos of filled cards, from the file to the card on the map: read, kept on this device, then hung in one step. */
import { useEffect, useMemo, useState } from 'react'
import { useFeedback } from '../../bindings/FeedbackContext.ts'
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import type { PaperTools, PlacedPhoto } from '../../features/paper/paperTools.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { paperPhotoName } from '../../model/select/paperPlace.ts'
import { showToast } from '../../ui/toastStore.ts'
import { useFrame } from '../frame/FrameContext.ts'
import { keepPicture } from '../pictures/keepPicture.ts'
import type { KeptMedia } from '../pictures/keptMedia.ts'
import { pictureProblem } from '../pictures/mediaProblem.ts'
import { namePicture } from '../pictures/placePicture.ts'
import { reasonText } from '../reasonText.ts'
import { useServices } from '../ServicesContext.ts'
import { createCodeReader } from './createCodeReader.ts'
import { hangPhoto } from './hangPhoto.ts'

interface KeptPhoto {
  readonly photo: PlacedPhoto
  readonly kept: KeptMedia
}

export function usePaperTools(refresh: () => void): PaperTools {
  const t = useTranslate()
  const { device, logger } = useServices()
  const { session } = useFrame()
  const { refused } = useFeedback()
  const mayWrite = useMayWrite()
  const journeyId = useShownJourney()?.id ?? null
  const [reader] = useState(() => createCodeReader(logger))
  useEffect(() => reader.dispose, [reader])
  return useMemo(() => {
    const { document, actor, workshopId, history } = session
    const keepAll = async (photos: readonly PlacedPhoto[]): Promise<readonly KeptPhoto[]> => {
      if (!device.ok) {
        showToast(t('inspector.photoNotKept', { reason: reasonText(t, device.error) }), { tone: 'error' })
        return []
      }
      const all: KeptPhoto[] = []
      for (const photo of photos) {
        const kept = await keepPicture(device.value.media, workshopId, photo.file)
        if (kept.ok) all.push({ photo, kept: kept.value })
        else showToast(pictureProblem(t, photo.file.name, kept.error), { tone: 'error' })
      }
      return all
    }
    const hang = ({ photo, kept }: KeptPhoto): boolean => {
      const name = photo.code === null ? kept.name : paperPhotoName(photo.code)
      const media = namePicture(document, actor.get(), { ...kept, name })
      const hung = media.ok ? hangPhoto(document, actor.get(), media.value, photo.target) : media
      if (!hung.ok) refused(hung.error)
      return hung.ok
    }
    return {
      mayWrite,
      journeyId,
      readCode: reader.read,
      place: async (photos) => {
        const kept = await keepAll(photos)
        const hung = history.gesture(() => kept.filter(hang))
        refresh()
        return hung.map(({ photo }) => photo)
      },
    }
  }, [device, session, refused, refresh, reader, mayWrite, journeyId, t])
}
