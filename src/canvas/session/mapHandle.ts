/** What the app can ask of the map from outside: camera, selection, opening texts. Only ever on somebody's own command. */
import type { Translate } from '../../i18n/translate.ts'
import { itemRect } from '../hit/itemRect.ts'
import type { MapCanvasHandle } from '../MapCanvasProps.ts'
import type { MapSession } from './MapSession.ts'
import { removeSelection } from './removeSelection.ts'

const ZOOM_STEP = 1.4
export function mapHandle(session: MapSession, t: () => Translate): MapCanvasHandle {
  const { camera } = session
  const canEdit = () => session.canEdit.get()
  return {
    zoomIn: () => camera.zoomBy(ZOOM_STEP),
    zoomOut: () => camera.zoomBy(1 / ZOOM_STEP),
    fit: () => camera.fit(),
    fitToRead: () => camera.fitToRead(),
    zoomTo: (item) => {
      session.settle.current()
      const rect = itemRect(session.layout.get(), session.sketches.get(), item)
      if (rect !== undefined) camera.zoomTo(rect)
    },
    select: (items) => void session.selection.set(items),
    clearSelection: () => void session.selection.set([]),
    edit: (text) => {
      if (canEdit()) session.editing.set(text)
    },
    addActivity: (phaseId) => {
      if (canEdit()) session.editing.set({ draft: 'activity', phaseId, before: null })
    },
    addPhase: () => {
      if (canEdit()) session.editing.set({ draft: 'phase', before: null })
    },
    deleteSelection: () => removeSelection(session, t()),
    focus: () => session.editor.getContainer().focus(),
  }
}
