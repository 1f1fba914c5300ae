/** What a lasso catches: cards and sketches that its frame touches; where there are none, the activities. */
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { PlacedSketch } from '../../layout/placeSketches.ts'
import type { Rect } from '../../layout/scene.ts'
import { intersects, type Point } from '../camera/units.ts'
import type { MapItem } from '../MapCanvasProps.ts'

export interface Frame {
  readonly from: Point
  readonly to: Point
}

export function frameRect({ from, to }: Frame): Rect {
  return {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  }
}

export function itemsIn(
  layout: MapLayout,
  sketches: readonly PlacedSketch[],
  frame: Frame,
): readonly MapItem[] {
  const rect = frameRect(frame)
  const cards = layout.cards
    .filter((card) => intersects(card, rect))
    .map((card): MapItem => ({ kind: 'card', id: card.cardId }))
  if (cards.length > 0) return cards
  const strokes = sketches
    .filter((sketch) => intersects(sketch.rect, rect))
    .map((sketch): MapItem => ({ kind: 'sketch', id: sketch.sketchId }))
  if (strokes.length > 0) return strokes
  const columns = layout.columns.flatMap((column): MapItem[] =>
    column.activityId !== null && intersects(column.card, rect)
      ? [{ kind: 'activity', id: column.activityId }]
      : [],
  )
  const piled = (layout.pile?.activities ?? [])
    .filter((card) => intersects(card, rect))
    .map((card): MapItem => ({ kind: 'activity', id: card.activityId }))
  return [...columns, ...piled]
}
