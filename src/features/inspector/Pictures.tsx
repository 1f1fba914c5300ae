/** The pictures, sound and film of a card or an activity: look, listen, add, take away. */
import { ImagePlus, X } from 'lucide-react'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { linkRecords } from '../../model/commands/linkRecords.ts'
import type { Media, MediaId } from '../../model/records/media.ts'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { MediaItem } from './MediaItem.tsx'
import type { PictureTarget, PictureTools } from './pictureTools.ts'
import { RecordingField } from './RecordingField.tsx'
import './Pictures.css'

export interface PicturesProps {
  readonly mediaIds: readonly MediaId[]
  readonly target: PictureTarget
  readonly mayWrite: boolean
  readonly tools: PictureTools
}

export function Pictures({ mediaIds, target, mayWrite, tools }: PicturesProps) {
  const t = useTranslate()
  const media = useSnapshot((snapshot) => mediaIds.flatMap((id) => snapshot.media.get(id) ?? []))
  const isRecording = ({ kind }: Media) => kind === 'audio' || kind === 'video'
  const pictures = media.filter((each) => !isRecording(each))
  const recordings = media.filter(isRecording)
  const lists = { target, mayWrite, tools }
  return (
    <>
      {pictures.length === 0 && !mayWrite ? null : (
        <section className="et-pictures" aria-label={t('inspector.pictures')}>
          <span className="et-field__label">{t('inspector.pictures')}</span>
          <MediaList media={pictures} {...lists} />
          {mayWrite ? (
            <FilePicker
              label={t('inspector.addPicture')}
              icon={<ImagePlus />}
              accept="image/*,application/pdf"
              multiple
              onBeforeOpen={() => tools.onBeforeCapture(target, 'picture')}
              onCancel={tools.onCaptureEnd}
              onFiles={(files) => tools.onPictures(files, target)}
            />
          ) : null}
        </section>
      )}
      {recordings.length === 0 && !mayWrite ? null : (
        <section className="et-pictures et-pictures--recordings" aria-label={t('media.recordings')}>
          <span className="et-field__label">{t('media.recordings')}</span>
          <MediaList media={recordings} {...lists} />
          {mayWrite ? <RecordingField target={target} tools={tools} /> : null}
        </section>
      )}
    </>
  )
}

interface MediaListProps extends Omit<PicturesProps, 'mediaIds'> {
  readonly media: readonly Media[]
}

const REMOVE_LABELS = {
  picture: 'inspector.removePicture',
  pdfPage: 'inspector.removePicture',
  audio: 'media.removeSound',
  video: 'media.removeFilm',
} as const

function MediaList({ media, target, mayWrite, tools }: MediaListProps) {
  const t = useTranslate()
  const run = useRun()
  const takeAway = (mediaId: MediaId) => {
    const change = { field: 'mediaIds', remove: [mediaId] } as const
    run<string>((workshop, actor) =>
      target.kind === 'card'
        ? linkRecords(workshop, actor, { table: 'cards', id: target.id, ...change })
        : linkRecords(workshop, actor, { table: 'activities', id: target.id, ...change }),
    )
  }
  if (media.length === 0) return null
  const numberOf = numberingOf(media)
  return (
    <ul>
      {media.map((each) => (
        <li key={each.id}>
          <MediaItem media={each} url={tools.mediaUrl(each.id)} number={numberOf(each)} />
          {mayWrite ? (
            <IconButton
              label={t(REMOVE_LABELS[each.kind], { n: numberOf(each) })}
              icon={<X />}
              tone="solid"
              onClick={() => takeAway(each.id)}
            />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** Sounds and films are each counted for themselves; pictures and pages stand in one row. */
function numberingOf(media: readonly Media[]): (one: Media) => number {
  const rowOf = ({ kind }: Media) => (kind === 'pdfPage' ? 'picture' : kind)
  return (one) => media.filter((each) => rowOf(each) === rowOf(one)).indexOf(one) + 1
}
