/**
 * The journey this screen shows: the one somebody chose here, else the main one, which a moderator can set for
 * everybody. Where nothing chooses, such as on the wall, it is the main one.
 */
import { createContext, useContext } from 'react'
import type { Journey, JourneyId } from '../model/records/journey.ts'
import { mainJourney } from '../model/select/journeys.ts'
import { useSnapshot } from './useSnapshot.ts'

export const ShownJourneyContext = createContext<JourneyId | null>(null)

export function useShownJourney(): Journey | null {
  const chosen = useContext(ShownJourneyContext)
  return useSnapshot(
    (snapshot) => (chosen === null ? undefined : snapshot.journeys.get(chosen)) ?? mainJourney(snapshot),
  )
}
