/**
 * How a poster is cut for an office printer: which part of it goes on which sheet. Parts overlap, so that the sheets can
 * be glued, and keep away from the edge that no printer reaches. Always at full size.
 */
import type { Rect } from '../../layout/scene.ts'

export interface TileSheet {
  /** Millimetres. */
  readonly width: number
  readonly height: number
  /** What the printer cannot print, on every side. */
  readonly margin: number
  /** What neighbours share. */
  readonly overlap: number
}

export interface Tile {
  /** Count from 0, from the top left. */
  readonly row: number
  readonly column: number
  /** The part of the poster that this sheet shows. */
  readonly part: Rect
}

export interface TileGrid {
  readonly rows: number
  readonly columns: number
  readonly sheet: TileSheet
  /** Row by row. */
  readonly tiles: readonly Tile[]
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Turns the sheet whichever way needs fewer sheets; upright when it makes no difference. */
export function tileGrid(poster: Size, sheet: TileSheet): TileGrid {
  const [width, height] = [Math.min(sheet.width, sheet.height), Math.max(sheet.width, sheet.height)]
  const upright = cut(poster, { ...sheet, width, height })
  const lying = cut(poster, { ...sheet, width: height, height: width })
  return lying.tiles.length < upright.tiles.length ? lying : upright
}

function cut(poster: Size, sheet: TileSheet): TileGrid {
  const { margin, overlap } = sheet
  const shown = { width: sheet.width - 2 * margin, height: sheet.height - 2 * margin }
  if (shown.width <= overlap || shown.height <= overlap)
    throw new Error(`a sheet of ${sheet.width} × ${sheet.height} mm is smaller than its margins and overlap`)
  const columns = pieces(poster.width, shown.width, overlap)
  const rows = pieces(poster.height, shown.height, overlap)
  const tiles = Array.from({ length: rows * columns }, (_, index): Tile => {
    const [row, column] = [Math.floor(index / columns), index % columns]
    const x = column * (shown.width - overlap)
    const y = row * (shown.height - overlap)
    const part = {
      x,
      y,
      width: Math.min(shown.width, poster.width - x),
      height: Math.min(shown.height, poster.height - y),
    }
    return { row, column, part }
  })
  return { rows, columns, sheet, tiles }
}

/** n pieces cover n · (shown − overlap) + overlap; hairbreadths do not start another sheet. */
function pieces(length: number, shown: number, overlap: number): number {
  const HAIR = 0.01
  return Math.max(1, Math.ceil((length - overlap - HAIR) / (shown - overlap)))
}
