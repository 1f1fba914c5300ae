/** What a tap on the frozen edges means: the thing whose title is there, not what the title covers. */
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { Screen } from '../camera/frames.ts'
import { type Camera, type Point, rectToScreen, scaleOf } from '../camera/units.ts'
import type { Hit } from '../hit/hitAt.ts'
import type { MapItem } from '../MapCanvasProps.ts'
import { barHeight, headScale, headSpans, READABLE_PX, railWidth, type Span, topHeight } from './headSpans.ts'

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
  const bar = topHeight(heads.top, screen)
  const rail = railWidth(screen)
  const corner = Math.max(bar, CORNER_HEIGHT * headScale(screen))
  const persona = layout.header?.persona
  if (persona && point.x < rail && point.y < corner && isPersonaInCorner(layout, camera)) {
    return hitOf({ kind: 'persona', id: persona.personaId })
  }
  if (heads.top !== null && point.y < bar) {
    const phase = heads.top.phases.find((span) => isIn(span, point.x))
    const activity = heads.top.activities.find((span) => isIn(span, point.x))
    if (point.y < barHeight('phases', screen)) return hitOf(phase && { kind: 'phase', id: phase.phaseId })
    return hitOf(activity && { kind: 'activity', id: activity.activityId })
  }
  if (heads.left === null || point.x >= rail || !isIn(heads.left, point.y)) return null
  const { start } = heads.left
  const lane = heads.left.lanes.find((span) => isIn(span, point.y - start))
  return hitOf(lane && { kind: 'lane', id: lane.laneId })
}

function isIn(span: Span, at: number): boolean {
  return at >= span.start && at < span.start + span.length
}

function hitOf(item: MapItem | undefined): Hit {
  return item === undefined ? { kind: 'nothing' } : { kind: 'item', item, cell: null }
}
