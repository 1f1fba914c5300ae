/** A free drawing as it is painted: its line, its words or its picture, in a colour that shows on the board's light. */
import { isColour, strengthen } from '../colour.ts'
import { type PlacedSketch, SKETCH_INK } from '../placeSketches.ts'
import type { Colour, SceneOp } from '../scene.ts'
import type { MapTheme } from '../theme.ts'
import { opsOfText } from './opsOfText.ts'

/** Of a line that is no letter (WCAG 1.4.11). */
const LEAST_CONTRAST = 3

/** Ink is ink in every light; a colour somebody chose stays that colour, only lighter on a dark board. */
export function sketchColour(colour: string, theme: MapTheme): Colour {
  if (colour === SKETCH_INK || !isColour(colour)) return theme.name === 'dark' ? theme.ink : SKETCH_INK
  return theme.name === 'dark' ? strengthen(colour, theme.board, LEAST_CONTRAST) : colour
}

export function opsOfSketch(sketch: PlacedSketch, theme: MapTheme): readonly SceneOp[] {
  const { box } = sketch
  const colour = sketchColour(sketch.colour, theme)
  if (sketch.text !== null) return opsOfText(sketch.text, colour)
  if (sketch.mediaId !== null) {
    return [
      { kind: 'rect', ...box, fill: theme.lane },
      { kind: 'picture', ...box, mediaId: sketch.mediaId },
    ]
  }
  return [
    {
      kind: 'path',
      segments: sketch.segments,
      stroke: colour,
      strokeWidth: sketch.strokeWidth,
      ...(sketch.fill === null ? {} : { fill: sketch.fill }),
    },
  ]
}
