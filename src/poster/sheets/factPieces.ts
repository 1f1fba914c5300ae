/** A label and what it says, side by side; where the label is long, one below the other. */
import type { Piece } from './flowPieces.ts'
import { setAt, type SheetSource, type Style } from './sheetSource.ts'
import { BODY, linePieces } from './textPieces.ts'

const LABEL = 0.36

export function factPieces(
  source: SheetSource,
  label: string,
  value: string,
  width: number,
): readonly Piece[] {
  const indent = width * LABEL
  const style: Style = { points: 9, colour: source.theme.quietInk }
  const set = setAt(source, label, style, { x: 0, y: 0.45, width: indent - 2 })
  const [first, ...rest] = linePieces(source, value, BODY, width, { gap: 1.2, x: indent })
  if (first === undefined) return []
  if (set.height <= first.height + 1) return [{ ...first, ops: [...set.ops, ...first.ops] }, ...rest]
  return [
    ...linePieces(source, label, style, width, { gap: 1.2 }).map((piece) => ({ ...piece, keep: true })),
    ...linePieces(source, value, BODY, width, { x: indent }),
  ]
}
