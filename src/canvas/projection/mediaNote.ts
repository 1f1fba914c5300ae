/** What is known about a picture whose bytes are not on this device: a blurred idea of it, who has it, how large it is. */
import { createContext } from 'react'
import type { Locale, Translate } from '../../i18n/translate.ts'
import type { MediaId } from '../../model/records/media.ts'
import { mediaHolder } from '../../model/select/mediaHolder.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

export interface MediaNote {
  /** A tiny picture as a `data:` address; empty where nobody made one. */
  readonly preview: string
  readonly text: string
}

export type MediaNoteOf = (mediaId: string) => MediaNote | null

export const MediaNoteContext = createContext<MediaNoteOf>(() => null)

/** `data:` addresses are shown by themselves; anything else in the field could fetch from somewhere. */
const PREVIEW = /^data:image\/(jpeg|png|webp);base64,/

export function mediaNote(
  snapshot: WorkshopSnapshot,
  mediaId: string,
  t: Translate,
  locale: Locale,
): MediaNote | null {
  const media = snapshot.media.get(mediaId as MediaId)
  if (media === undefined) return null
  const who = mediaHolder(snapshot, media)
  const where = who === '' ? t('canvas.pictureNotHere') : t('canvas.pictureStillWith', { who })
  const size = media.bytes > 0 ? ` (${megabytes(media.bytes, locale)})` : ''
  return { preview: PREVIEW.test(media.preview) ? media.preview : '', text: where + size }
}

function megabytes(bytes: number, locale: Locale): string {
  const isSmall = bytes < 950_000
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(Math.max(1, bytes / 1000) / (isSmall ? 1 : 1000))
}
