/**
 * The poster in a company's colour: its activities and the line over its title. A colour that would hardly show on
 * paper is made darker, and the writing on it is white or black, whichever can be read.
 */
import { contrast, isColour, readableInk, strengthen } from '../layout/colour.ts'
import type { Colour } from '../layout/scene.ts'
import { type MapTheme, POSTER_THEME } from '../layout/theme.ts'

/** What large shapes need against the paper. */
const LEAST = 3

export function companyTheme(colour: Colour | null): MapTheme {
  if (colour === null || !isColour(colour)) return POSTER_THEME
  const activity = printedColour(colour)
  return { ...POSTER_THEME, activity, activityInk: readableInk(activity) }
}

export function printedColour(colour: Colour): Colour {
  const { board } = POSTER_THEME
  return contrast(colour, board) >= LEAST ? colour : strengthen(colour, board, LEAST)
}
