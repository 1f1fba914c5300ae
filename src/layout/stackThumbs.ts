/** Pictures on a card or a touchpoint: one over the full width, several two by two, never distorted. */
import type { Media, MediaId } from '../model/records/media.ts'
import type { Thumb } from './placedSigns.ts'
import type { MapMeasures } from './mapMeasures.ts'

export interface Picture {
  readonly mediaId: MediaId
  /** Height by width. */
  readonly aspect: number
}

export interface ThumbStack {
  readonly thumbs: readonly Thumb[]
  /** With the gap below. */
  readonly height: number
}

const TALLEST = 1.25
const FLATTEST = 0.4
/** In em of the card text: a picture never makes a sheet too high to fit anywhere. */
const WIDEST = 14

/** Sound and film have no picture to show here; a sign at the foot of their card says that they are there. */
export function pictureOf(media: Media): Picture | null {
  if (recordingOf(media) !== null) return null
  const aspect = media.width > 0 && media.height > 0 ? media.height / media.width : 0.75
  return { mediaId: media.id, aspect: Math.min(TALLEST, Math.max(FLATTEST, aspect)) }
}

/** The sign of something that is listened to or watched. */
export type RecordingSign = 'sound' | 'film'

export function recordingOf({ kind }: Media): RecordingSign | null {
  if (kind === 'audio') return 'sound'
  return kind === 'video' ? 'film' : null
}

export function stackThumbs(
  pictures: readonly Picture[],
  place: { readonly x: number; readonly y: number; readonly width: number },
  measures: MapMeasures,
): ThumbStack {
  const gap = measures.sheetGap * 0.6
  const perRow = pictures.length === 1 ? 1 : 2
  const width = Math.min(WIDEST * measures.textSize, (place.width - gap * (perRow - 1)) / perRow)
  const thumbs: Thumb[] = []
  let y = place.y
  for (let index = 0; index < pictures.length; index += perRow) {
    const row = pictures.slice(index, index + perRow)
    const height = width * Math.max(...row.map((picture) => picture.aspect))
    row.forEach((picture, column) => {
      thumbs.push({
        mediaId: picture.mediaId,
        x: place.x + column * (width + gap),
        y,
        width,
        height: width * picture.aspect,
      })
    })
    y += height + gap
  }
  return { thumbs, height: y - place.y }
}
