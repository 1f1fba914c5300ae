/**
 * What the engine is given once: an empty store of its own, a user who is nobody (it would otherwise keep one in the
 * browser's storage and talk to other tabs), no autosave, no history, our names for it.
 */
import {
  atom,
  createTLStore,
  createTLUser,
  type TLCameraOptions,
  type TldrawOptions,
  type TLUserPreferences,
} from '@tldraw/editor'
import { MAX_ZOOM, MIN_ZOOM } from '../camera/frames.ts'
import { MapPartShapeUtil } from '../projection/MapPartShape.tsx'

const shapeUtils = [MapPartShapeUtil]

export const CAMERA_OPTIONS: Partial<TLCameraOptions> = {
  wheelBehavior: 'pan',
  zoomSteps: [MIN_ZOOM, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 4, MAX_ZOOM],
}

export function editorSetup(label: string) {
  const preferences = atom<TLUserPreferences>('map user', { id: 'here', animationSpeed: calmOrLively() })
  const options: Partial<TldrawOptions> = { branding: label, maxPages: 1, longPressDurationMs: 450 }
  const licenseKey: unknown = import.meta.env['VITE_TLDRAW_LICENSE_KEY']
  return {
    store: createTLStore({ shapeUtils, bindingUtils: [] }),
    user: createTLUser({
      userPreferences: preferences,
      setUserPreferences: (next) => void preferences.set(next),
    }),
    options,
    cameraOptions: CAMERA_OPTIONS,
    ...(typeof licenseKey === 'string' && licenseKey !== '' ? { licenseKey } : {}),
  }
}

function calmOrLively(): 0 | 1 {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 1
}
