/** Hands the journey that was chosen on this screen to everything inside. */
import type { ReactNode } from 'react'
import { ShownJourneyContext } from '../../bindings/useShownJourney.ts'
import { useFrameState } from './FrameContext.ts'

export function ShownJourney({ children }: { readonly children: ReactNode }) {
  const journeyId = useFrameState((state) => state.journeyId)
  return <ShownJourneyContext value={journeyId}>{children}</ShownJourneyContext>
}
