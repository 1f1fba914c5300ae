/** Brings a thing into view that somebody asked for, on the map of its journey: after that map has been laid out. */
import { useEffect } from 'react'
import type { JourneyId } from '../../model/records/journey.ts'
import { useFrame, useFrameState } from './FrameContext.ts'

export function useAwaitedItem(journeyId: JourneyId): void {
  const { store, map } = useFrame()
  const awaited = useFrameState((state) => state.awaited)
  useEffect(() => {
    if (awaited === null || map.current === null) return
    store.set({ awaited: null })
    map.current.select([awaited])
    map.current.zoomTo(awaited)
  }, [awaited, journeyId, store, map])
}
