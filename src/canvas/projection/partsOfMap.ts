/**
 * Cuts the map into the parts that both layers draw: what changes together is one part, and a part whose content did
 * not change is the same object as before, however often the map is laid out anew.
 */
import type { MapLayout } from '../../layout/mapLayout.ts'
import { opsOfCard } from '../../layout/ops/opsOfCard.ts'
import { opsOfCurve } from '../../layout/ops/opsOfCurve.ts'
import {
  opsOfActivity,
  opsOfBox,
  opsOfColumn,
  opsOfLaneGround,
  opsOfLaneTitle,
  opsOfMicroMoment,
  opsOfPhase,
  opsOfSlot,
} from '../../layout/ops/opsOfFrame.ts'
import { opsOfHeader, opsOfLegend } from '../../layout/ops/opsOfHeader.ts'
import { opsOfPlacement } from '../../layout/ops/opsOfPlacement.ts'
import { opsOfSketch } from '../../layout/ops/opsOfSketch.ts'
import type { PlacedSketch } from '../../layout/placeSketches.ts'
import type { Rect, SceneOp } from '../../layout/scene.ts'
import type { MapTheme } from '../../layout/theme.ts'
import type { MapPart } from './MapPart.ts'
import { sameContent } from './sameContent.ts'

/** Painting order. */
const LAYERS = { ground: 0, frame: 1, curve: 2, sheet: 3, head: 4, sketch: 5 } as const

interface Known {
  readonly source: object
  readonly part: MapPart
}

export interface MapContent {
  readonly layout: MapLayout
  readonly sketches: readonly PlacedSketch[]
  readonly theme: MapTheme
}

/** One per map: remembers the parts of the last call. */
export function createPartCutter(): (content: MapContent) => readonly MapPart[] {
  let known = new Map<string, Known>()
  /** The quick way: the layout hands out the same object for what it did not lay out anew. */
  let bySource = new WeakMap<object, MapPart>()
  let lastTheme: MapTheme | null = null
  return (content) => {
    if (content.theme !== lastTheme) {
      known = new Map()
      bySource = new WeakMap()
      lastTheme = content.theme
    }
    const parts: MapPart[] = []
    eachPart(content, (id, layer, rect, source, ops) => {
      const same = bySource.get(source)
      if (same !== undefined && same.id === id) {
        parts.push(same)
        return
      }
      const before = known.get(id)
      const isSame = before !== undefined && sameContent(before.source, source)
      const part = isSame ? before.part : { id, layer, rect: plain(rect), ops: ops() }
      bySource.set(source, part)
      known.set(id, { source, part })
      parts.push(part)
    })
    if (known.size > 2 * parts.length) {
      const alive = new Set(parts.map((part) => part.id))
      known = new Map([...known].filter(([id]) => alive.has(id)))
    }
    return parts
  }
}

type Visit = (id: string, layer: number, rect: Rect, source: object, ops: () => readonly SceneOp[]) => void

function eachPart({ layout, sketches, theme }: MapContent, visit: Visit): void {
  visitFrame(layout, theme, visit)
  const { measures } = layout
  for (const placement of layout.placements) {
    const ops = () => opsOfPlacement(placement, theme, measures)
    visit(`placement-${placement.placementId}`, LAYERS.sheet, placement, placement, ops)
  }
  for (const card of layout.cards) {
    visit(`card-${card.cardId}`, LAYERS.sheet, card, card, () => opsOfCard(card, theme, measures))
  }
  visitHeads(layout, theme, visit)
  for (const sketch of sketches) {
    visit(`sketch-${sketch.sketchId}`, LAYERS.sketch, sketch.rect, sketch, () => opsOfSketch(sketch, theme))
  }
}

function visitFrame(layout: MapLayout, theme: MapTheme, visit: Visit): void {
  const { measures, curve, parkingLot } = layout
  for (const lane of layout.lanes) {
    visit(`lane-${lane.laneId}`, LAYERS.ground, lane, lane, () => opsOfLaneGround(lane, theme, measures))
    visit(`lane-title-${lane.laneId}`, LAYERS.frame, lane.title, lane, () =>
      opsOfLaneTitle(lane, theme, measures),
    )
  }
  if (curve !== null)
    visit('curve', LAYERS.curve, curve.plot, curve, () => opsOfCurve(curve, theme, measures))
  if (parkingLot !== null) {
    visit('parking-lot', LAYERS.ground, parkingLot, parkingLot, () => opsOfBox(parkingLot, theme, measures))
  }
}

function visitHeads(layout: MapLayout, theme: MapTheme, visit: Visit): void {
  const { measures, pile, header, legend } = layout
  for (const slot of layout.slots) {
    visit(`slot-${slot.phaseId}`, LAYERS.head, slot, slot, () => opsOfSlot(slot, theme, measures))
  }
  for (const moment of layout.microMoments) {
    const id = `moment-${moment.microMomentId}-${Math.round(moment.x)}`
    visit(id, LAYERS.head, moment, moment, () => opsOfMicroMoment(moment, theme, measures))
  }
  for (const column of layout.columns) {
    visit(`column-${column.key}`, LAYERS.head, column.card, column, () =>
      opsOfColumn(column, theme, measures),
    )
  }
  for (const phase of layout.phases) {
    visit(`phase-${phase.phaseId}`, LAYERS.head, phase, phase, () => opsOfPhase(phase, theme))
  }
  if (pile !== null) {
    visit('pile', LAYERS.ground, pile, { ...pile, activities: null }, () => opsOfBox(pile, theme, measures))
    for (const card of pile.activities) {
      visit(`column-${card.activityId}`, LAYERS.head, card, card, () => opsOfActivity(card, theme))
    }
  }
  if (header !== null)
    visit('header', LAYERS.head, header, header, () => opsOfHeader(header, theme, measures))
  if (legend !== null) visit('legend', LAYERS.head, legend, legend, () => opsOfLegend(legend, theme))
}

function plain({ x, y, width, height }: Rect): Rect {
  return { x, y, width, height }
}
