/** Moves the camera of one map. Called for somebody's own command only: nobody's view moves because of somebody else. */
import { type Editor, type Signal, Vec } from '@tldraw/editor'
import type { MapLayout } from '../../layout/mapLayout.ts'
import type { Rect } from '../../layout/scene.ts'
import {
  cameraAtCorner,
  cameraRevealing,
  type Inset,
  READING_ZOOM,
  type Screen,
  zoomAround,
} from '../camera/frames.ts'
import { cameraBesideHeads, headInset } from '../camera/headInset.ts'
import { type Camera, inflate } from '../camera/units.ts'

export interface CameraSubject {
  readonly editor: Editor
  readonly layout: Signal<MapLayout>
  /** What the app's own panels cover. */
  readonly inset: Signal<Inset>
}

const FULL_SIZE_ZOOM = 1.6
const MOVE_MS = 260

export interface CameraControl {
  readonly fit: (isAnimated?: boolean) => void
  readonly fitToRead: (isAnimated?: boolean) => void
  readonly zoomTo: (rect: Rect) => void
  /** As large as the screen allows, from afar too: for the wall. */
  readonly show: (rect: Rect, glideMs: number) => void
  readonly zoomBy: (factor: number) => void
  /** The smallest move that shows it; `below` more pixels at the bottom are covered. */
  readonly reveal: (rect: Rect, below?: number) => void
  /** Ends a move at once where it leads; the engine would take a screen of another size for a change of zoom. */
  readonly arrive: () => void
}

export function cameraControl({ editor, layout, inset: panels }: CameraSubject): CameraControl {
  const screen = (): Screen => {
    const { w, h } = editor.getViewportScreenBounds()
    return { width: w, height: h }
  }
  const insetAt = (camera: Camera) => headInset(layout.get(), camera, screen(), panels.get())
  const beside = (rect: Rect, mostZoom: number) =>
    cameraBesideHeads(layout.get(), rect, screen(), panels.get(), mostZoom)
  const map = (): Rect => {
    const { width, height } = layout.get()
    return { x: 0, y: 0, width, height }
  }
  let aim: Camera | null = null
  // Also when somebody takes the map in hand on the way.
  editor.on('stop-camera-animation', () => {
    aim = null
  })
  const go = (camera: Camera, isAnimated: boolean, duration?: number) => {
    moveTo(editor, camera, isAnimated, duration)
    aim = camera
  }
  return {
    fit: (isAnimated = true) => go(beside(inflate(map(), 2), FULL_SIZE_ZOOM), isAnimated),
    fitToRead: (isAnimated = true) =>
      go(cameraAtCorner(inflate(map(), 3), panels.get(), READING_ZOOM), isAnimated),
    zoomTo: (rect) => go(beside(inflate(rect, 12), READING_ZOOM), true),
    show: (rect, glideMs) => go(beside(inflate(rect, 2), wallZoom(screen())), glideMs > 0, glideMs),
    zoomBy: (factor) => {
      const { width, height } = screen()
      go(zoomAround(editor.getCamera(), { x: width / 2, y: height / 2 }, factor), true)
    },
    reveal: (rect, below = 0) => {
      const camera = editor.getCamera()
      const moved = (from: Camera, at: Camera): Camera => {
        const inset = insetAt(at)
        const free = { ...inset, bottom: inset.bottom + below }
        return cameraRevealing(from, inflate(rect, 4), screen(), free)
      }
      // On the way there titles may come to the edge, and cover it.
      const first = moved(camera, camera)
      const next = first === camera ? camera : moved(first, first)
      if (next !== camera) go(next, true)
    },
    arrive: () => {
      if (aim !== null) go(aim, false)
    },
  }
}

/** A larger wall is looked at from further away. */
function wallZoom({ width }: Screen): number {
  return Math.max(FULL_SIZE_ZOOM, width / 1200)
}

function moveTo(editor: Editor, camera: Camera, isAnimated: boolean, duration = MOVE_MS): void {
  const isCalm = editor.user.getAnimationSpeed() === 0
  const animation = isAnimated && !isCalm ? { animation: { duration } } : {}
  editor.stopCameraAnimation()
  editor.setCamera(new Vec(camera.x, camera.y, camera.z), { force: true, ...animation })
}
