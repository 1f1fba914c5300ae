/**
 * What stands on a sheet beside its part of the poster: where to cut, which sheet it is, and a ruler that tells whether
 * the printer kept the size. All of it lies in the strip that is cut off or glued under.
 */
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import type { Rect, SceneOp, Segment } from '../../layout/scene.ts'
import type { Tile, TileGrid } from './tileGrid.ts'

export interface TileLabels {
  /** Names a sheet, for instance “Row 2 of 5, column 3 of 7”. Numbers count from 1. */
  readonly sheet: (place: { row: number; rows: number; column: number; columns: number }) => string
  /** Beside the ruler, for instance “100 mm: print at 100 %”. */
  readonly ruler: string
}

const INK = '#555555'
const TEXT_SIZE = 2.4
const MARK = 4
const RULER = 100
/** What words and ruler keep from a crop mark. */
const CLEAR = 2

/** `shown` is where the part lies on the sheet. */
export function tileMarks(
  grid: TileGrid,
  tile: Tile,
  shown: Rect,
  labels: TileLabels,
  metrics: FontMetrics,
): readonly SceneOp[] {
  const { margin, width, height } = grid.sheet
  const name = labels.sheet({
    row: tile.row + 1,
    rows: grid.rows,
    column: tile.column + 1,
    columns: grid.columns,
  })
  const baseline = height - Math.max(1, margin - TEXT_SIZE - 0.6)
  const text = (line: string, x: number): SceneOp => ({
    kind: 'text',
    text: line,
    x,
    baseline,
    font: 'regular',
    size: TEXT_SIZE,
    colour: INK,
  })
  const nameWidth = metrics.measure(name, 'regular', TEXT_SIZE)
  const scaleWidth = RULER + 2 + metrics.measure(labels.ruler, 'regular', TEXT_SIZE)
  // Under a shorter part the words pass below its marks.
  const [right, reach] = [shown.x + shown.width, reachOf(margin)]
  const isBesideMarks = shown.y + shown.height + reach > baseline - TEXT_SIZE
  const marks = isBesideMarks
    ? [
        { from: shown.x, to: shown.x },
        { from: right, to: right + reach },
      ]
    : []
  const nameX = clearOf(marks, margin, nameWidth, width - margin - 6 - scaleWidth)
  const rulerX = clearOf(marks, nameX + nameWidth + 6, scaleWidth, width - margin)
  return [
    line(cropMarks(shown, margin)),
    text(name, nameX),
    line(ruler(rulerX, baseline)),
    text(labels.ruler, rulerX + RULER + 2),
  ]
}

interface Span {
  readonly from: number
  readonly to: number
}

/** From `x` on, or right of the mark that would be touched; it is crossed when there is no room before `end`. */
function clearOf(marks: readonly Span[], x: number, length: number, end: number): number {
  return marks.reduce((at, { from, to }) => {
    const touches = to > at - CLEAR && from < at + length + CLEAR
    return touches && to + CLEAR + length <= end ? to + CLEAR : at
  }, x)
}

const line = (segments: readonly Segment[]): SceneOp => ({
  kind: 'path',
  segments,
  stroke: INK,
  strokeWidth: 0.25,
})

function reachOf(margin: number): number {
  return Math.min(MARK, margin - 0.5)
}

/** Two short lines at every corner, outside the part. */
function cropMarks({ x, y, width, height }: Rect, margin: number): readonly Segment[] {
  const reach = reachOf(margin)
  const segments: Segment[] = []
  for (const [left, outwardX] of [
    [x, -1],
    [x + width, 1],
  ] as const)
    for (const [top, outwardY] of [
      [y, -1],
      [y + height, 1],
    ] as const) {
      segments.push(['M', left + outwardX * 0.5, top], ['L', left + outwardX * reach, top])
      segments.push(['M', left, top + outwardY * 0.5], ['L', left, top + outwardY * reach])
    }
  return segments
}

function ruler(x: number, baseline: number): readonly Segment[] {
  const segments: Segment[] = [
    ['M', x, baseline],
    ['L', x + RULER, baseline],
  ]
  for (let at = 0; at <= RULER; at += 10)
    segments.push(['M', x + at, baseline], ['L', x + at, baseline - (at % 50 === 0 ? 2 : 1.2)])
  return segments
}
