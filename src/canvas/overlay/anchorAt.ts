/**
 * Where a small panel goes beside a thing on the screen: above it, below it where there is no room, never off screen, and
 * never over the mark of the drawing engine at the foot.
 */
import type { Inset, Screen } from '../camera/frames.ts'
import { freeArea } from '../camera/frames.ts'
import type { Rect } from '../../layout/scene.ts'

export interface PanelSize {
  readonly width: number
  readonly height: number
}

const GAP = 10
/** In both of its forms, with what it keeps from the edge. */
const MARK_HEIGHT = 62

export function anchorAt(
  thing: Rect,
  panel: PanelSize,
  screen: Screen,
  inset: Inset,
): { left: number; top: number } {
  const free = freeArea(screen, { ...inset, bottom: Math.max(inset.bottom, MARK_HEIGHT) })
  const left = within(thing.x + thing.width / 2 - panel.width / 2, free.x, free.x + free.width - panel.width)
  const above = thing.y - panel.height - GAP
  const below = thing.y + thing.height + GAP
  const fitsBelow = below + panel.height <= free.y + free.height
  const top = above >= free.y || !fitsBelow ? above : below
  return { left, top: within(top, free.y, free.y + free.height - panel.height) }
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
