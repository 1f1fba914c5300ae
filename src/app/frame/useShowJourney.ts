/** Shows a journey on this screen. Who chooses the main one goes along again when the moderator shows another. */
import { useCallback } from 'react'
import type { JourneyId } from '../../model/records/journey.ts'
import { mainJourney } from '../../model/select/journeys.ts'
import { useFrame } from './FrameContext.ts'

export function useShowJourney(): (journeyId: JourneyId) => void {
  const { session, store } = useFrame()
  return useCallback(
    (journeyId) => {
      const isMain = mainJourney(session.document.snapshot())?.id === journeyId
      store.set({ journeyId: isMain ? null : journeyId })
    },
    [session, store],
  )
}
