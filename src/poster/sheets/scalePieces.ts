/**
 * Ratings on a scale from 1 to 10, a line for each view, with a face for the value. The views differ in the shape of
 * their marks too, so that a grey print tells them apart.
 */
import { opsOfFace } from '../../layout/ops/opsOfSigns.ts'
import type { SceneOp } from '../../layout/scene.ts'
import { circle, placeSegments, polygon } from '../../layout/symbols/drawing.ts'
import { faceOfValue } from '../../layout/symbols/smileys.ts'
import type { Piece } from './flowPieces.ts'
import { setAt, type SheetSource } from './sheetSource.ts'
import type { ViewValue } from './touchpointContent.ts'

const FACE = 5
const ROW = 8
const MARK = 3.2

export function scalePieces(
  source: SheetSource,
  values: readonly ViewValue[],
  width: number,
): readonly Piece[] {
  const { labels, theme, t } = source
  return values.map(({ view, value, count }, index) => {
    const number = labels.formatNumber(value)
    const words = count > 0 ? t('sheets.ratedBy', { value: number, n: count }) : number
    const label = setAt(
      source,
      `${labels[view]} ${words}`,
      { points: 9.5 },
      { x: FACE + 2, y: 0.3, width: width - FACE - 2 },
    )
    const y = label.height + 2.4
    const [from, to] = [FACE + 3.6, width - 1.6]
    const at = from + ((to - from) * (value - 1)) / 9
    return {
      height: Math.max(ROW, y + MARK / 2 + 0.4),
      gap: 1.4,
      // Both views are read together.
      ...(index < values.length - 1 ? { keep: true } : {}),
      ops: [
        ...opsOfFace({ level: faceOfValue(value), x: 0, y: 1, size: FACE }, theme),
        ...label.ops,
        ...scaleOps(source, from, to, y),
        ...markAt(source, view, at, y),
      ],
    }
  })
}

function scaleOps({ theme }: SheetSource, from: number, to: number, y: number): readonly SceneOp[] {
  const step = (to - from) / 9
  return [
    { kind: 'rect', x: from, y: y - 0.2, width: to - from, height: 0.4, fill: theme.markEdge },
    ...Array.from(
      { length: 10 },
      (_, index): SceneOp => ({
        kind: 'rect',
        x: from + index * step - 0.15,
        y: y - 0.9,
        width: 0.3,
        height: 1.8,
        fill: theme.markEdge,
      }),
    ),
  ]
}

function markAt({ theme }: SheetSource, view: ViewValue['view'], x: number, y: number): readonly SceneOp[] {
  const half = MARK / 2
  const segments =
    view === 'inside'
      ? placeSegments(circle(12, 12, 12), x - half, y - half, MARK / 24)
      : polygon([
          [x, y - half * 1.2],
          [x + half * 1.2, y],
          [x, y + half * 1.2],
          [x - half * 1.2, y],
        ])
  return [{ kind: 'path', segments, fill: theme.views[view], stroke: theme.board, strokeWidth: 0.3 }]
}
