/** Phases, micromoments, activities, slots, lanes and the boxes beside them as ops. */
import { mix, readableInk, strengthen } from '../colour.ts'
import type {
  BoxLayout,
  ColumnLayout,
  LaneLayout,
  MicroMomentLayout,
  PhaseLayout,
  PileLayout,
  SlotLayout,
} from '../mapLayout.ts'
import type { PlacedSymbol } from '../placedSigns.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import type { Rect, SceneOp, Segment } from '../scene.ts'
import { type MapTheme, phaseColour, toneColour } from '../theme.ts'
import type { TextBlock } from '../textBlock.ts'
import { opsOfSign, opsOfSticker } from './opsOfSigns.ts'
import { opsOfText } from './opsOfText.ts'

export function opsOfPhase(phase: PhaseLayout, theme: MapTheme): readonly SceneOp[] {
  const fill = phaseColour(theme, phase.colour, phase.rank)
  return [{ kind: 'path', segments: phase.outline, fill }, ...opsOfText(phase.text, readableInk(fill))]
}

export function opsOfMicroMoment(
  moment: MicroMomentLayout,
  theme: MapTheme,
  measures: MapMeasures,
): readonly SceneOp[] {
  const { x, y, width, height } = moment
  const size = measures.text.micro.size
  const sign: PlacedSymbol = {
    name: moment.kind === 'objective' ? 'target' : 'spark',
    x: x + measures.cellPadding.x * 2,
    y: y + measures.cellPadding.x + size * 0.12,
    size,
  }
  return [
    {
      kind: 'rect',
      x,
      y,
      width,
      height,
      radius: measures.textSize * 0.3,
      fill: mix(theme.board, theme.activity, 0.1),
      stroke: mix(theme.board, theme.activity, 0.35),
      strokeWidth: measures.textSize * 0.06,
    },
    ...opsOfSign(sign, strengthen(theme.activity, theme.board, 3), theme.board),
    ...opsOfText(moment.text, theme.ink),
  ]
}

interface ArrowCard {
  readonly outline: readonly Segment[]
  readonly text: TextBlock | null
  readonly marks: readonly PlacedSymbol[]
}

export function opsOfActivity(card: ArrowCard, theme: MapTheme): readonly SceneOp[] {
  const signs = card.marks.filter(({ name }) => name !== 'bolt' && name !== 'star')
  const stickers = card.marks.filter(({ name }) => name === 'bolt' || name === 'star')
  return [
    { kind: 'path', segments: card.outline, fill: theme.activity },
    ...(card.text ? opsOfText(card.text, theme.activityInk) : []),
    ...signs.flatMap((sign) => opsOfSign(sign, mix(theme.activity, theme.activityInk, 0.7), theme.activity)),
    ...stickers.flatMap((sticker) => opsOfSticker(sticker, theme)),
  ]
}

/** A column without an activity, a slot: an outline that waits. */
export function opsOfColumn(
  column: ColumnLayout,
  theme: MapTheme,
  measures: MapMeasures,
): readonly SceneOp[] {
  if (column.activityId !== null) return opsOfActivity(column, theme)
  return [
    {
      kind: 'path',
      segments: column.outline,
      stroke: mix(theme.board, theme.activity, 0.5),
      strokeWidth: measures.textSize * 0.08,
      dash: [measures.textSize * 0.4, measures.textSize * 0.3],
    },
  ]
}

export function opsOfSlot(slot: SlotLayout, theme: MapTheme, measures: MapMeasures): readonly SceneOp[] {
  const size = measures.textSize * 1.1
  const colour = mix(theme.board, theme.activity, 0.65)
  const sign: PlacedSymbol = {
    name: 'plus',
    x: slot.x + (slot.width - size) / 2,
    y: slot.y + (slot.height - size) / 2,
    size,
  }
  return [
    {
      kind: 'rect',
      x: slot.x,
      y: slot.y,
      width: slot.width,
      height: slot.height,
      radius: measures.textSize * 0.3,
      stroke: mix(theme.board, theme.activity, 0.4),
      strokeWidth: measures.textSize * 0.07,
      dash: [measures.textSize * 0.4, measures.textSize * 0.3],
    },
    ...opsOfSign(sign, colour, theme.board),
  ]
}

const plain = (rect: Rect): Rect => ({ x: rect.x, y: rect.y, width: rect.width, height: rect.height })

export function opsOfLaneGround(
  lane: LaneLayout,
  theme: MapTheme,
  measures: MapMeasures,
): readonly SceneOp[] {
  const radius = measures.textSize * 0.4
  if (lane.tone.kind === 'lineOfVisibility') return opsOfVisibilityLine(lane, theme, measures)
  return [{ kind: 'rect', ...plain(lane), radius, fill: theme.lane }]
}

function opsOfVisibilityLine(lane: LaneLayout, theme: MapTheme, measures: MapMeasures): readonly SceneOp[] {
  const y = lane.y + lane.height / 2
  return [
    { kind: 'rect', ...plain(lane), fill: theme.board },
    {
      kind: 'path',
      segments: [
        ['M', lane.x + lane.title.width, y],
        ['L', lane.x + lane.width, y],
      ],
      stroke: theme.quietInk,
      strokeWidth: measures.textSize * 0.12,
      dash: [measures.textSize * 0.9, measures.textSize * 0.5],
    },
  ]
}

/** The title alone, so that the canvas can keep it in view while the lane moves below it. */
export function opsOfLaneTitle(lane: LaneLayout, theme: MapTheme, measures: MapMeasures): readonly SceneOp[] {
  const tone = toneColour(theme, lane.tone)
  const fill = mix(theme.panel, tone, theme.titleTint)
  const radius = measures.textSize * 0.4
  return [
    { kind: 'rect', ...plain(lane.title), radius, fill },
    {
      kind: 'rect',
      x: lane.title.x,
      y: lane.title.y + radius,
      width: measures.textSize * 0.22,
      height: Math.max(0, lane.title.height - 2 * radius),
      fill: tone,
    },
    ...opsOfSign(lane.symbol, strengthen(tone, fill, 3), fill),
    ...opsOfText(lane.text, theme.ink),
  ]
}

export function opsOfBox(box: BoxLayout, theme: MapTheme, measures: MapMeasures): readonly SceneOp[] {
  const radius = measures.textSize * 0.4
  return [
    {
      kind: 'rect',
      ...plain(box),
      radius,
      fill: theme.panel,
      stroke: theme.panelEdge,
      strokeWidth: measures.textSize * 0.08,
      dash: [measures.textSize * 0.5, measures.textSize * 0.4],
    },
    ...opsOfText(box.text, theme.quietInk),
  ]
}

export function opsOfPile(pile: PileLayout, theme: MapTheme, measures: MapMeasures): readonly SceneOp[] {
  return [
    ...opsOfBox(pile, theme, measures),
    ...pile.activities.flatMap((card) => opsOfActivity(card, theme)),
  ]
}
