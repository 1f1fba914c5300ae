/**
 * Between the layout's millimetres and the editor's page units. Four units a millimetre make zoom 1 a size that is
 * comfortable to read, keep text above the smallest font that browsers allow, and keep the editor's own sub-unit
 * offset of its layers below a visible pixel.
 */
import type { Rect } from '../../layout/scene.ts'

export const UNITS_PER_MM = 4

export interface Point {
  readonly x: number
  readonly y: number
}

/** The editor's camera: page point (0, 0) is drawn at screen point (x · z, y · z). */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly z: number
}

export function toMm(page: Point): Point {
  return { x: page.x / UNITS_PER_MM, y: page.y / UNITS_PER_MM }
}

export function rectToPage(rect: Rect): Rect {
  return {
    x: rect.x * UNITS_PER_MM,
    y: rect.y * UNITS_PER_MM,
    width: rect.width * UNITS_PER_MM,
    height: rect.height * UNITS_PER_MM,
  }
}

/** Screen pixels per millimetre. */
export function scaleOf(camera: Camera): number {
  return camera.z * UNITS_PER_MM
}

/** Where a rectangle of the layout is on the screen, in CSS pixels of the canvas. */
export function rectToScreen(camera: Camera, rect: Rect): Rect {
  const scale = scaleOf(camera)
  return {
    x: rect.x * scale + camera.x * camera.z,
    y: rect.y * scale + camera.y * camera.z,
    width: rect.width * scale,
    height: rect.height * scale,
  }
}

export function screenToMm(camera: Camera, point: Point): Point {
  const scale = scaleOf(camera)
  return { x: (point.x - camera.x * camera.z) / scale, y: (point.y - camera.y * camera.z) / scale }
}

/** The part of the layout that a screen of this size shows. */
export function visibleMm(camera: Camera, screen: { readonly width: number; readonly height: number }): Rect {
  const origin = screenToMm(camera, { x: 0, y: 0 })
  const scale = scaleOf(camera)
  return { x: origin.x, y: origin.y, width: screen.width / scale, height: screen.height / scale }
}

export function inflate(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by }
}

export function intersects(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

export function containsRect(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  )
}

export function containsPoint(rect: Rect, point: Point): boolean {
  return (
    point.x >= rect.x && point.x < rect.x + rect.width && point.y >= rect.y && point.y < rect.y + rect.height
  )
}
