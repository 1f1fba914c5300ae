/** One page about one thing: what is looked at first across the page, the rest below it in two columns. */
import type { SceneOp } from '../../layout/scene.ts'
import { moveOps } from '../../layout/ops/moveOps.ts'
import { balancedHeight, type Column, flowPieces, type Piece } from './flowPieces.ts'
import type { SheetPage } from './sheetFrame.ts'

const GUTTER = 8
const BELOW_BAND = 7
const BELOW_COLUMNS = 9

export function columnWidth({ body }: SheetPage): number {
  return (body.width - GUTTER) / 2
}

/** The ops of as many pages as it takes. */
export function profilePages(
  page: SheetPage,
  band: Piece | null,
  pieces: readonly Piece[],
  /** For what is left of the last page, across both columns: pieces for a room of this height. */
  below: (height: number) => readonly Piece[] = () => [],
): readonly (readonly SceneOp[])[] {
  const { body } = page
  const top = band === null ? 0 : band.height + BELOW_BAND
  const bandOps = band === null ? [] : moveOps(band.ops, body.x, body.y)
  const even = balancedHeight(pieces, 2, body.height - top)
  const columnAt = (index: number): Column => {
    const onFirst = index < 2
    const y = body.y + (onFirst ? top : 0)
    const full = body.y + body.height - y
    return {
      x: body.x + (index % 2) * (columnWidth(page) + GUTTER),
      y,
      height: onFirst ? (even ?? full) : full,
    }
  }
  const { columns } = flowPieces(pieces, columnAt)
  const count = Math.max(1, Math.ceil(columns.length / 2))
  const free = even === null ? null : top + even + BELOW_COLUMNS
  return Array.from({ length: count }, (_, index) => [
    ...(index === 0 ? bandOps : []),
    ...(columns[2 * index] ?? []),
    ...(columns[2 * index + 1] ?? []),
    ...(free === null ? [] : restOps(page, free, below)),
  ])
}

function restOps(
  { body }: SheetPage,
  top: number,
  below: (height: number) => readonly Piece[],
): readonly SceneOp[] {
  const height = body.height - top
  return flowPieces(below(height), () => ({ x: body.x, y: body.y + top, height })).columns[0] ?? []
}
