/** What a tap on the frozen edges means: the thing whose title is there, not what the title covers. */
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { Screen } from '../camera/frames.ts'
import { type Camera, type Point, rectToScreen, scaleOf } from '../camera/units.ts'
import type { Hit } from '../hit/hitAt.ts'
import type { MapItem } from '../MapCanvasProps.ts'
import type { Span } from './headRows.ts'
import { headScale, type HeadSpans, headSpans, READABLE_PX, railWidth } from './headSpans.ts'

const CORNER_HEIGHT = 66

/** Whether the persona stands in the corner: her own place is out of view or too small to read. */
export function isPersonaInCorner(layout: MapLayout, camera: Camera): boolean {
  const place = layout.header?.persona
  if (!place) return false
  const rect = rectToScreen(camera, place)
  const isInView = rect.y > -rect.height / 3 && rect.x > -rect.width / 3
  return !isInView || layout.measures.text.quote.size * scaleOf(camera) < READABLE_PX
}

/** Null where no title stands. */
export function headHit(layout: MapLayout, camera: Camera, screen: Screen, point: Point): Hit | null {
  const heads = headSpans(layout, camera, screen)
  const corner = cornerOf(heads, screen)
  const persona = layout.header?.persona
  if (persona && point.x < corner.width && point.y < corner.height && isPersonaInCorner(layout, camera)) {
    return hitOf({ kind: 'persona', id: persona.personaId })
  }
  if (heads.top !== null && isInBar(heads.top, point)) return barHit(heads.top, point)
  if (heads.left === null || !isIn(heads.left.across, point.x) || !isIn(heads.left, point.y)) return null
  const { start } = heads.left
  const lane = heads.left.lanes.find((span) => isIn(span, point.y - start))
  return hitOf(lane && { kind: 'lane', id: lane.laneId })
}

/** Where the persona stands; as high as the bar beside her, while that is at the edge. */
export function cornerOf({ top }: HeadSpans, screen: Screen): { width: number; height: number } {
  const bar = top === null || top.rows.across !== null ? 0 : top.rows.end
  return { width: railWidth(screen), height: Math.max(bar, CORNER_HEIGHT * headScale(screen)) }
}

type Bar = NonNullable<HeadSpans['top']>

function isInBar({ rows }: Bar, { x, y }: Point): boolean {
  if (rows.across !== null && !isIn(rows.across, x)) return false
  return isIn(rows.phases, y) || (rows.activities !== null && isIn(rows.activities, y))
}

function barHit({ rows, phases, activities, slots }: Bar, { x, y }: Point): Hit {
  const inRow = (span: Span) => isIn(span, x)
  if (isIn(rows.phases, y)) {
    const phase = phases.find(inRow)
    return hitOf(phase && { kind: 'phase', id: phase.phaseId })
  }
  const activity = activities.find(inRow)
  if (activity !== undefined) return hitOf({ kind: 'activity', id: activity.activityId })
  const slot = slots.find(inRow)
  return slot === undefined ? { kind: 'nothing' } : { kind: 'slot', phaseId: slot.phaseId }
}

function isIn(span: Span, at: number): boolean {
  return at >= span.start && at < span.start + span.length
}

function hitOf(item: MapItem | undefined): Hit {
  return item === undefined ? { kind: 'nothing' } : { kind: 'item', item, cell: null }
}
