/**
 * Where the titles at the edge stand: over those on the map while these are in view, so that no title is there twice and
 * none looks out from behind its larger self; at the edge of the screen as soon as the map's own would leave it.
 */
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { Rect } from '../../layout/scene.ts'
import { type Camera, rectToScreen } from '../camera/units.ts'
import { unionRect } from '../hit/itemRect.ts'

export interface Span {
  /** Pixels of the screen. */
  readonly start: number
  readonly length: number
}

export interface HeadRows {
  readonly phases: Span
  /** Null while columns are too narrow for words. */
  readonly activities: Span | null
  /** How far the rows reach down from the top of the screen. */
  readonly end: number
  /** Across the screen: as wide as the map's own titles while it stands over them, else from edge to edge. */
  readonly across: Span | null
}

export interface RowHeights {
  readonly phases: number
  readonly activities: number | null
}

/** Past a phase's own width reaches the tip of its arrow. */
const TIP = 10

/** Grown so far over its own title that nothing of that is left to see; a much larger one is left to scroll away. */
function cover(own: Span, least: number, from: number): Span {
  const end = own.start + own.length
  const start = Math.max(from, Math.min(own.start, end - least))
  const length = end - start
  return { start, length: length > 2 * least ? least : Math.max(least, length) }
}

export function headRows(layout: MapLayout, camera: Camera, heights: RowHeights): HeadRows {
  const phases = ownRect(camera, layout.phases)
  const cards = ownRect(
    camera,
    layout.columns.map((column) => column.card),
  )
  const activities =
    heights.activities === null
      ? null
      : cover({ start: cards.y, length: cards.height }, heights.activities, heights.phases)
  const end = Math.min(phases.y + phases.height, activities?.start ?? Infinity)
  const row = cover({ start: phases.y, length: end - phases.y }, heights.phases, 0)
  return {
    phases: row,
    activities,
    end: activities === null ? row.start + row.length : activities.start + activities.length,
    across: row.start > 0 ? { start: phases.x, length: phases.width + TIP } : null,
  }
}

/** Of the rail with the lanes' titles. */
export function railAcross(layout: MapLayout, camera: Camera, least: number): Span {
  const titles = ownRect(
    camera,
    layout.lanes.map((lane) => lane.title),
  )
  return cover({ start: titles.x, length: titles.width }, least, 0)
}

function ownRect(camera: Camera, rects: readonly Rect[]): Rect {
  return rectToScreen(camera, unionRect(rects) ?? { x: 0, y: 0, width: 0, height: 0 })
}
