/**
 * A poster as sheets for an office printer, each a scene of its own: only what shows on it, its marks, its name. Sheets
 * that nobody needs are left out, and the plan says which. Pages go through the same `renderPdf`; photos and fonts are stored once.
 */
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import { moveOps } from '../../layout/ops/moveOps.ts'
import type { TilePaper } from '../../layout/poster/posterSheets.ts'
import type { Rect, Scene, SceneOp } from '../../layout/scene.ts'
import { assemblyPlan, type PlanLabels } from './assemblyPlan.ts'
import { boundOps, cullOps } from './cullOps.ts'
import { neededTiles } from './neededTiles.ts'
import { type Tile, type TileGrid, tileGrid, type TileSheet } from './tileGrid.ts'
import { type TileLabels, tileMarks } from './tileMarks.ts'

/** A margin of 8 mm is what every office printer manages. */
export const TILE_SHEETS = {
  A4: { width: 210, height: 297, margin: 8, overlap: 10 },
  A3: { width: 297, height: 420, margin: 8, overlap: 10 },
} as const satisfies Readonly<Record<TilePaper, TileSheet>>

export interface TiledPoster {
  /** The plan first, then the sheets, row by row. */
  readonly pages: readonly Scene[]
  /** Which parts of the poster are on sheets of their own, in the order of the pages. */
  readonly parts: readonly Rect[]
}

export function tileScene(
  scene: Scene,
  sheet: TileSheet,
  labels: TileLabels & { readonly plan: PlanLabels },
  metrics: FontMetrics,
): TiledPoster {
  const grid = tileGrid(scene, sheet)
  const bounded = boundOps(scene.ops, metrics)
  const marked = new Set<SceneOp>()
  const filled = grid.tiles.map((tile) => ({ tile, ops: cullOps(bounded, tile.part) }))
  const shown = neededTiles(filled, metrics).map(({ tile, ops }) => ({ tile, ops: markedOnce(ops, marked) }))
  const printed = shown.map(({ tile }) => tile)
  const plan = assemblyPlan({ poster: scene, grid, printed, labels: labels.plan, metrics })
  return {
    pages: [plan, ...shown.map(({ tile, ops }) => pageOf(grid, tile, ops, labels, metrics))],
    parts: printed.map(({ part }) => part),
  }
}

/** Neighbours overlap; a bookmark leads to the first sheet that has its place. */
function markedOnce(ops: readonly SceneOp[], marked: Set<SceneOp>): readonly SceneOp[] {
  return ops.filter((op) => {
    if (op.kind !== 'bookmark') return true
    const isNew = !marked.has(op)
    marked.add(op)
    return isNew
  })
}

function pageOf(
  grid: TileGrid,
  tile: Tile,
  ops: readonly SceneOp[],
  labels: TileLabels,
  metrics: FontMetrics,
): Scene {
  const { part } = tile
  const { width, height, margin } = grid.sheet
  const shown = { x: margin, y: margin, width: part.width, height: part.height }
  return {
    width,
    height,
    ops: [
      { kind: 'clip', ...shown },
      ...moveOps(ops, margin - part.x, margin - part.y),
      { kind: 'restore' },
      ...tileMarks(grid, tile, shown, labels, metrics),
    ],
  }
}
