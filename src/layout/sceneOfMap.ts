/**
 * The whole map as a scene, from the ground up. The canvas uses the parts in `ops/` for the cards near the viewport;
 * poster and far layer take everything, so what is seen on the wall is what is printed.
 */
import type { MapLayout } from './mapLayout.ts'
import { opsOfCard } from './ops/opsOfCard.ts'
import { opsOfCurve } from './ops/opsOfCurve.ts'
import {
  opsOfBox,
  opsOfColumn,
  opsOfLaneGround,
  opsOfLaneTitle,
  opsOfMicroMoment,
  opsOfPhase,
  opsOfPile,
  opsOfSlot,
} from './ops/opsOfFrame.ts'
import { opsOfHeader, opsOfLegend } from './ops/opsOfHeader.ts'
import { opsOfPlacement } from './ops/opsOfPlacement.ts'
import type { Scene, SceneOp } from './scene.ts'
import type { MapTheme } from './theme.ts'

/** Everything but the ground, in the order in which it is painted. */
export function opsOfMap(layout: MapLayout, theme: MapTheme): readonly SceneOp[] {
  const { measures } = layout
  return [
    ...layout.lanes.flatMap((lane) => opsOfLaneGround(lane, theme, measures)),
    ...layout.lanes.flatMap((lane) => opsOfLaneTitle(lane, theme, measures)),
    ...(layout.curve ? opsOfCurve(layout.curve, theme, measures) : []),
    ...(layout.parkingLot ? opsOfBox(layout.parkingLot, theme, measures) : []),
    ...layout.placements.flatMap((placement) => opsOfPlacement(placement, theme, measures)),
    ...layout.cards.flatMap((card) => opsOfCard(card, theme, measures)),
    ...layout.slots.flatMap((slot) => opsOfSlot(slot, theme, measures)),
    ...layout.microMoments.flatMap((moment) => opsOfMicroMoment(moment, theme, measures)),
    ...layout.columns.flatMap((column) => opsOfColumn(column, theme, measures)),
    ...layout.phases.flatMap((phase) => opsOfPhase(phase, theme)),
    ...(layout.pile ? opsOfPile(layout.pile, theme, measures) : []),
    ...(layout.header ? opsOfHeader(layout.header, theme, measures) : []),
    ...(layout.legend ? opsOfLegend(layout.legend, theme) : []),
  ]
}

export function sceneOfMap(layout: MapLayout, theme: MapTheme): Scene {
  const { width, height } = layout
  return {
    width,
    height,
    ops: [{ kind: 'rect', x: 0, y: 0, width, height, fill: theme.board }, ...opsOfMap(layout, theme)],
  }
}
