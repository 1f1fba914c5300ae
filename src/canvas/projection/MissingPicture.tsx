/**
 * The place of a picture that has not arrived: the blurred idea of it that travels with the map, and who still has it.
 * The words come after a moment, so that pictures which are only being read from the device do not flicker.
 */
import { useContext } from 'react'
import type { Rect } from '../../layout/scene.ts'
import { MediaNoteContext } from './mediaNote.ts'
import './MissingPicture.css'

export interface MissingPictureProps {
  readonly place: Rect & { readonly mediaId: string; readonly radius?: number }
}

/** Of the place's width: an average letter in the words below, so that about this many fit in a line. */
const LETTERS = 24
const LETTER_EM = 0.52
/** A round portrait has no room for words. */
const NARROWEST_MM = 14
const MOST_LINES = 3

export function MissingPicture({ place }: MissingPictureProps) {
  const note = useContext(MediaNoteContext)(place.mediaId)
  const { x, y, width, height, radius = 0 } = place
  const size = width / (LETTERS * LETTER_EM)
  const icon = Math.min(width, height) * 0.24
  const lines = note === null || width < NARROWEST_MM ? [] : wrapped(note.text, LETTERS - 3, MOST_LINES)
  const block = icon + lines.length * size * 1.25
  const top = y + Math.max(0, (height - block) / 2)
  const clip = { clipPath: `inset(0 round ${radius}px)` }
  return (
    <g className="map-missing">
      {note === null || note.preview === '' ? (
        <rect x={x} y={y} width={width} height={height} rx={radius} className="map-missing__ground" />
      ) : (
        <image
          href={note.preview}
          x={x}
          y={y}
          width={width}
          height={height}
          preserveAspectRatio="xMidYMid slice"
          style={clip}
        />
      )}
      <g className="map-missing__note">
        <rect x={x} y={y} width={width} height={height} rx={radius} className="map-missing__veil" />
        <path
          className="map-missing__icon"
          d={PICTURE}
          transform={placed(x + (width - icon) / 2, top, icon)}
        />
        {lines.map((line, index) => (
          <text
            key={line}
            className="etappe-text map-missing__text"
            x={x + width / 2}
            y={top + icon + (index + 1) * size * 1.25}
            fontSize={size}
          >
            {line}
          </text>
        ))}
      </g>
    </g>
  )
}

/** A framed landscape on a field of 24 by 24. */
const PICTURE = 'M4 5H20V19H4ZM4 16L9 11L13 15L16 12L20 16M8 8.5V9.5'

function placed(x: number, y: number, size: number): string {
  return `translate(${String(x)} ${String(y)}) scale(${String(size / 24)})`
}

/** Good enough for a note: whole words, by their number of letters; what does not fit is left off with a mark. */
export function wrapped(text: string, most: number, lines: number): readonly string[] {
  const result: string[] = []
  for (const word of text.split(' ')) {
    const last = result.at(-1)
    if (last !== undefined && last.length + word.length < most) result[result.length - 1] = `${last} ${word}`
    else result.push(word)
  }
  if (result.length <= lines) return result
  return [...result.slice(0, lines - 1), `${result[lines - 1] ?? ''} …`]
}
