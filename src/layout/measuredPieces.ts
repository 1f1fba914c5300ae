/**
 * A text cut into pieces with their widths, remembered: fitting a poster breaks the same cards a dozen times at
 * different widths, and neither the cutting nor the measuring depends on the width.
 */
import { sanitiseText } from './sanitiseText.ts'
import { splitPieces } from './splitPieces.ts'
import type { EmWidth } from './textMetrics.ts'

export interface MeasuredPiece {
  readonly space: string
  readonly spaceWidth: number
  readonly text: string
  readonly width: number
  readonly soft: boolean
}

const MOST_TEXTS = 20_000
const remembered = new WeakMap<EmWidth, Map<string, readonly (readonly MeasuredPiece[])[]>>()

function measure(text: string, widthOf: EmWidth): readonly (readonly MeasuredPiece[])[] {
  return sanitiseText(text)
    .split('\n')
    .map((paragraph) =>
      splitPieces(paragraph).map((piece) => ({
        ...piece,
        spaceWidth: piece.space === '' ? 0 : widthOf(piece.space),
        width: widthOf(piece.text),
      })),
    )
}

/** The paragraphs of a text as measured pieces. */
export function measuredPieces(text: string, widthOf: EmWidth): readonly (readonly MeasuredPiece[])[] {
  let texts = remembered.get(widthOf)
  if (!texts) {
    texts = new Map()
    remembered.set(widthOf, texts)
  }
  const known = texts.get(text)
  if (known) return known
  if (texts.size >= MOST_TEXTS) texts.clear()
  const pieces = measure(text, widthOf)
  texts.set(text, pieces)
  return pieces
}
