/** A touchpoint under an activity as ops: a sheet with a strong upper edge, so that it never looks like a card. */
import { mix } from '../colour.ts'
import type { PlacedPlacement } from '../mapLayout.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import type { SceneOp } from '../scene.ts'
import type { MapTheme } from '../theme.ts'
import { opsOfChip, opsOfFace, opsOfSticker, opsOfThumb } from './opsOfSigns.ts'
import { opsOfText } from './opsOfText.ts'

export function opsOfPlacement(
  placement: PlacedPlacement,
  theme: MapTheme,
  measures: MapMeasures,
): readonly SceneOp[] {
  const { x, y, width, height, block } = placement
  const radius = measures.textSize * 0.3
  const tone = theme.tones.touchpoints
  return [
    {
      kind: 'rect',
      x,
      y,
      width,
      height,
      radius,
      fill: mix(theme.sheet, tone, 0.1),
      stroke: mix(theme.sheet, tone, 0.55),
      strokeWidth: measures.textSize * 0.07,
    },
    ...(block.thumb ? opsOfThumb(block.thumb, theme, radius * 0.6, x, y) : []),
    ...opsOfText(block.name, theme.ink, x, y),
    ...(block.chip ? opsOfChip(block.chip, theme, x, y) : []),
    ...block.marks.flatMap((mark) => opsOfSticker(mark, theme, x, y)),
    ...(block.face ? opsOfFace(block.face, theme, x, y) : []),
  ]
}
