/** One picture, page, sound or film, or the word where it still is. */
import { Download } from 'lucide-react'
import type { CSSProperties } from 'react'
import { useState } from 'react'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import type { Translate } from '../../i18n/translate.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Media } from '../../model/records/media.ts'
import { mediaHolder } from '../../model/select/mediaHolder.ts'
import { clockTime } from './clockTime.logic.ts'

export interface MediaItemProps {
  readonly media: Media
  readonly url: string | undefined
  readonly number: number
}

/** Other addresses than these could fetch from somewhere. */
const PREVIEW = /^data:image\/(jpeg|png|webp);base64,[\w+/=]+$/

export function MediaItem({ media, url, number }: MediaItemProps) {
  const t = useTranslate()
  const holder = useSnapshot((snapshot) => mediaHolder(snapshot, media))
  const name = mediaName(t, media, number)
  const isPlayed = media.kind === 'audio' || media.kind === 'video'
  if (url !== undefined && isPlayed) return <Player media={media} url={url} name={name} />
  const source = url ?? previewOf(media)
  return (
    <figure className={isPlayed ? 'et-pictures__waiting' : ''}>
      {source === undefined ? null : (
        <img className={url === undefined ? 'et-pictures__blurred' : ''} src={source} alt={name} />
      )}
      {url === undefined ? (
        <figcaption>
          {isPlayed ? `${name}. ` : ''}
          {holder === '' ? t('media.stillElsewhere') : t('media.stillWith', { who: holder })}
        </figcaption>
      ) : null}
    </figure>
  )
}

function previewOf({ preview }: Media): string | undefined {
  return PREVIEW.test(preview) ? preview : undefined
}

/** Seen until the browser has a first picture of its own, which some load only when the film is played. */
function behindFilm(media: Media): CSSProperties {
  const preview = previewOf(media)
  return preview === undefined ? {} : { backgroundImage: `url("${preview}")` }
}

interface PlayerProps {
  readonly media: Media
  readonly url: string
  readonly name: string
}

function Player({ media, url, name }: PlayerProps) {
  const t = useTranslate()
  const [isBroken, setBroken] = useState(false)
  const player = { controls: true, preload: 'metadata', src: url, onError: () => setBroken(true) } as const
  if (!isBroken) {
    return (
      <figure className="et-pictures__player">
        {media.kind === 'audio' ? (
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- recorded a moment ago, nobody has written captions
          <audio {...player} aria-label={name} />
        ) : (
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- the same
          <video {...player} style={behindFilm(media)} playsInline aria-label={name} />
        )}
        <figcaption>{name}</figcaption>
      </figure>
    )
  }
  return (
    <figure className="et-pictures__waiting">
      <figcaption>
        {`${name}. ${t('media.cannotPlay')} `}
        <a className="et-pictures__save" href={url} download={media.name === '' ? name : media.name}>
          <Download aria-hidden />
          {t('media.saveFile')}
        </a>
      </figcaption>
    </figure>
  )
}

export function mediaName(t: Translate, media: Media, number: number): string {
  const { kind, description } = media
  const length = clockTime(media.duration ?? 0)
  const isPlayed = kind === 'audio' || kind === 'video'
  if (description !== '') return isPlayed ? `${description}, ${length}` : description
  switch (kind) {
    case 'audio':
      return t('media.sound', { n: number, length })
    case 'video':
      return t('media.film', { n: number, length })
    case 'pdfPage':
      return t('media.page', { page: media.page ?? number, name: media.name })
    case 'picture':
      return t('inspector.picture', { n: number })
  }
}
