/** Tells the others where this screen is, a few times a second at most; nothing of it is ever stored. */
import { react } from '@tldraw/editor'
import type { Disposer } from '../../shared/disposer.ts'
import { visibleMm } from '../camera/units.ts'
import { isDraft } from '../edit/EditTarget.ts'
import { cellOfTarget } from '../edit/nextTarget.ts'
import type { MapWhereabouts } from '../MapCanvasProps.ts'
import type { MapSession } from './MapSession.ts'

const PAUSE_MS = 250

export function reportWhereabouts(
  session: MapSession,
  report: (where: MapWhereabouts | null) => void,
): Disposer {
  const { editor } = session
  let latest: MapWhereabouts | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  const send = () => {
    timer = null
    report(latest)
  }
  const stop = react('whereabouts', () => {
    const target = session.editing.get()
    const { w, h } = editor.getViewportScreenBounds()
    latest = {
      cell: (target === null ? null : cellOfTarget(session.layout.get(), target)) ?? session.focus.get(),
      editing: target === null || isDraft(target) ? null : target,
      viewport: visibleMm(editor.getCamera(), { width: w, height: h }),
    }
    timer ??= setTimeout(send, PAUSE_MS)
  })
  return () => {
    stop()
    if (timer !== null) clearTimeout(timer)
    report(null)
  }
}
