/** Symbols, faces, chips and pictures at their places: the small parts that several sheets share. */
import { isColour, readableInk } from '../colour.ts'
import type { ChannelChip } from '../mapLayout.ts'
import type { PlacedFace, PlacedSymbol, Thumb } from '../placedSigns.ts'
import type { Colour, SceneOp } from '../scene.ts'
import { circle, opsOfSymbol, placeSegments } from '../symbols/drawing.ts'
import { smiley } from '../symbols/smileys.ts'
import { SYMBOLS } from '../symbols/symbolNames.ts'
import type { MapTheme } from '../theme.ts'
import { opsOfText } from './opsOfText.ts'

export function opsOfSign(
  symbol: PlacedSymbol,
  colour: Colour,
  paper: Colour,
  dx = 0,
  dy = 0,
): readonly SceneOp[] {
  const colours = { main: colour, paper, ink: colour }
  return opsOfSymbol(SYMBOLS[symbol.name], symbol.x + dx, symbol.y + dy, symbol.size, colours)
}

/** Bolt and star on a round sticker, so that they read on any ground. */
export function opsOfSticker(symbol: PlacedSymbol, theme: MapTheme, dx = 0, dy = 0): readonly SceneOp[] {
  const { size } = symbol
  const x = symbol.x + dx
  const y = symbol.y + dy
  const inset = size * 0.19
  const sign = { ...symbol, x: x + inset, y: y + inset, size: size - 2 * inset }
  return [
    {
      kind: 'path',
      segments: placeSegments(circle(12, 12, 12), x, y, size / 24),
      fill: theme.mark,
      stroke: symbol.name === 'bolt' ? theme.bolt : theme.star,
      strokeWidth: size * 0.05,
    },
    ...opsOfSign(sign, symbol.name === 'bolt' ? theme.bolt : theme.star, theme.mark),
  ]
}

export function opsOfFace(face: PlacedFace, theme: MapTheme, dx = 0, dy = 0): readonly SceneOp[] {
  return opsOfSymbol(smiley(face.level), face.x + dx, face.y + dy, face.size, {
    main: theme.faces[face.level],
    paper: theme.sheet,
    ink: theme.faceInk,
  })
}

export function chipColour(theme: MapTheme, colour: Colour | null): Colour {
  return colour !== null && isColour(colour) ? colour : theme.chip
}

export function opsOfChip(chip: ChannelChip, theme: MapTheme, dx = 0, dy = 0): readonly SceneOp[] {
  const fill = chipColour(theme, chip.colour)
  return [
    {
      kind: 'rect',
      x: chip.x + dx,
      y: chip.y + dy,
      width: chip.width,
      height: chip.height,
      radius: chip.height * 0.28,
      fill,
    },
    ...opsOfText(chip.text, readableInk(fill), dx, dy),
  ]
}

/** A quiet ground below every picture: it shows until the picture is here, and where it is missing. */
export function opsOfThumb(
  thumb: Thumb,
  theme: MapTheme,
  radius: number,
  dx = 0,
  dy = 0,
): readonly SceneOp[] {
  const rect = { x: thumb.x + dx, y: thumb.y + dy, width: thumb.width, height: thumb.height, radius }
  return [
    { kind: 'rect', ...rect, fill: theme.lane },
    { kind: 'picture', ...rect, mediaId: thumb.mediaId },
  ]
}
