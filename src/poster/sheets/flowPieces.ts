/**
 * Fills columns with pieces, one after the other, page after page. A piece is never torn; text comes as one piece a
 * line, so that whatever is too long for a column goes on in the next one and nothing is cut off.
 */
import { moveOps } from '../../layout/ops/moveOps.ts'
import type { SceneOp } from '../../layout/scene.ts'

export interface Piece {
  readonly height: number
  /** With its top left corner at 0, 0. */
  readonly ops: readonly SceneOp[]
  /** Room above it, unless it is the first of its column. */
  readonly gap?: number
  /** Stays together with the piece that follows: a heading with its first line. */
  readonly keep?: boolean
}

export interface Column {
  readonly x: number
  readonly y: number
  readonly height: number
}

export interface Filled {
  /** One list for each column that was used. */
  readonly columns: readonly (readonly SceneOp[])[]
  /** Height that the last column used. */
  readonly lastHeight: number
}

const TOLERANCE = 1e-6

export function flowPieces(pieces: readonly Piece[], columnAt: (index: number) => Column): Filled {
  const columns: SceneOp[][] = []
  let used = 0
  let column = columnAt(0)
  const begin = (): void => {
    column = columnAt(columns.length)
    columns.push([])
    used = 0
  }
  for (const group of groupsOf(pieces)) {
    const first = columns.length === 0 || used === 0
    const height = heightOf(group, first)
    if (columns.length === 0 || (!first && used + height > column.height + TOLERANCE)) begin()
    for (const [index, piece] of group.entries()) {
      const gap = used === 0 ? 0 : (piece.gap ?? 0)
      // A group that is higher than a column is torn after all.
      if (index > 0 && used + gap + piece.height > column.height + TOLERANCE) begin()
      const y = used === 0 ? 0 : used + gap
      columns.at(-1)?.push(...moveOps(piece.ops, column.x, column.y + y))
      used = y + piece.height
    }
  }
  return { columns, lastHeight: used }
}

/** Runs of pieces that stay together. */
function groupsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const groups: Piece[][] = []
  let open = false
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (open && last !== undefined) last.push(piece)
    else groups.push([piece])
    open = piece.keep === true
  }
  return groups
}

function heightOf(group: readonly Piece[], first: boolean): number {
  return group.reduce((sum, { height, gap = 0 }, index) => sum + height + (first && index === 0 ? 0 : gap), 0)
}

/** The least height at which so many columns hold everything; null when even the full height is too little. */
export function balancedHeight(pieces: readonly Piece[], count: number, full: number): number | null {
  const fits = (height: number): boolean =>
    flowPieces(pieces, () => ({ x: 0, y: 0, height })).columns.length <= count
  if (!fits(full)) return null
  let [low, high] = [0, full]
  for (let step = 0; step < 24; step += 1) {
    const middle = (low + high) / 2
    if (fits(middle)) high = middle
    else low = middle
  }
  return high
}
