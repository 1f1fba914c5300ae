/**
 * The engine asks the browser not to handle touches on the canvas, but asks where it may not (React listens passively)
 * and is told so in the console with every touch. Asked here, where it is allowed: no emulated mouse, no zoom by double
 * tap, no callout on a long press; a touch keeps the focus where it is. Buttons and the engine's mark are left alone.
 */
import type { Editor } from '@tldraw/editor'
import type { Disposer } from '../../shared/disposer.ts'

export function quietTouches(editor: Editor): Disposer {
  const container = editor.getContainer()
  const onTouch = (event: TouchEvent) => {
    const isOnCanvas = event.target instanceof Element && event.target.closest('.tl-canvas') !== null
    if (!isOnCanvas) return
    if (event.cancelable) event.preventDefault()
    event.stopPropagation()
  }
  container.addEventListener('touchstart', onTouch, { passive: false })
  container.addEventListener('touchend', onTouch, { passive: false })
  return () => {
    container.removeEventListener('touchstart', onTouch)
    container.removeEventListener('touchend', onTouch)
  }
}
