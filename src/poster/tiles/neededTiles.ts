/**
 * Which sheets of a tiled poster are worth printing. A sheet is left out when it would be blank, or when all that it
 * shows is in the strips that its printed neighbours show too; whatever is on the poster stays on a printed sheet.
 */
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import type { Rect, SceneOp } from '../../layout/scene.ts'
import { overlaps } from './boundsOfOp.ts'
import { inkOfOp } from './inkOfOp.ts'
import type { Tile } from './tileGrid.ts'

/** A sheet with the operations that may show on it, clips included. */
export interface FilledTile {
  readonly tile: Tile
  readonly ops: readonly SceneOp[]
}

/** In their order. */
export function neededTiles<T extends FilledTile>(all: readonly T[], metrics: FontMetrics): readonly T[] {
  const inked = all
    .map((filled) => ({ filled, ink: inkOn(filled, metrics) }))
    .filter(({ ink }) => ink.length > 0)
  const kept = new Set(inked.map(({ filled }) => filled))
  // The emptiest first: of two sheets that share all they show, the fuller one stays.
  for (const { filled, ink } of inked.toSorted((one, other) => one.ink.length - other.ink.length)) {
    const others = [...kept].flatMap((other) =>
      other !== filled && overlaps(other.tile.part, filled.tile.part) ? [other.tile.part] : [],
    )
    if (ink.every((box) => isCovered(box, others))) kept.delete(filled)
  }
  return all.filter((filled) => kept.has(filled))
}

function inkOn({ tile, ops }: FilledTile, metrics: FontMetrics): readonly Rect[] {
  const shown: Rect[] = []
  const windows: (Rect | null)[] = [tile.part]
  for (const op of ops) {
    const open = windows.at(-1) ?? null
    if (op.kind === 'restore') windows.pop()
    else if (op.kind === 'clip') windows.push(open && common(open, op))
    else if (open !== null)
      for (const box of inkOfOp(op, metrics)) {
        const seen = common(open, box)
        if (seen !== null) shown.push(seen)
      }
  }
  return shown
}

function common(one: Rect, other: Rect): Rect | null {
  const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)]
  const width = Math.min(one.x + one.width, other.x + other.width) - x
  const height = Math.min(one.y + one.height, other.y + other.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : null
}

function isCovered(box: Rect, by: readonly Rect[]): boolean {
  let open: readonly Rect[] = [box]
  for (const cover of by) open = open.flatMap((rest) => outsideOf(rest, cover))
  return open.length === 0
}

/** What of a box lies outside another: strips above, below, left and right of what they share. */
function outsideOf(box: Rect, cover: Rect): readonly Rect[] {
  const shared = common(box, cover)
  if (shared === null) return [box]
  const [right, bottom] = [shared.x + shared.width, shared.y + shared.height]
  return [
    { ...box, height: shared.y - box.y },
    { ...box, y: bottom, height: box.y + box.height - bottom },
    { ...shared, x: box.x, width: shared.x - box.x },
    { ...shared, x: right, width: box.x + box.width - right },
  ].filter(({ width, height }) => width > HAIR && height > HAIR)
}

/** Sums of millimetres are not exact. */
const HAIR = 1e-6
