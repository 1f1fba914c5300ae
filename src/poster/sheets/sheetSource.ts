/** What every sheet is made of: the workshop, the words, the paper, and how text is set on it. */
import type { mapLabels } from '../../i18n/mapLabels.ts'
import type { PrintTranslate } from '../../i18n/printTranslator.ts'
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import { opsOfText } from '../../layout/ops/opsOfText.ts'
import type { SheetWish } from '../../layout/sheetKinds.ts'
import { type Colour, type FontFace, MM_PER_POINT, type SceneOp } from '../../layout/scene.ts'
import { setText, type TextBlock } from '../../layout/textBlock.ts'
import type { MapTheme } from '../../layout/theme.ts'
import type { Journey } from '../../model/records/journey.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

export interface SheetSource {
  readonly snapshot: WorkshopSnapshot
  readonly journey: Journey
  readonly wish: SheetWish
  /** False where ids would lead nowhere, because the workshop has no lasting ones. */
  readonly hasCodes: boolean
  readonly metrics: FontMetrics
  readonly theme: MapTheme
  readonly t: PrintTranslate
  readonly labels: ReturnType<typeof mapLabels>
  /** `2027-04-30`. */
  readonly day: string
  /** The same, as people write it. */
  readonly date: string
  readonly formatDay: (day: string) => string
}

export interface Style {
  readonly points: number
  readonly font?: FontFace
  /** In em. */
  readonly lineHeight?: number
  readonly colour?: Colour
}

export interface Spot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly align?: 'left' | 'centre' | 'right'
}

export function setBlock(source: SheetSource, text: string, style: Style, spot: Spot): TextBlock {
  const { points, font = 'regular', lineHeight = 1.32 } = style
  return setText(text, { font, size: points * MM_PER_POINT, lineHeight }, spot, source.metrics)
}

export interface SetText {
  readonly ops: readonly SceneOp[]
  readonly height: number
  readonly width: number
}

export function setAt(source: SheetSource, text: string, style: Style, spot: Spot): SetText {
  if (text.trim() === '') return { ops: [], height: 0, width: 0 }
  const block = setBlock(source, text, style, spot)
  return {
    ops: opsOfText(block, style.colour ?? source.theme.ink),
    height: block.height,
    width: block.width,
  }
}

/** Smaller and smaller until it fits into a box: nothing that people wrote is ever cut off. */
export function setInside(
  source: SheetSource,
  text: string,
  style: Style,
  spot: Spot & { readonly height: number },
): SetText {
  let points = style.points
  for (;;) {
    const set = setAt(source, text, { ...style, points }, spot)
    if (set.height <= spot.height + 1e-9 || points < 0.5) return set
    points *= 0.9
  }
}
