/**
 * The far picture is kept in square tiles at a few fixed resolutions: panning then copies bitmaps, zooming scales them
 * until the sharper ones are there, and a change on the map redraws only the tiles it touches. This file is the grid's
 * arithmetic; `FarPainter` does the painting.
 */
import type { Rect } from '../../layout/scene.ts'

/** Device pixels per side of a tile. */
export const TILE_PX = 512

export interface TileId {
  readonly level: number
  readonly column: number
  readonly row: number
}

export function tileKey(tile: TileId): string {
  return `${tile.level}/${tile.column}/${tile.row}`
}

/** Device pixels per millimetre at a level; a level is half an octave. */
export function levelScale(level: number): number {
  return 2 ** (level / 2)
}

/** The coarsest level that is at least as sharp as the screen needs. */
export function levelFor(devicePixelsPerMm: number): number {
  return Math.ceil(Math.log2(devicePixelsPerMm) * 2 - 1e-6)
}

export function tileRect(tile: TileId): Rect {
  const size = TILE_PX / levelScale(tile.level)
  return { x: tile.column * size, y: tile.row * size, width: size, height: size }
}

/** Tiles that cover the area, those nearest to its middle first. */
export function tilesCovering(area: Rect, level: number): readonly TileId[] {
  const size = TILE_PX / levelScale(level)
  const first = { column: Math.floor(area.x / size), row: Math.floor(area.y / size) }
  const last = {
    column: Math.ceil((area.x + area.width) / size) - 1,
    row: Math.ceil((area.y + area.height) / size) - 1,
  }
  const tiles: TileId[] = []
  for (let row = first.row; row <= last.row; row += 1) {
    for (let column = first.column; column <= last.column; column += 1) tiles.push({ level, column, row })
  }
  const middle = { column: (first.column + last.column) / 2, row: (first.row + last.row) / 2 }
  const distance = (tile: TileId) => Math.abs(tile.column - middle.column) + Math.abs(tile.row - middle.row)
  return tiles.sort((a, b) => distance(a) - distance(b))
}

/** The common area, or null; zero-sized overlaps count as none. */
export function intersection(a: Rect, b: Rect): Rect | null {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const right = Math.min(a.x + a.width, b.x + b.width)
  const bottom = Math.min(a.y + a.height, b.y + b.height)
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null
}
