/** Traits as scales: the two poles above, the place of the person on the line between them. */
import { circle, placeSegments } from '../../layout/symbols/drawing.ts'
import type { Trait } from '../../model/records/trait.ts'
import type { Piece } from './flowPieces.ts'
import { setAt, type SheetSource } from './sheetSource.ts'
import { linePieces } from './textPieces.ts'

const KNOB = 2.2
/** Poles that are longer than a few lines are told, not drawn. */
const MOST_WORDS = 40

export function traitPieces(source: SheetSource, traits: readonly Trait[], width: number): readonly Piece[] {
  const { theme } = source
  return traits.flatMap(({ leftPole, rightPole, value }): readonly Piece[] => {
    const style = { points: 9.5 }
    const half = width / 2 - 2
    const left = setAt(source, leftPole, style, { x: 0, y: 0, width: half })
    const right = setAt(source, rightPole, style, { x: width / 2 + 2, y: 0, width: half, align: 'right' })
    const words = Math.max(left.height, right.height)
    if (words > MOST_WORDS)
      return linePieces(source, `${leftPole} – ${rightPole} (${value} / 100)`, style, width)
    const y = words + KNOB / 2 + 0.6
    const at = KNOB / 2 + ((width - KNOB) * value) / 100
    const piece: Piece = {
      height: y + KNOB,
      gap: 2,
      ops: [
        ...left.ops,
        ...right.ops,
        { kind: 'rect', x: 0, y: y - 0.4, width, height: 0.8, radius: 0.4, fill: theme.sheetEdge },
        {
          kind: 'path',
          segments: placeSegments(circle(12, 12, 12), at - KNOB / 2, y - KNOB / 2, KNOB / 24),
          fill: theme.activity,
        },
      ],
    }
    return [piece]
  })
}
