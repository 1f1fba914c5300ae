/**
 * Every distance of a map as a multiple of the card text's size: one number makes the whole map larger or smaller and
 * its proportions stay. Only the width of a column is chosen apart from it, because that is how a poster is made to fit.
 */
import type { TextStyle } from './textBlock.ts'

export interface MapMeasures {
  /** Size (em) of the text on cards, in millimetres. */
  readonly textSize: number
  readonly columnWidth: number
  readonly laneTitleWidth: number
  /** Between the lane titles and the first column, and between phases. */
  readonly phaseGap: number
  readonly slotWidth: number
  readonly cellPadding: { readonly x: number; readonly y: number }
  readonly sheetGap: number
  readonly card: {
    readonly edge: number
    readonly padX: number
    readonly padY: number
    readonly mark: number
  }
  readonly arrow: {
    readonly tip: number
    readonly padX: number
    readonly padY: number
    readonly mark: number
  }
  readonly phase: { readonly tip: number; readonly padX: number; readonly padY: number }
  readonly rowGap: number
  readonly laneGap: number
  readonly emptyLane: number
  readonly curveHeight: number
  readonly face: number
  readonly portrait: number
  readonly text: Readonly<Record<TextRole, TextStyle>>
}

export type TextRole =
  | 'card'
  | 'about'
  | 'small'
  | 'activity'
  | 'phase'
  | 'lane'
  | 'placement'
  | 'code'
  | 'pin'
  | 'scale'
  | 'title'
  | 'details'
  | 'name'
  | 'quote'
  | 'legend'
  | 'micro'

const style = (font: 'regular' | 'bold', size: number, lineHeight: number): TextStyle => ({
  font,
  size,
  lineHeight,
})

function textStyles(em: number, hanging: boolean): MapMeasures['text'] {
  return {
    card: style('regular', em, 1.18),
    about: style('bold', 0.8 * em, 1.2),
    small: style('regular', 0.76 * em, 1.2),
    activity: style('bold', 1.02 * em, 1.16),
    phase: style('bold', (hanging ? 1.9 : 1.5) * em, 1.15),
    lane: style('bold', (hanging ? 1.2 : 1.12) * em, 1.2),
    placement: style('bold', 0.94 * em, 1.2),
    code: style('bold', 0.74 * em, 1.3),
    pin: style('bold', (hanging ? 1 : 0.92) * em, 1.2),
    scale: style('regular', 0.78 * em, 1.2),
    title: style('bold', 2.6 * em, 1.15),
    details: style('regular', 1.15 * em, 1.35),
    name: style('bold', 1.7 * em, 1.2),
    quote: style('regular', 1.45 * em, 1.3),
    legend: style('regular', 0.95 * em, 1.3),
    micro: style('regular', 0.9 * em, 1.25),
  }
}

/**
 * @param laneTitleWidth 0 when no lane is shown.
 * @param hanging Large enough to be seen from across the room what leads through the map.
 */
export function mapMeasures(
  textSize: number,
  columnWidth: number,
  laneTitleWidth: number,
  hanging = false,
): MapMeasures {
  const em = textSize
  return {
    textSize,
    columnWidth,
    laneTitleWidth,
    phaseGap: 0.9 * em,
    slotWidth: 3.4 * em,
    cellPadding: { x: 0.2 * em, y: 0.42 * em },
    sheetGap: 0.34 * em,
    card: { edge: 0.28 * em, padX: 0.38 * em, padY: 0.28 * em, mark: 0.74 * em },
    arrow: { tip: 0.55 * em, padX: 0.45 * em, padY: 0.5 * em, mark: 1.45 * em },
    phase: { tip: 1.1 * em, padX: 0.7 * em, padY: 0.7 * em },
    rowGap: 0.7 * em,
    laneGap: 0.4 * em,
    emptyLane: 3.2 * em,
    curveHeight: (hanging ? 16 : 15.5) * em,
    face: (hanging ? 2 : 1.9) * em,
    portrait: 8 * em,
    text: textStyles(em, hanging),
  }
}
