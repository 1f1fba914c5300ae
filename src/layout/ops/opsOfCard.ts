/** One card as ops: sheet, coloured edge, text, and the signs at its foot. Remembered while card and theme are the same. */
import { strengthen } from '../colour.ts'
import type { PlacedCard } from '../mapLayout.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import type { SceneOp } from '../scene.ts'
import { type MapTheme, toneColour } from '../theme.ts'
import { opsOfSign, opsOfThumb } from './opsOfSigns.ts'
import { opsOfText } from './opsOfText.ts'

interface Drawn {
  readonly theme: MapTheme
  readonly ops: readonly SceneOp[]
}

const drawn = new WeakMap<PlacedCard, Drawn>()

export function opsOfCard(card: PlacedCard, theme: MapTheme, measures: MapMeasures): readonly SceneOp[] {
  const before = drawn.get(card)
  if (before?.theme === theme) return before.ops
  const ops = drawCard(card, theme, measures)
  drawn.set(card, { theme, ops })
  return ops
}

function drawCard(card: PlacedCard, theme: MapTheme, measures: MapMeasures): readonly SceneOp[] {
  const { x, y, width, height, block } = card
  const radius = measures.textSize * 0.22
  const tone = toneColour(theme, card.tone)
  const sign = strengthen(tone, theme.sheet, 3)
  const { edge } = measures.card
  const hairline = measures.textSize * 0.05
  return [
    { kind: 'rect', x, y, width, height, radius, fill: tone },
    {
      kind: 'rect',
      x: x + edge,
      y: y + hairline / 2,
      width: width - edge - hairline / 2,
      height: height - hairline,
      radius: radius * 0.6,
      fill: theme.sheet,
      stroke: theme.sheetEdge,
      strokeWidth: hairline,
    },
    ...(block.about ? opsOfText(block.about, sign, x, y) : []),
    ...block.thumbs.flatMap((thumb) => opsOfThumb(thumb, theme, radius, x, y)),
    ...opsOfText(block.text, theme.ink, x, y),
    ...opsOfSign({ ...block.typeMark, name: card.tone.symbol }, sign, theme.sheet, x, y),
    ...(block.evidenceMark ? opsOfSign(block.evidenceMark, theme.quietInk, theme.sheet, x, y) : []),
    ...block.recordingMarks.flatMap((mark) => opsOfSign(mark, theme.quietInk, theme.sheet, x, y)),
    ...(block.votesMark ? opsOfSign(block.votesMark, theme.bolt, theme.sheet, x, y) : []),
    ...opsOfText(block.smallText, theme.quietInk, x, y),
  ]
}
