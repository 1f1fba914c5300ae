/** Notes about pictures that are not here, for everything that draws pictures: a new function when they may read differently. */
import { useCallback, useSyncExternalStore } from 'react'
import { useLocale, useTranslate } from '../../i18n/useTranslate.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import type { MediaNoteOf } from '../projection/mediaNote.ts'
import { mediaNote } from '../projection/mediaNote.ts'

export function useMediaNotes(workshop: WorkshopDocument): MediaNoteOf {
  const t = useTranslate()
  const locale = useLocale()
  const media = useSyncExternalStore(workshop.subscribe, () => workshop.snapshot().media)
  return useCallback(
    (mediaId) => (media.has(mediaId as never) ? mediaNote(workshop.snapshot(), mediaId, t, locale) : null),
    [workshop, media, t, locale],
  )
}
