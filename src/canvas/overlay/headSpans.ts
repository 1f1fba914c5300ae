/**
 * Titles that stay in view while the map moves: which phases, activities and lanes need a title at the edge of the
 * screen now, and where. A title is needed when its own one on the map is out of view or too small to read.
 */
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { LaneId } from '../../model/records/lane.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import { type Camera, rectToScreen, scaleOf } from '../camera/units.ts'
import type { Screen } from '../camera/frames.ts'
import { type HeadRows, headRows, railAcross, type Span } from './headRows.ts'

export interface HeadSpans {
  readonly top: {
    readonly rows: HeadRows
    readonly phases: readonly (Span & { readonly phaseId: PhaseId })[]
    /** Empty while columns are too narrow for words, as are the places for further ones. */
    readonly activities: readonly (Span & { readonly activityId: ActivityId })[]
    readonly slots: readonly (Span & { readonly phaseId: PhaseId })[]
  } | null
  /** Lanes from the top of their common span, which begins below the bar. */
  readonly left:
    | (Span & { readonly across: Span; readonly lanes: readonly (Span & { readonly laneId: LaneId })[] })
    | null
}

/** Letters smaller than this are not read on a tablet. */
export const READABLE_PX = 9
const NARROWEST_ACTIVITY = 64

const RAIL_WIDTH = { wide: 148, narrow: 104 } as const
const BAR_HEIGHT = { phases: 30, activities: 44 } as const

/** Titles grow with the screen: a wall is read from across the room. */
export function headScale(screen: Screen): number {
  return Math.max(1, Math.min(screen.width / 1600, 3))
}

export function railWidth(screen: Screen): number {
  return (screen.width >= 900 ? RAIL_WIDTH.wide : RAIL_WIDTH.narrow) * headScale(screen)
}

export function barHeight(row: keyof typeof BAR_HEIGHT, screen: Screen): number {
  return BAR_HEIGHT[row] * headScale(screen)
}

export function headSpans(layout: MapLayout, camera: Camera, screen: Screen): HeadSpans {
  const scale = scaleOf(camera)
  const { text } = layout.measures
  const grid = rectToScreen(camera, layout.grid)
  const isGridVisible =
    grid.y + grid.height > 80 && grid.y < screen.height && grid.x + grid.width > 80 && grid.x < screen.width
  if (!isGridVisible) return { top: null, left: null }
  const isReadable = text.lane.size * scale >= READABLE_PX
  const firstColumn = layout.columns[0]
  const headBottom = firstColumn === undefined ? grid.y : rectToScreen(camera, firstColumn.card).y
  const wordsLeft = layout.lanes[0]?.text.lines[0]?.x ?? layout.grid.x
  const needsTop = !isReadable || headBottom < barHeight('phases', screen)
  // As soon as its first letter is cut off, a title is only half of one.
  const needsLeft = !isReadable || wordsLeft * scale + camera.x * camera.z < 0
  const top = needsTop ? topHeads(layout, camera, screen) : null
  return { top, left: needsLeft ? leftHeads(layout, camera, screen, top?.rows.end ?? 0) : null }
}

function topHeads(layout: MapLayout, camera: Camera, screen: Screen) {
  const scale = scaleOf(camera)
  const span = ({ x, width }: { readonly x: number; readonly width: number }): Span => ({
    start: x * scale + camera.x * camera.z,
    length: width * scale,
  })
  const isOnScreen = ({ start, length }: Span) => start + length > 0 && start < screen.width
  const isWide = layout.measures.columnWidth * scale >= NARROWEST_ACTIVITY
  const columns = isWide ? layout.columns : []
  const activities = columns
    .flatMap((column) =>
      column.activityId === null ? [] : [{ activityId: column.activityId, ...span(column) }],
    )
    .filter(isOnScreen)
  const places = [...(isWide ? layout.slots : []), ...columns.filter((column) => column.activityId === null)]
  return {
    rows: headRows(layout, camera, {
      phases: barHeight('phases', screen),
      // Whatever is in view: a row that came and went would move the map, and an empty phase asks for its first one.
      activities: columns.length === 0 ? null : barHeight('activities', screen),
    }),
    phases: layout.phases.map((phase) => ({ phaseId: phase.phaseId, ...span(phase) })).filter(isOnScreen),
    activities,
    slots: places.map((place) => ({ phaseId: place.phaseId, ...span(place) })).filter(isOnScreen),
  }
}

function leftHeads(layout: MapLayout, camera: Camera, screen: Screen, bar: number): HeadSpans['left'] {
  const spans = layout.lanes
    .map((lane) => {
      const rect = rectToScreen(camera, lane)
      return { laneId: lane.laneId, start: rect.y, length: rect.height }
    })
    .filter(({ start, length }) => start + length > bar && start < screen.height)
  const first = spans[0]
  const last = spans.at(-1)
  if (first === undefined || last === undefined) return null
  const start = Math.max(bar, first.start)
  const lanes = spans.map((span) => ({ ...span, start: span.start - start }))
  const across = railAcross(layout, camera, railWidth(screen))
  return { start, length: last.start + last.length - start, across, lanes }
}
