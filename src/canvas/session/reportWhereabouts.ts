/**
 * Tells the others where this screen is, a few times a second at most: at the field where something was done last, until
 * nothing was done there for a while. Nothing of it is ever stored.
 */
import { react } from '@tldraw/editor'
import type { OriginKind } from '../../model/origins.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import type { Disposer } from '../../shared/disposer.ts'
import { visibleMm } from '../camera/units.ts'
import { isDraft } from '../edit/EditTarget.ts'
import { cellOfTarget } from '../edit/nextTarget.ts'
import { cellRect } from '../hit/itemRect.ts'
import type { MapCell, MapWhereabouts } from '../MapCanvasProps.ts'
import type { MapSession } from './MapSession.ts'

const PAUSE_MS = 250
/** Long enough to think of the next word; a tablet that was laid down is at no field. */
const LINGER_MS = 60_000
const OWN: readonly OriginKind[] = ['local', 'undo']

export function reportWhereabouts(
  session: MapSession,
  workshop: Pick<WorkshopDocument, 'subscribe'>,
  report: (where: MapWhereabouts | null) => void,
): Disposer {
  const { editor } = session
  const lastCell = followCell(session)
  let latest: MapWhereabouts | null = null
  /** What was last tapped; looking around is not among it. */
  let done: readonly unknown[] = []
  let isIdle = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle: ReturnType<typeof setTimeout> | undefined
  const send = () => {
    timer = undefined
    report(latest !== null && isIdle ? { ...latest, cell: null, editing: null } : latest)
  }
  const onIdle = () => {
    isIdle = true
    timer ??= setTimeout(send, PAUSE_MS)
  }
  const stillHere = () => {
    isIdle = false
    clearTimeout(idle)
    idle = setTimeout(onIdle, LINGER_MS)
    timer ??= setTimeout(send, PAUSE_MS)
  }
  const stop = react('whereabouts', () => {
    const target = session.editing.get()
    const { w, h } = editor.getViewportScreenBounds()
    latest = {
      cell: lastCell(),
      editing: target === null || isDraft(target) ? null : target,
      viewport: visibleMm(editor.getCamera(), { width: w, height: h }),
    }
    const now = [session.focus.get(), target, session.selection.get()]
    if (now.some((each, index) => each !== done[index])) {
      done = now
      stillHere()
    }
    timer ??= setTimeout(send, PAUSE_MS)
  })
  // Written here, on the map or in the panel beside it; the stage holds timer and steps, which are no work on a field.
  const stopWriting = workshop.subscribe(({ document, origin }) => {
    if (document !== 'stage' && OWN.includes(origin)) stillHere()
  })
  return () => {
    stop()
    stopWriting()
    clearTimeout(timer)
    clearTimeout(idle)
    report(null)
  }
}

/** The field of the open text or of the last tap, whichever came later; none once the map no longer has it. */
function followCell(session: MapSession): () => MapCell | null {
  let last: MapCell | null = null
  let tapped: MapCell | null = null
  return () => {
    const layout = session.layout.get()
    const target = session.editing.get()
    const focus = session.focus.get()
    if (focus !== tapped) last = focus
    tapped = focus
    last = (target === null ? null : cellOfTarget(layout, target)) ?? last
    return last === null || cellRect(layout, last) === undefined ? null : last
  }
}
