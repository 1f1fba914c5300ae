/** The open workshop and this screen's own state, for the parts of the frame. */
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { MapCanvasHandle } from '../../canvas/MapCanvasProps.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import type { FrameState, FrameStore } from './frameStore.ts'

export interface Frame {
  readonly session: WorkshopSession
  readonly store: FrameStore
  /** Null while the map is not on the screen. */
  readonly map: { current: MapCanvasHandle | null }
}

export const FrameContext = createContext<Frame | null>(null)

export function useFrame(): Frame {
  const frame = useContext(FrameContext)
  if (frame === null) throw new Error('a part of the frame was rendered outside of it')
  return frame
}

export function useFrameState<T>(select: (state: FrameState) => T): T {
  const { store } = useFrame()
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
