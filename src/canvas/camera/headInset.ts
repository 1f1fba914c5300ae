/** The room that the sticky titles take from the map when it is far away, on top of what the app's panels cover. */
import { barHeight, railWidth } from '../overlay/headSpans.ts'
import type { Inset, Screen } from './frames.ts'

export function headInset(screen: Screen, inset: Inset): Inset {
  return {
    top: inset.top + barHeight('phases', screen),
    right: inset.right,
    bottom: inset.bottom,
    left: inset.left + railWidth(screen),
  }
}
