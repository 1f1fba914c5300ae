/** The room that the titles at the edge take from the map, on top of what the app's panels cover. */
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { Rect } from '../../layout/scene.ts'
import { barHeight, headSpans, railWidth } from '../overlay/headSpans.ts'
import { cameraFor, type Inset, type Screen } from './frames.ts'
import type { Camera } from './units.ts'

/** What stands at the edge now; titles over the map's own take nothing. */
export function headInset(layout: MapLayout, camera: Camera, screen: Screen, panels: Inset): Inset {
  const { top, left } = headSpans(layout, camera, screen)
  const isRailAtEdge = left !== null && left.across.start === 0
  return {
    ...panels,
    top: panels.top + (top === null || top.rows.across !== null ? 0 : top.rows.end),
    left: panels.left + (isRailAtEdge ? left.across.length : 0),
  }
}

/** The whole rectangle, centred in what is free; larger where the map's own titles can be read and none are needed. */
export function cameraBesideHeads(
  layout: MapLayout,
  rect: Rect,
  screen: Screen,
  panels: Inset,
  mostZoom: number,
): Camera {
  const plain = cameraFor(rect, screen, panels, mostZoom)
  const { top, left } = headSpans(layout, plain, screen)
  if (top === null && left === null) return plain
  const beside = {
    ...panels,
    top: panels.top + barHeight('phases', screen),
    left: panels.left + railWidth(screen),
  }
  return cameraFor(rect, screen, beside, mostZoom)
}
