/** Text as pieces that flow: a line each, lists with a dot before every entry, headings that stay with what follows. */
import type { SceneOp } from '../../layout/scene.ts'
import { opsOfText } from '../../layout/ops/opsOfText.ts'
import { circle, placeSegments } from '../../layout/symbols/drawing.ts'
import type { Piece } from './flowPieces.ts'
import { setBlock, type SheetSource, type Style } from './sheetSource.ts'

export const BODY: Style = { points: 10.5 }
const HEADING: Style = { points: 10.5, font: 'bold' }
const BULLET = 3.4
const DOT = 0.55

export interface LineOptions {
  /** Room above the first line. */
  readonly gap?: number
  readonly x?: number
  /** Before the first line. */
  readonly sign?: readonly SceneOp[]
}

export function linePieces(
  source: SheetSource,
  text: string,
  style: Style,
  width: number,
  { gap = 0, x = 0, sign = [] }: LineOptions = {},
): readonly Piece[] {
  if (text.trim() === '') return []
  const block = setBlock(source, text, style, { x, y: 0, width: width - x })
  const height = block.height / block.lines.length
  const colour = style.colour ?? source.theme.ink
  return block.lines.map((line, index) => ({
    height,
    ...(index === 0 && gap > 0 ? { gap } : {}),
    // No line of a paragraph stands alone at the foot of a column.
    ...(index === 0 && block.lines.length > 1 ? { keep: true } : {}),
    ops: [
      ...(index === 0 ? sign : []),
      ...opsOfText({ ...block, lines: [{ ...line, baseline: line.baseline - index * height }] }, colour),
    ],
  }))
}

/** One entry needs no dot. */
export function listPieces(source: SheetSource, texts: readonly string[], width: number): readonly Piece[] {
  const entries = texts.map((entry) => entry.trim()).filter((entry) => entry !== '')
  const only = entries.length === 1
  return entries.flatMap((entry) =>
    linePieces(source, entry, BODY, width, {
      gap: 0.6,
      ...(only ? {} : { x: BULLET, sign: [dotAt(source)] }),
    }),
  )
}

function dotAt({ theme }: SheetSource): SceneOp {
  return {
    kind: 'path',
    segments: placeSegments(circle(12, 12, 12), 0.6, 1.9, (2 * DOT) / 24),
    fill: theme.quietInk,
  }
}

/** A heading with a fine line above it; it takes the first line of what follows along. */
export function headingPieces(source: SheetSource, text: string, width: number, gap = 5): readonly Piece[] {
  const rule: SceneOp = { kind: 'rect', x: 0, y: -1.2, width, height: 0.35, fill: source.theme.sheetEdge }
  const lines = linePieces(source, text, HEADING, width, { gap: gap + 1.2, sign: [rule] })
  return [...lines.map((line) => ({ ...line, keep: true })), { height: 0.8, ops: [], keep: true }]
}

/** Ruled lines to write on. */
export function ruledPieces(
  source: SheetSource,
  count: number,
  width: number,
  spacing = 8,
): readonly Piece[] {
  return Array.from({ length: count }, () => ({
    height: spacing,
    ops: [ruleAt(source, 0, spacing - 0.3, width)],
  }))
}

export function ruleAt({ theme }: SheetSource, x: number, y: number, width: number): SceneOp {
  return { kind: 'rect', x, y, width, height: 0.25, fill: theme.sheetEdge }
}

export function section(
  source: SheetSource,
  title: string,
  pieces: readonly Piece[],
  width: number,
): readonly Piece[] {
  return pieces.length === 0 ? [] : [...headingPieces(source, title, width), ...pieces]
}
