/**
 * What this screen is doing right now: tool, selection, which sheet is open. Ephemeral and only here; nothing of it is
 * ever written into the document.
 */
import { createStore } from 'zustand/vanilla'
import type { MapItem, MapSelection, MapTool } from '../../canvas/MapCanvasProps.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { RatingView } from '../../model/records/rating.ts'
import type { TouchpointId } from '../../model/records/touchpoint.ts'

export type SideSheet = 'health' | 'people' | 'bin' | 'history' | 'comments' | 'facilitation' | 'journeys'

export interface FrameState {
  readonly tool: MapTool
  readonly ratingView: RatingView
  readonly selection: MapSelection
  /** Something is being typed on the map itself: an inspector would be in the way. */
  readonly isEditing: boolean
  readonly sheet: SideSheet | null
  readonly isSharing: boolean
  /** The skip link was used: the view that opens takes the focus to its heading. */
  readonly isHeadingAwaited: boolean
  /** The journey that was chosen on this screen; null is the main one. */
  readonly journeyId: JourneyId | null
  /** A thing to bring into view as soon as its journey is shown. */
  readonly awaited: MapItem | null
  /** The entry of the register that the inspector asked for. */
  readonly touchpointId: TouchpointId | null
}

export interface FrameStore {
  readonly get: () => FrameState
  readonly set: (change: Partial<FrameState>) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createFrameStore(): FrameStore {
  const store = createStore<FrameState>(() => ({
    tool: 'move',
    ratingView: 'inside',
    selection: [],
    isEditing: false,
    sheet: null,
    isSharing: false,
    isHeadingAwaited: false,
    journeyId: null,
    awaited: null,
    touchpointId: null,
  }))
  return { get: store.getState, set: (change) => store.setState(change), subscribe: store.subscribe }
}
