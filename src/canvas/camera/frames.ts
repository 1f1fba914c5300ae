/**
 * Which camera shows what: arithmetic only, so that fitting, zooming to a thing and the first view can be tested
 * without an editor.
 */
import type { Rect } from '../../layout/scene.ts'
import { type Camera, type Point, screenToMm, UNITS_PER_MM } from './units.ts'

export interface Screen {
  readonly width: number
  readonly height: number
}

/** Pixels at the edges that panels, bars and the sticky titles cover. */
export interface Inset {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** The sample's 40 activities fit a phone beside the lane titles. */
export const MIN_ZOOM = 0.025
export const MAX_ZOOM = 6
/** Text of cards at its natural reading size on a screen. */
export const READING_ZOOM = 0.85

export function clampZoom(zoom: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom))
}

/** The whole rectangle inside the free area, centred; never larger than `mostZoom`. */
export function cameraFor(rect: Rect, screen: Screen, inset: Inset, mostZoom: number): Camera {
  const free = freeArea(screen, inset)
  const z = clampZoom(
    Math.min(mostZoom, free.width / (rect.width * UNITS_PER_MM), free.height / (rect.height * UNITS_PER_MM)),
  )
  return cameraWithCentre(
    { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 },
    { x: free.x + free.width / 2, y: free.y + free.height / 2 },
    z,
  )
}

/** The rectangle's top left corner in the free area's, at a zoom of choice. */
export function cameraAtCorner(rect: Rect, inset: Inset, zoom: number): Camera {
  const z = clampZoom(zoom)
  return cameraWithCentre({ x: rect.x, y: rect.y }, { x: inset.left, y: inset.top }, z)
}

/** Puts a point of the layout under a point of the screen. */
export function cameraWithCentre(mm: Point, screen: Point, z: number): Camera {
  return { x: screen.x / z - mm.x * UNITS_PER_MM, y: screen.y / z - mm.y * UNITS_PER_MM, z }
}

/** Zooms by a factor and keeps what is under the point of the screen where it is. */
export function zoomAround(camera: Camera, point: Point, factor: number): Camera {
  return cameraWithCentre(screenToMm(camera, point), point, clampZoom(camera.z * factor))
}

/** The smallest move that brings the rectangle into the free area; the camera itself when it is there already. */
export function cameraRevealing(camera: Camera, rect: Rect, screen: Screen, inset: Inset): Camera {
  const free = freeArea(screen, inset)
  const scale = camera.z * UNITS_PER_MM
  const left = rect.x * scale + camera.x * camera.z
  const top = rect.y * scale + camera.y * camera.z
  const dx = shiftInto(left, rect.width * scale, free.x, free.width)
  const dy = shiftInto(top, rect.height * scale, free.y, free.height)
  return dx === 0 && dy === 0
    ? camera
    : { x: camera.x + dx / camera.z, y: camera.y + dy / camera.z, z: camera.z }
}

function shiftInto(start: number, length: number, freeStart: number, freeLength: number): number {
  if (start < freeStart || length > freeLength) return freeStart - start
  const over = start + length - (freeStart + freeLength)
  return over > 0 ? -over : 0
}

export function freeArea(screen: Screen, inset: Inset): Rect {
  return {
    x: inset.left,
    y: inset.top,
    width: Math.max(screen.width - inset.left - inset.right, 80),
    height: Math.max(screen.height - inset.top - inset.bottom, 80),
  }
}
