/** What the app can ask of the map from outside: camera, selection, opening texts. Only ever on somebody's own command. */
import { type Editor, Vec } from '@tldraw/editor'
import type { Translate } from '../../i18n/translate.ts'
import type { Rect } from '../../layout/scene.ts'
import { headInset } from '../camera/headInset.ts'
import {
  cameraAtCorner,
  cameraFor,
  cameraRevealing,
  READING_ZOOM,
  type Screen,
  zoomAround,
} from '../camera/frames.ts'
import { type Camera, inflate } from '../camera/units.ts'
import { itemRect } from '../hit/itemRect.ts'
import type { MapCanvasHandle } from '../MapCanvasProps.ts'
import type { MapSession } from './MapSession.ts'
import { removeSelection } from './removeSelection.ts'

const ZOOM_STEP = 1.4
const FULL_SIZE_ZOOM = 1.6

export interface CameraControl {
  readonly fit: (isAnimated?: boolean) => void
  readonly fitToRead: (isAnimated?: boolean) => void
  readonly zoomTo: (rect: Rect) => void
  readonly zoomBy: (factor: number) => void
  readonly reveal: (rect: Rect) => void
}

export function cameraControl(session: MapSession): CameraControl {
  const { editor } = session
  const screen = (): Screen => {
    const { w, h } = editor.getViewportScreenBounds()
    return { width: w, height: h }
  }
  const inset = () => headInset(screen(), session.inset.get())
  const map = (): Rect => {
    const { width, height } = session.layout.get()
    return { x: 0, y: 0, width, height }
  }
  return {
    fit: (isAnimated = true) =>
      go(editor, cameraFor(inflate(map(), 2), screen(), inset(), FULL_SIZE_ZOOM), isAnimated),
    fitToRead: (isAnimated = true) =>
      go(editor, cameraAtCorner(inflate(map(), 3), session.inset.get(), READING_ZOOM), isAnimated),
    zoomTo: (rect) => go(editor, cameraFor(inflate(rect, 12), screen(), inset(), READING_ZOOM), true),
    zoomBy: (factor) => {
      const { width, height } = screen()
      go(editor, zoomAround(editor.getCamera(), { x: width / 2, y: height / 2 }, factor), true)
    },
    reveal: (rect) => {
      const camera = editor.getCamera()
      const next = cameraRevealing(camera, inflate(rect, 4), screen(), inset())
      if (next !== camera) go(editor, next, true)
    },
  }
}

function go(editor: Editor, camera: Camera, isAnimated: boolean): void {
  const isCalm = editor.user.getAnimationSpeed() === 0
  const animation = isAnimated && !isCalm ? { animation: { duration: 260 } } : {}
  editor.stopCameraAnimation()
  editor.setCamera(new Vec(camera.x, camera.y, camera.z), { force: true, ...animation })
}

export function mapHandle(session: MapSession, camera: CameraControl, t: () => Translate): MapCanvasHandle {
  const canEdit = () => session.canEdit.get()
  return {
    zoomIn: () => camera.zoomBy(ZOOM_STEP),
    zoomOut: () => camera.zoomBy(1 / ZOOM_STEP),
    fit: () => camera.fit(),
    fitToRead: () => camera.fitToRead(),
    zoomTo: (item) => {
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
