/**
 * A poster as sheets for an office printer, each a scene of its own: only what shows on it, its marks, its name. Pages
 * go through the same `renderPdf`; photos and fonts are stored once for all of them.
 */
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import { moveOps } from '../../layout/ops/moveOps.ts'
import type { Scene } from '../../layout/scene.ts'
import { boundOps, cullOps } from './cullOps.ts'
import { tileGrid, type TileSheet } from './tileGrid.ts'
import { type TileLabels, tileMarks } from './tileMarks.ts'

/** A margin of 8 mm is what every office printer manages. */
export const TILE_SHEETS = {
  A4: { width: 210, height: 297, margin: 8, overlap: 10 },
  A3: { width: 297, height: 420, margin: 8, overlap: 10 },
} as const satisfies Readonly<Record<string, TileSheet>>

export function tileScene(
  scene: Scene,
  sheet: TileSheet,
  labels: TileLabels,
  metrics: FontMetrics,
): readonly Scene[] {
  const grid = tileGrid(scene, sheet)
  const bounded = boundOps(scene.ops, metrics)
  return grid.tiles.map((tile): Scene => {
    const { part } = tile
    const { width, height, margin } = grid.sheet
    const shown = { x: margin, y: margin, width: part.width, height: part.height }
    return {
      width,
      height,
      ops: [
        { kind: 'clip', ...shown },
        ...moveOps(cullOps(bounded, part), margin - part.x, margin - part.y),
        { kind: 'restore' },
        ...tileMarks(grid, tile, shown, labels, metrics),
      ],
    }
  })
}
