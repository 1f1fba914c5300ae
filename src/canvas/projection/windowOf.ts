/**
 * Which parts of the map belong into the editor's store: those near the viewport. The window is larger than the
 * viewport and moves in steps, so that panning does not mount and unmount something in every frame.
 */
import type { Rect } from '../../layout/scene.ts'
import { containsRect, inflate, intersects } from '../camera/units.ts'

/** Screen pixels around the viewport that are kept ready. */
export const WINDOW_MARGIN_PX = 320

/** The current window if it still covers the viewport, otherwise a new one around it. `scale` is pixels per mm. */
export function nextWindow(current: Rect | null, viewport: Rect, scale: number): Rect {
  const margin = WINDOW_MARGIN_PX / scale
  if (current !== null && containsRect(current, inflate(viewport, margin / 4))) {
    const tooLarge =
      current.width > viewport.width + 4 * margin || current.height > viewport.height + 4 * margin
    if (!tooLarge) return current
  }
  return inflate(viewport, margin)
}

export function inWindow<Part extends { readonly rect: Rect }>(
  parts: readonly Part[],
  window: Rect,
): readonly Part[] {
  return parts.filter((part) => intersects(part.rect, window))
}
