/** The pictures of a card or an activity: look, add from camera or files, take away. */
import { ImagePlus, X } from 'lucide-react'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { linkRecords } from '../../model/commands/linkRecords.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { CardId } from '../../model/records/card.ts'
import type { Media, MediaId } from '../../model/records/media.ts'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import './Pictures.css'

export type PictureTarget =
  | { readonly kind: 'card'; readonly id: CardId }
  | { readonly kind: 'activity'; readonly id: ActivityId }

/** What only the app can do: fetch bytes and keep new ones. */
export interface PictureTools {
  readonly mediaUrl: (mediaId: string) => string | undefined
  readonly onPictures: (files: readonly File[], target: PictureTarget) => void
}

export interface PicturesProps {
  readonly mediaIds: readonly MediaId[]
  readonly target: PictureTarget
  readonly mayWrite: boolean
  readonly tools: PictureTools
}

export function Pictures({ mediaIds, target, mayWrite, tools }: PicturesProps) {
  const t = useTranslate()
  const run = useRun()
  const media = useSnapshot((snapshot) => mediaIds.flatMap((id) => snapshot.media.get(id) ?? []))
  const takeAway = (mediaId: MediaId) => {
    const change = { field: 'mediaIds', remove: [mediaId] } as const
    run<string>((workshop, actor) =>
      target.kind === 'card'
        ? linkRecords(workshop, actor, { table: 'cards', id: target.id, ...change })
        : linkRecords(workshop, actor, { table: 'activities', id: target.id, ...change }),
    )
  }
  if (media.length === 0 && !mayWrite) return null
  return (
    <section className="et-pictures" aria-label={t('inspector.pictures')}>
      <span className="et-field__label">{t('inspector.pictures')}</span>
      {media.length === 0 ? null : (
        <ul>
          {media.map((picture, index) => (
            <li key={picture.id}>
              <Picture picture={picture} url={tools.mediaUrl(picture.id)} number={index + 1} />
              {mayWrite ? (
                <IconButton
                  label={t('inspector.removePicture', { n: index + 1 })}
                  icon={<X />}
                  tone="solid"
                  onClick={() => takeAway(picture.id)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayWrite ? (
        <FilePicker
          label={t('inspector.addPicture')}
          icon={<ImagePlus />}
          accept="image/*"
          multiple
          onFiles={(files) => tools.onPictures(files, target)}
        />
      ) : null}
    </section>
  )
}

interface PictureProps {
  readonly picture: Media
  readonly url: string | undefined
  readonly number: number
}

function Picture({ picture, url, number }: PictureProps) {
  const t = useTranslate()
  const alt = picture.description === '' ? t('inspector.picture', { n: number }) : picture.description
  const source = url ?? (picture.preview === '' ? undefined : picture.preview)
  return (
    <figure>
      {source === undefined ? null : <img src={source} alt={alt} />}
      {url === undefined ? <figcaption>{t('inspector.pictureElsewhere')}</figcaption> : null}
    </figure>
  )
}
