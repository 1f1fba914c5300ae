/**
 * A touch keeps the focus where it is, so a tap on the map would leave the keyboard with a field beside it, and what is
 * typed next would go there. Whoever lifts the finger off the map has left that field; what stands in it is kept by it.
 */
import type { Disposer } from '../../shared/disposer.ts'

const FIELD = 'input, textarea, select, [contenteditable]'

export function leaveFields(container: HTMLElement): Disposer {
  const onLift = () => {
    const focused = document.activeElement
    // The map's own text stands beside the canvas and is closed by the tools.
    const isOwn = container.parentElement?.contains(focused) === true
    if (focused instanceof HTMLElement && focused.matches(FIELD) && !isOwn) focused.blur()
  }
  container.addEventListener('pointerup', onLift)
  return () => container.removeEventListener('pointerup', onLift)
}
